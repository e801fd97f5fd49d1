import type { Bridge } from '../../core/contract/contract.ts';
import type { PageTimer } from './timer.ts';

/** A message this much later than others was late, or the two clocks have parted since one of them slept. */
const lateMs = 100;
/** How far the clocks are apart is known well enough to this many milliseconds: what a quick round trip takes. */
const quickMs = 10;
/** No message waits this long in a page that somebody looks at: the clocks have parted. */
const partedMs = 10_000;

/**
 * How far the view's clock is ahead of the services', in milliseconds, after a message that says so by `sampleMs`. A
 * message only comes late, so a smaller difference is nearer to the truth. Whether a larger one is a late message or the
 * truth, only a round trip can say (`isDoubtful`). Differences as small as a round trip's change nothing: the clock must
 * not jump.
 */
export function nextOffset(knownMs: number | null, sampleMs: number): { offsetMs: number; isDoubtful: boolean } {
  if (knownMs === null || Math.abs(sampleMs - knownMs) > partedMs) return { offsetMs: sampleMs, isDoubtful: true };
  if (sampleMs < knownMs - quickMs) return { offsetMs: sampleMs, isDoubtful: true };
  return { offsetMs: knownMs, isDoubtful: sampleMs > knownMs + lateMs };
}

/** Within a second, even if all trips are slow. */
const mostTrips = 5;
const betweenTripsMs = 100;

/**
 * How far the view's clock is ahead of the services', in milliseconds; null where the program doesn't answer. At least
 * as far as when a question was sent, at most as far as when its answer came: where trips are slow, a few of them narrow
 * that down, since one is slow on its way there and another on its way back.
 */
export async function measureOffset(
  { readClock }: Pick<Bridge, 'readClock'>,
  { nowMs, after }: { nowMs: () => number; after: PageTimer },
): Promise<number | null> {
  let leastMs = -Infinity;
  let mostMs = Infinity;
  for (let trip = 1; trip <= mostTrips && mostMs - leastMs > quickMs; trip += 1) {
    if (trip > 1) await new Promise<void>((resolve) => void after(betweenTripsMs, resolve));
    const sentMs = nowMs();
    const answer = await readClock(undefined);
    if (!answer.ok) break;
    const fromMs = sentMs - answer.value;
    const toMs = nowMs() - answer.value;
    const haveParted = fromMs > mostMs || toMs < leastMs;
    leastMs = haveParted ? fromMs : Math.max(leastMs, fromMs);
    mostMs = haveParted ? toMs : Math.min(mostMs, toMs);
  }
  return mostMs === Infinity ? null : (leastMs + mostMs) / 2;
}
