/** A story of an invented baker with everything that a story can have: variant, alternates, links, a long text. */
export const oven = `# Ownership
## The oven that smoked
Tell me about a time you fixed something that nobody had asked you to fix.
* What made you step in?
* What did it cost?

> S:
> * Six ovens, one flue
> * Smoke in the shop every Friday
> T:
> * Bake through the fair
> A:
> * Traced the flue on a Sunday
>   * with a mirror and a candle
> * Cleaned it together with the sweep
> R:
> * No smoke since, 40 loaves more a day

**S:** I ran the night shift of a bakery with six ovens on one flue. Every Friday there was smoke in the shop.

**T:** I was to keep us baking through the town fair.

**A:** I traced the flue on a Sunday, with a mirror and a candle. The plan of it is at https://example.org/flue.

* I rang the sweep.
* I cleaned it together with him.

**R:** There has been no smoke since, and we bake 40 loaves more a day.

#### Shorter Answer
**S:** The shop was full of smoke.

**A:** I cleaned the flue.

**R:** No smoke since.

#### Also works for the following questions:
##### Bias for Action
Tell me about a decision you took without waiting for permission.
* Was it the right one?
> I did not wait for the owner, who was away until Monday.
##### Frugality
Tell me about doing much with little.
> **Action:** A mirror and a candle were all that it took.
`;

/** A story with a missing section, and so with a problem. */
export const sourdough = `# Dive Deep
## The starter that died
Tell me about a failure.

**S:** Our starter was eleven years old, and one morning in July it was dead.

**A:** I kept a log of its temperature and found the broken cooler.
`;

/** A pitch: no group, no question. */
export const aboutMe = `## About me
> * Baker for nine years
> * Night shift of five
`;

export const bakery = { 'a-oven.md': oven, 'b-starter.md': sourdough, 'c-about.md': aboutMe };
