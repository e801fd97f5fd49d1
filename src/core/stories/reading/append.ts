/** Appends `from` to `to`. Spreading it into one push would overflow the stack at 100,000 items. */
export function append<T>(to: T[], from: readonly T[]): void {
  for (const each of from) to.push(each);
}
