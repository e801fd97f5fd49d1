import { parentPort } from 'node:worker_threads';
import { spentMs } from '../../../src/services/library/cost-watch.ts';
import type { SourceText, WorkerMessage } from '../../../src/services/library/parse-pool.ts';

/*
 * A stand-in for the reader that does on demand what a reader never should: a text says what.
 * Any other text comes back as the one thing left unplaced.
 */
const ends: Record<string, () => void> = {
  FOREVER: () => {
    for (;;);
  },
  BLOW_UP: () => void /^(a+)+$/u.test(`${'a'.repeat(60)}b`),
  /** One call that nothing can interrupt; it takes a second or so. */
  NATIVE: () => void Array.from({ length: 1e6 }, (_, index) => `${(index * 7919) % 1e6}`).sort(),
  /** Takes time, and no processor time. */
  SLEEP: () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300),
  /** Costs 10 ms, however long that takes. */
  WORK: () => {
    const untilMs = spent() + 10;
    while (spent() < untilMs);
  },
  THROW: () => {
    throw new Error('out of its mind');
  },
  EXIT: () => process.exit(3),
  MEMORY: () => {
    const block = Array.from<number>({ length: 1e6 }).fill(0.5);
    for (const kept: number[][] = []; ;) kept.push([...block]);
  },
};

const spent = (): number => spentMs(process.threadCpuUsage());
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has no origins
const send = (message: WorkerMessage): void => parentPort?.postMessage(message);

parentPort?.on('message', (batch: SourceText[]) => {
  for (const { file, text } of batch) {
    ends[text]?.();
    send({
      type: 'parsed',
      parsed: { stories: [], problems: [], asides: [], unplaced: [{ file, line: 1, text }] },
      spentMs: spent(),
    });
  }
});
send({ type: 'ready', spentMs: spent() });
