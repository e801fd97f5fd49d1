import { parentPort } from 'node:worker_threads';
import { readRoles, readStories } from '../../core/stories/reader.ts';
import { spentMs } from './cost-watch.ts';
import type { AskedText, WorkerMessage } from './parse-pool.ts';

/*
 * The worker that reads stories off the main thread. It answers each text as soon as it is read, so that the program
 * knows which one is in progress and can stop it.
 */
const port = parentPort;
if (port === null) throw new Error('The parse worker only runs as a worker of Offbook.');

const send = (message: WorkerMessage): void => port.postMessage(message);
const spent = (): number => spentMs(process.threadCpuUsage());

port.on('message', (batch: AskedText[]) => {
  for (const { file, text, asked } of batch) {
    if (asked === 'roles') send({ type: 'roles', roles: readRoles(text, file), spentMs: spent() });
    else send({ type: 'parsed', parsed: readStories(text, file), spentMs: spent() });
  }
});
send({ type: 'ready', spentMs: spent() });
