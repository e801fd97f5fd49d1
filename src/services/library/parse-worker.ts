import { parentPort } from 'node:worker_threads';
import { readRoles, readStories } from '../../core/stories/reader.ts';
import { spentMs } from './cost-watch.ts';
import type { AskedText, WorkerAnswer, WorkerMessage } from './parse-pool.ts';

/*
 * The worker that reads stories off the main thread. It answers each text as soon as it is read, so that the program
 * knows which one is in progress and can stop it.
 */
const port = parentPort;
if (port === null) throw new Error('The parse worker only runs as a worker of Offbook.');

function send(answer: WorkerAnswer): void {
  const message: WorkerMessage = { ...answer, spentMs: spentMs(process.threadCpuUsage()) };
  port?.postMessage(message);
}

/** Resolves once all texts before were answered: the answers come in order. */
let before = Promise.resolve();

port.on('message', (batch: AskedText[]) => {
  before = before.then(() => answerAll(batch));
});
send({ type: 'ready' });

async function answerAll(batch: readonly AskedText[]): Promise<void> {
  for (const asked of batch) await answer(asked);
}

async function answer({ file, text, asked }: AskedText): Promise<void> {
  if (asked === 'roles') send({ type: 'roles', roles: readRoles(text, file) });
  else if (asked === 'stories') send({ type: 'parsed', parsed: readStories(text, file) });
  else send(await converted(text, asked));
}

/** Loads the converters, which are large, only for who needs them. */
async function converted(text: string, format: 'html' | 'docx'): Promise<WorkerAnswer> {
  try {
    if (format === 'html') {
      const { htmlToMarkdown } = await import('./html-to-markdown.ts');
      return { type: 'markdown', text: htmlToMarkdown(text) };
    }
    const { docxToMarkdown } = await import('./docx.ts');
    return { type: 'markdown', text: await docxToMarkdown(Buffer.from(text, 'base64')) };
  } catch (error) {
    if (error instanceof RangeError) return { type: 'refused', why: 'is nested too deeply to be read' };
    return { type: 'refused', why: error instanceof Error ? error.message : String(error) };
  }
}
