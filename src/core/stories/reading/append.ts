/** Adds all of `from` to `to`. Spreading them into one call overflows the stack on lists of 100,000 items. */
export function append<T>(to: T[], from: readonly T[]): void {
  for (const each of from) to.push(each);
}
