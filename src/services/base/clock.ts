import { uptime } from 'node:os';
import type { Clock } from './program.ts';

/**
 * The computer’s own clocks. `nowMs` is monotonic and, on Linux and macOS, stops during sleep; the uptime counts
 * sleep. Timers don’t keep the process alive.
 */
export function systemClock(): Clock {
  return {
    nowMs: () => performance.now(),
    uptimeMs: () => uptime() * 1000,
    wallTime: () => new Date(),
    after: (delayMs, callback) => {
      const timer = setTimeout(callback, delayMs);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}
