/** A story of an invented lock keeper with all five sections, a target, follow-ups and another question. */
export const lock = `# Think Big
## The lock that opened on its own (1:00)
Tell me about a time you changed how a thing was done that worked well enough.
* What was in the way?
* How did you know that it was better?

> * S:
>   * Nine boats an hour
>   * Keeper in the rain
> * T:
>   * Open without a hand
> * A:
>   * Counted every boat in May
>   * Built a float and a chain
>   * Tried it with 2 empty barges
> * R:
>   * 14 boats an hour
> * Reflection:
>   * Count before you build

**S:** Our lock let nine boats an hour through, and the keeper stood in the rain for each of them.

**T:** I was to find out whether it could open without a hand on the wheel.

**A:** I counted every boat in May and wrote down who waited for how long. Then I built a float with a chain that opened the gate by the water itself, and I tried it with two empty barges until it held.

**R:** Fourteen boats an hour went through, and the keeper was dry.

**Reflection:** I count first now, before I build anything.

#### Also works for the following questions:
##### Dive Deep
Tell me about numbers that nobody else had looked at.
* What did they show?
> * S:
>   * A month of boats
> * A:
>   * Tallied by the hour
`;

/** A short story in a group of its own. */
function shortStory(group: string, title: string, question: string, followUp: string): string {
  return `# ${group}
## ${title}
${question}
* ${followUp}

> S:
> * The ${title.toLowerCase()} in March
> A:
> * Walked the whole bank
> R:
> * 3 days saved

**S:** It was March, and the water was high.

**A:** I walked the whole bank with a rod and wrote down what I saw.

**R:** We saved three days.
`;
}

/** Five stories; one has another question that can ask for it. */
export const canal = {
  'a-lock.md': lock,
  'b-ferry.md': shortStory('Ownership', 'The ferry rope', 'When did you fix what was nobody’s?', 'What did it cost?'),
  'c-bank.md': shortStory('Earn Trust', 'The soft bank', 'When did you bring bad news?', 'Who took it worst?'),
  'd-ice.md': shortStory('Bias for Action', 'The early ice', 'When did you act without asking?', 'And if it failed?'),
  'e-toll.md': shortStory('Frugality', 'The toll box', 'When did you do much with little?', 'What would you skip?'),
};
