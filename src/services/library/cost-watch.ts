import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';

/** The processor time of a thread or process in milliseconds. */
export function spentMs({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/**
 * Calls `over` once a worker has spent `limitMs` of processor time beyond `sinceMs`. The returned function stops
 * watching. Elapsed time would mean nothing: on a busy computer a worker can wait for seconds.
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
    // A busy main thread may be late: don’t stop a worker that has answered meanwhile.
    await nextTurn();
    if (!watching) return;
    // A thread can’t spend more than the time that passes, so checking earlier is pointless.
    if (leftMs > 0) timer = setTimeout(() => void look(), Math.max(leftMs, limitMs / 10));
    else over();
  }

  /** A worker deep in native code can’t answer. Then this is at most what all other threads have spent together. */
  async function costMs(): Promise<number> {
    const answer = await Promise.race([ownMs(worker), wait(limitMs, null, { ref: false })]);
    return answer === null ? otherThreadsMs() - othersBeforeMs : answer - sinceMs;
  }

  return () => {
    watching = false;
    clearTimeout(timer);
  };
}

/** Null if the worker has just exited. */
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
