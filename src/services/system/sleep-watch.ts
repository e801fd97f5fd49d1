import type { Clock } from '../base/program-types.ts';

/** Both clocks, read at the same moment. */
export interface ClockReading {
  nowMs: number;
  uptimeMs: number;
}

/** How often a running countdown is looked after. At most this much is lost when the machine slept. */
export const beatMs = 2000;

/**
 * The uptime must have gone on this much further than the monotonic clock. Some systems give the uptime
 * in whole seconds, and two roundings can add up to nearly two; three is above that and below any real sleep.
 */
const aheadMs = 3000;

/**
 * Where the monotonic clock runs on in sleep (Windows), all that shows is a beat that never came. Ten beats
 * in a row are lost only by a machine that was stopped, not by one that is busy.
 */
const missedMs = 10 * beatMs;

/** How long the machine slept between two readings, in milliseconds; zero when it did not. */
export function sleptMs(before: ClockReading, after: ClockReading): number {
  const ranMs = after.nowMs - before.nowMs;
  const asleepMs = after.uptimeMs - before.uptimeMs - ranMs;
  if (asleepMs >= aheadMs) return asleepMs;
  return ranMs >= missedMs ? ranMs - beatMs : 0;
}

export interface SleepWatch {
  /** Begins or ends the beat; it is wanted only while a countdown runs. */
  watch: (running: boolean) => void;
  /** Looks at once, for a shell that has just heard that the machine woke. */
  look: () => void;
  /** Stops for good. */
  close: () => void;
}

/** Calls `onSlept` with the monotonic time of the last beat before the machine slept. */
export function setUpSleepWatch(clock: Clock, onSlept: (aliveAtMs: number) => void): SleepWatch {
  let last: ClockReading | null = null;
  let cancel = (): void => {};

  const read = (): ClockReading => ({ nowMs: clock.nowMs(), uptimeMs: clock.uptimeMs() });
  const look = (): void => {
    if (last === null) return;
    const before = last;
    last = read();
    if (sleptMs(before, last) > 0) onSlept(before.nowMs);
  };
  const beat = (): void => {
    look();
    if (last !== null) cancel = clock.after(beatMs, beat);
  };
  const watch = (running: boolean): void => {
    if (running === (last !== null)) return;
    cancel();
    last = running ? read() : null;
    if (running) cancel = clock.after(beatMs, beat);
  };
  return { watch, look, close: () => watch(false) };
}
