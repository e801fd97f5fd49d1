import { Worker } from 'node:worker_threads';
import type { Problem } from '../../core/stories/model.ts';
import { watchCost } from './cost-watch.ts';
import { crashProblem, slowProblem, startProblem, stoppedProblem, timeoutProblem } from './parse-problems.ts';
import type { ParsedFile, SourceText, WorkerMessage } from './parse-messages.ts';

export type ParseOutcome = { ok: true; parsed: ParsedFile } | { ok: false; problem: Problem };

/** `quick`: its turn comes soon, and it may cost little. `patient`: a file that needs more, in a worker of its own. */
export type Effort = 'quick' | 'patient';

export interface Parser {
  /** Reads one file's text in a worker. Never rejects: what went wrong is a problem of that file alone. */
  parse: (source: SourceText, effort: Effort) => Promise<ParseOutcome>;
  /** Stops the workers; what still waits comes back as a problem. */
  close: () => Promise<void>;
}

export interface ParserOptions {
  /** The module that the workers run: `parse-worker.ts`, or what it was built to. */
  workerUrl: URL;
  /** The most processor time that one file may cost. */
  limitsMs?: Readonly<Record<Effort, number>>;
}

const defaultLimitsMs = { quick: 1000, patient: 5000 };

interface Job {
  source: SourceText;
  settle: (outcome: ParseOutcome) => void;
}

/** A worker with its queue. */
type Lane = { parse: (source: SourceText) => Promise<ParseOutcome>; close: () => Promise<void> };

interface LaneOptions {
  workerUrl: URL;
  limitMs: number;
  overLimit: (file: string) => Problem;
}

/** A message this long is a small copy, and so many files keep the worker busy while the next are read. */
const batchFiles = 64;
const batchCharacters = 512 * 1024;

/** What a file of the largest size read may need, many times over; a file that asks for more is stopped. */
const workerMemoryMb = 512;

/**
 * Reads stories off the main thread. A file that costs too much is stopped together with its worker, and the others
 * go on in a new one. What counts is the processor time that the worker spent on the file: on a busy computer a
 * healthy file can wait for seconds.
 */
export function createParser({ workerUrl, limitsMs = defaultLimitsMs }: ParserOptions): Parser {
  const quick = openLane({ workerUrl, limitMs: limitsMs.quick, overLimit: slowProblem });
  const overLimit = (file: string): Problem => timeoutProblem(file, limitsMs.patient);
  const patient = openLane({ workerUrl, limitMs: limitsMs.patient, overLimit });
  return {
    parse: (source, effort) => (effort === 'quick' ? quick : patient).parse(source),
    close: async () => void (await Promise.all([quick.close(), patient.close()])),
  };
}

/** One worker takes the files in turn. */
function openLane({ workerUrl, limitMs, overLimit }: LaneOptions): Lane {
  const waiting: Job[] = [];
  /** Sent to the worker and not answered yet; the first is the one in work. */
  let sent: Job[] = [];
  let worker: Worker | null = null;
  let ready = false;
  let closed = false;
  /** The worker's processor time when it began the file in work; its start and modules came before. */
  let spentBeforeMs = 0;
  let stopWatching = (): void => {};

  function start(): Worker {
    const mine = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: workerMemoryMb } });
    let crash = 'it ended by itself';
    ready = false;
    worker = mine;
    mine.on('message', (message: WorkerMessage) => {
      if (worker !== mine) return;
      spentBeforeMs = message.spentMs;
      if (message.type === 'ready') ready = true;
      else sent.shift()?.settle({ ok: true, parsed: message.parsed });
      watch();
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
    if (idle) watch();
  }

  /** Watches what the file that is now in work costs; with none, lets the program quit if it wants to. */
  function watch(): void {
    stopWatching();
    const mine = worker;
    if (mine === null) return;
    if (sent.length === 0) return mine.unref();
    if (!ready) return;
    stopWatching = watchCost(mine, spentBeforeMs, limitMs, () => {
      giveUp(overLimit);
      void mine.terminate();
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
    watch();
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
