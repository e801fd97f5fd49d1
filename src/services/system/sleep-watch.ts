import type { Clock } from '../base/program.ts';

/** Both clocks, read at the same moment. */
export interface ClockReading {
  nowMs: number;
  uptimeMs: number;
}

/** How often the clocks are read while a countdown runs: at most this much time is lost when the machine sleeps. */
export const beatMs = 2000;

/**
 * How far the uptime must be ahead of the monotonic clock. Some systems give the uptime in whole seconds, and two
 * roundings can add up to nearly two; three is above that and below any real sleep.
 */
const aheadMs = 3000;

/**
 * Where the monotonic clock continues during sleep (Windows), only missing beats show it. A busy machine never misses
 * ten in a row.
 */
const missedMs = 10 * beatMs;

/** How long the machine slept between two readings, in milliseconds; zero if it didn’t. */
export function sleptMs(before: ClockReading, after: ClockReading): number {
  const ranMs = after.nowMs - before.nowMs;
  const asleepMs = after.uptimeMs - before.uptimeMs - ranMs;
  if (asleepMs >= aheadMs) return asleepMs;
  return ranMs >= missedMs ? ranMs - beatMs : 0;
}

export interface SleepWatch {
  /** Starts or stops the beat; it is needed only while a countdown runs. */
  watch: (running: boolean) => void;
  /** Checks immediately, for a shell that has just heard that the machine woke up. */
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
