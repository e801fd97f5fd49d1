/** Above the least difference seen by this much, the two clocks have parted (one of them slept) and count anew. */
const partedMs = 100;

/**
 * How far the view's clock is ahead of the services', in milliseconds. A message can only come late, so the
 * least difference seen is nearest to the truth.
 */
export function nextOffsetMs(knownMs: number | null, receivedAtMs: number, sentAtMs: number): number {
  const sampleMs = receivedAtMs - sentAtMs;
  if (knownMs === null || sampleMs < knownMs || sampleMs > knownMs + partedMs) return sampleMs;
  return knownMs;
}
