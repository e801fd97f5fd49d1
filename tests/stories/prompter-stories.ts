/** Two stories of an invented potter, in the style that people write: outline in a block quote, answer below. */
export const kiln = `# Ownership
## The kiln that ran cold
Tell me about a time you took on something outside your area.
* What made you step in?
* What would you do differently?

> S:
> * Forty kilns, one supplier of thermostats
> * Three cold firings in one winter
> T:
> * Keep firing through December
> A:
> * Logged every cold start for a month
>   * by hand, at six each morning
> * Found the loose relay in kiln nine and wrote down how to see it early
> * Swapped the relays, one kiln a night
> * Taught the night shift to test them
> R:
> * No cold firing since
> * Two percent less clay lost
> Reflection:
> * Look at the part that nobody owns

**S:** I ran the glazing room of a pottery with forty kilns. That winter three firings ran cold and nobody could say why.

**T:** I was to keep us firing through December, when half of the year's orders go out.

**A:** I logged every cold start by hand for a month, at six each morning. I found a loose relay in kiln nine and wrote down how one can see it early. Then I swapped the relays, one kiln a night, and I taught the night shift to test them before they lit the burners.

**R:** We have had no cold firing since then, and we lose two percent less clay.

**Reflection:** I look at the part that nobody owns before I look at anything else.

#### Shorter Answer
**S:** Three firings ran cold in one winter.

**A:** I logged every start, found the loose relay and swapped them all.

**R:** No cold firing since.
`;

export const glaze = `# Earn Trust
## The glaze recipe we gave away
Tell me about a time you shared bad news early.

> S:
> * A rival copied our blue glaze
> A:
> * Told the owners the same day
> * Published the recipe ourselves
> R:
> * Orders doubled by spring

**S:** A rival had copied our blue glaze.

**A:** I told the owners on the same day, and I published the recipe ourselves.

**R:** Orders doubled by spring.
`;

/** A story with no sections, told in ten seconds. */
export const pitch = `# Basics
## About me (0:10)
> * Potter for twelve years
> * Glazing room of nine people
> * Likes the dull problems
`;
