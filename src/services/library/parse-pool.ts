import { Worker } from 'node:worker_threads';
import type { Problem } from '../../core/stories/model.ts';
import { crashProblem, startProblem, stoppedProblem, timeoutProblem } from './parse-problems.ts';
import type { ParsedFile, SourceText, WorkerMessage } from './parse-messages.ts';

export type ParseOutcome = { ok: true; parsed: ParsedFile } | { ok: false; problem: Problem };

export interface Parser {
  /** Reads one file's text in the worker. Never rejects: what went wrong is a problem of that file alone. */
  parse: (source: SourceText) => Promise<ParseOutcome>;
  /** Stops the worker; what still waits comes back as a problem. */
  close: () => Promise<void>;
}

export interface ParserOptions {
  /** The module that the worker runs: `parse-worker.ts`, or what it was built to. */
  workerUrl: URL;
  /** No file may take longer than this. */
  limitMs?: number;
}

interface Job {
  source: SourceText;
  settle: (outcome: ParseOutcome) => void;
}

/** A message this long is a small copy, and so many files keep the worker busy while the next are read. */
const batchFiles = 64;
const batchCharacters = 512 * 1024;

/** What a file of the largest size read may need, many times over; a file that asks for more is stopped. */
const workerMemoryMb = 512;

/**
 * Reads stories off the main thread. One worker takes the files in turn; one that takes too long is stopped
 * together with the worker, and the others go on in a new one.
 */
export function createParser({ workerUrl, limitMs = 1000 }: ParserOptions): Parser {
  const waiting: Job[] = [];
  /** Sent to the worker and not answered yet; the first is the one in work. */
  let sent: Job[] = [];
  let worker: Worker | null = null;
  let ready = false;
  let closed = false;
  let deadline: NodeJS.Timeout | null = null;

  function start(): Worker {
    const mine = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: workerMemoryMb } });
    let crash = 'it ended by itself';
    ready = false;
    worker = mine;
    mine.on('message', (message: WorkerMessage) => {
      if (worker !== mine) return;
      if (message.type === 'ready') ready = true;
      else sent.shift()?.settle({ ok: true, parsed: message.parsed });
      rest();
      send();
    });
    mine.on('error', (error) => {
      crash = error instanceof Error ? error.message : String(error);
    });
    mine.on('exit', () => {
      if (worker === mine) crashed(crash);
    });
    return mine;
  }

  /** Sends what waits, as soon as the worker is about to run dry. */
  function send(): void {
    if (closed || waiting.length === 0 || sent.length > batchFiles / 4) return;
    const batch = takeBatch(waiting);
    const to = worker ?? start();
    to.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has no origins
    to.postMessage(batch.map((job) => job.source));
    const idle = sent.length === 0;
    sent.push(...batch);
    if (idle) rest();
  }

  /** Sets the deadline for the file that is now in work; with none, lets the program end if it wants to. */
  function rest(): void {
    if (deadline !== null) clearTimeout(deadline);
    deadline = null;
    const [inWork] = sent;
    if (inWork === undefined) worker?.unref();
    else if (ready) deadline = setTimeout(overdue, limitMs, inWork);
  }

  /** A busy main thread may be late itself: an answer that has arrived meanwhile counts. */
  function overdue(job: Job): void {
    setImmediate(() => {
      if (closed || sent[0] !== job) return;
      const stuck = worker;
      giveUp((file) => timeoutProblem(file, limitMs));
      void stuck?.terminate();
    });
  }

  function crashed(why: string): void {
    // A worker that can't even start would fail for every file.
    if (ready) giveUp((file) => crashProblem(file, why));
    else failAll((file) => startProblem(file, why));
  }

  /** Fails the file in work and goes on with the others in a new worker. */
  function giveUp(problemOf: (file: string) => Problem): void {
    const [failed, ...others] = sent;
    forget();
    waiting.unshift(...others);
    if (failed !== undefined) fail(failed, problemOf);
    send();
  }

  function failAll(problemOf: (file: string) => Problem): void {
    const failed = [...sent, ...waiting.splice(0)];
    forget();
    for (const job of failed) fail(job, problemOf);
  }

  function forget(): void {
    worker = null;
    sent = [];
    rest();
  }

  return {
    parse: (source) =>
      new Promise((resolve) => {
        const job = { source, settle: resolve };
        if (closed) return fail(job, stoppedProblem);
        waiting.push(job);
        // Files that are read in the same turn go in one message.
        if (waiting.length === 1) queueMicrotask(send);
      }),
    close: async () => {
      closed = true;
      const ending = worker;
      failAll(stoppedProblem);
      await ending?.terminate();
    },
  };
}

function fail(job: Job, problemOf: (file: string) => Problem): void {
  job.settle({ ok: false, problem: problemOf(job.source.file) });
}

/** Takes the next files off the queue: at least one, and not much more than a message should hold. */
function takeBatch(waiting: Job[]): Job[] {
  let characters = 0;
  let count = 0;
  for (const { source } of waiting) {
    if (count === batchFiles || (count > 0 && characters + source.text.length > batchCharacters)) break;
    characters += source.text.length;
    count += 1;
  }
  return waiting.splice(0, count);
}
