/** Reloading doesn't help a page that keeps crashing. */
export const mostReopenings = 3;
export const withinMs = 60_000;

/**
 * The times of the recent reloads, this one included; null if there were too many. `beforeMs` are the earlier ones, on
 * the same monotonic clock as `nowMs`.
 */
export function reopening(beforeMs: readonly number[], nowMs: number): number[] | null {
  const lately = beforeMs.filter((atMs) => nowMs - atMs < withinMs);
  return lately.length < mostReopenings ? [...lately, nowMs] : null;
}
