/** A page that breaks down again and again won't be helped by being opened once more. */
export const mostReopenings = 3;
export const withinMs = 60_000;

/**
 * The times at which a broken page was opened again, this time included; null where that was often enough
 * lately. `beforeMs` are the earlier ones, on the same monotonic clock as `nowMs`.
 */
export function reopening(beforeMs: readonly number[], nowMs: number): number[] | null {
  const lately = beforeMs.filter((atMs) => nowMs - atMs < withinMs);
  return lately.length < mostReopenings ? [...lately, nowMs] : null;
}
