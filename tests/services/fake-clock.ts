import type { Clock } from '../../src/services/base/program.ts';

export interface FakeClock extends Clock {
  /** Lets time pass, awake: both clocks go on and what is due calls back, in order. */
  pass: (ms: number) => void;
  /** The machine sleeps: the uptime goes on, the monotonic clock stands still unless it `runsInSleep`. */
  sleep: (ms: number, runsInSleep?: boolean) => void;
  /** The person, or a server, sets the clock on the wall. */
  setWall: (date: Date) => void;
  /** How many callbacks are waited for. */
  waiting: () => number;
}

/** What the clock on the wall says at first. */
const startsAt = new Date(2026, 10, 22, 20, 15, 7);

/** A clock that stands still until a test moves it. */
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
