/*
 * Chance is passed in as a function like Math.random, so that a test, or a person who wants the same mock
 * interview again, gets the same draw.
 */

/** One of the items; undefined where there are none. `random` gives 0 to 1; what lies outside counts as the nearest. */
export function draw<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[place(items.length, random)];
}

/** The items in a drawn order, every order as likely (Fisher and Yates). The given list stays as it is. */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const left = [...items];
  const drawn: Item[] = [];
  while (left.length > 0) drawn.push(...left.splice(place(left.length, random), 1));
  return drawn;
}

function place(length: number, random: () => number): number {
  const index = Math.floor(random() * length);
  return Math.min(Math.max(0, length - 1), Math.max(0, Number.isNaN(index) ? 0 : index));
}
