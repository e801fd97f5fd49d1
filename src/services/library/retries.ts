import { cpus } from 'node:os';

/** A version of a file that cost too much to read. */
export interface Refused {
  /** How often in a row. */
  times: number;
  /** When it last did, on the monotonic clock. */
  atMs: number;
}

/**
 * How long a file waits after its first refusal, its second and so on. The first try was short, so a longer one follows
 * right away. A file refused more often really costs that much, and waits until it changes or somebody asks.
 */
const waitsMs = [0, 60_000, 4 * 60_000, 16 * 60_000];

/** Whether it is time to read a refused file again; after the first retry, only while the computer is calm. */
export function isRetryDue({ times, atMs }: Refused, nowMs: number, isCalm: boolean): boolean {
  const waitMs = waitsMs[times - 1];
  return waitMs !== undefined && nowMs - atMs >= waitMs && (times === 1 || isCalm);
}

/** Processor time of all cores, in milliseconds. */
export interface CoresTime {
  idleMs: number;
  totalMs: number;
}

/** Returns whether the cores were idle for half of the time since the last call, or since it was created. */
export function createCalmWatch(read: () => CoresTime = coresTime): () => boolean {
  let before = read();
  return () => {
    const now = read();
    const { idleMs, totalMs } = before;
    before = now;
    return now.totalMs > totalMs && now.idleMs - idleMs >= (now.totalMs - totalMs) / 2;
  };
}

function coresTime(): CoresTime {
  const sum = { idleMs: 0, totalMs: 0 };
  for (const { times } of cpus()) {
    sum.idleMs += times.idle;
    sum.totalMs += times.idle + times.user + times.nice + times.sys + times.irq;
  }
  return sum;
}
