import { parentPort } from 'node:worker_threads';
import type { SourceText, WorkerMessage } from '../../../src/services/library/parse-messages.ts';

/*
 * A stand-in for the reader that does on demand what a reader never should: a text says what.
 * Any other text comes back as the one thing left unplaced.
 */
const ends: Record<string, () => void> = {
  FOREVER: () => {
    for (;;);
  },
  THROW: () => {
    throw new Error('out of its mind');
  },
  EXIT: () => process.exit(3),
  MEMORY: () => {
    for (const kept: number[][] = []; ;) kept.push(Array.from<number>({ length: 1e6 }).fill(kept.length + 0.5));
  },
};

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has no origins
const send = (message: WorkerMessage): void => parentPort?.postMessage(message);

parentPort?.on('message', (batch: SourceText[]) => {
  for (const { file, text } of batch) {
    ends[text]?.();
    send({ type: 'parsed', parsed: { stories: [], problems: [], unplaced: [{ file, line: 1, text }] } });
  }
});
send({ type: 'ready' });
