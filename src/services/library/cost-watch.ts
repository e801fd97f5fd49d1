import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

/** A thread or process's processor time in milliseconds. */
export function spentMs({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/**
 * Calls `over` once a worker has spent `limitMs` of processor time beyond `sinceMs`. The function that comes back
 * stops watching. Time on the clock says nothing: on a busy computer a worker can wait for seconds.
 */
export function watchCost(
  worker: Pick<Worker, 'cpuUsage'>,
  sinceMs: number,
  limitMs: number,
  over: () => void,
): () => void {
  const othersBeforeMs = otherThreadsMs();
  let watching = true;
  let timer = setTimeout(() => void look(), limitMs);

  async function look(): Promise<void> {
    const leftMs = limitMs - (await costMs());
    // A busy main thread may be late: a worker that has answered meanwhile is no longer watched.
    await nextTurn();
    if (!watching) return;
    // A thread can't spend more than the time that passes, so there is nothing to see any earlier.
    if (leftMs > 0) timer = setTimeout(() => void look(), Math.max(leftMs, limitMs / 10));
    else over();
  }

  /** A worker deep in native code can't answer. It has spent no more than all threads but this one together. */
  async function costMs(): Promise<number> {
    const answer = await Promise.race([ownMs(worker), wait(limitMs, null, { ref: false })]);
    return answer === null ? otherThreadsMs() - othersBeforeMs : answer - sinceMs;
  }

  return () => {
    watching = false;
    clearTimeout(timer);
  };
}

/** Null for a worker that has just ended. */
async function ownMs(worker: Pick<Worker, 'cpuUsage'>): Promise<number | null> {
  try {
    return spentMs(await worker.cpuUsage());
  } catch {
    return null;
  }
}

function otherThreadsMs(): number {
  return spentMs(process.cpuUsage()) - spentMs(process.threadCpuUsage());
}
