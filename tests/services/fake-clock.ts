import type { Clock } from '../../src/services/base/program.ts';

export interface FakeClock extends Clock {
  /** Lets time pass while awake: both clocks advance, and due timers call back in order. */
  pass: (ms: number) => void;
  /** The machine sleeps: the uptime advances, the monotonic clock only if it `runsInSleep`. */
  sleep: (ms: number, runsInSleep?: boolean) => void;
  /** The person, or a time server, sets the date. */
  setWall: (date: Date) => void;
  /** How many timers are pending. */
  waiting: () => number;
}

/** The initial date. */
const startsAt = new Date(2026, 10, 22, 20, 15, 7);

/** A clock that advances only when a test says so. */
export function fakeClock(): FakeClock {
  let nowMs = 1000;
  let uptimeMs = 500_000;
  let wallAheadMs = startsAt.getTime() - uptimeMs;
  let timers: { dueMs: number; callback: () => void }[] = [];
  return {
    nowMs: () => nowMs,
    uptimeMs: () => uptimeMs,
    wallTime: () => new Date(wallAheadMs + uptimeMs),
    setWall: (date) => {
      wallAheadMs = date.getTime() - uptimeMs;
    },
    after: (delayMs, callback) => {
      const timer = { dueMs: nowMs + delayMs, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass: (ms) => {
      const endMs = nowMs + ms;
      for (;;) {
        const [next] = timers.filter((timer) => timer.dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs);
        if (next === undefined) break;
        timers = timers.filter((timer) => timer !== next);
        const stepMs = Math.max(0, next.dueMs - nowMs);
        nowMs += stepMs;
        uptimeMs += stepMs;
        next.callback();
      }
      uptimeMs += endMs - nowMs;
      nowMs = endMs;
    },
    sleep: (ms, runsInSleep = false) => {
      uptimeMs += ms;
      if (runsInSleep) nowMs += ms;
    },
    waiting: () => timers.length,
  };
}
