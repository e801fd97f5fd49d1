import { Worker } from 'node:worker_threads';
import { crashProblem } from '../../core/stories/crash-problem.ts';
import type { Aside, LineRole, Problem, Story, Unplaced } from '../../core/stories/model.ts';
import { watchCost } from './cost-watch.ts';

export type ParseOutcome = { ok: true; parsed: ParsedFile } | { ok: false; problem: Problem };

export type MarkdownOutcome = { ok: true; text: string } | { ok: false; problem: Problem };

export type RolesOutcome = { ok: true; roles: LineRole[] } | { ok: false; problem: Problem };

/** `quick`: for most files, with little time each. `patient`: for a file that needs more time, in a separate worker. */
export type Effort = 'quick' | 'patient';

export interface Parser {
  /** Reads one file’s text in a worker. Never rejects: a failure is a problem of that file only. */
  parse: (source: SourceText, effort: Effort) => Promise<ParseOutcome>;
  /** What each line of one file’s text was taken for, found in the patient worker. Never rejects. */
  roles: (source: SourceText) => Promise<RolesOutcome>;
  /** A document of another kind as Markdown, made in the patient worker. Never rejects. */
  markdown: (source: SourceText, format: 'html' | 'docx') => Promise<MarkdownOutcome>;
  /** Stops the workers; files still waiting resolve to a problem. */
  close: () => Promise<void>;
}

interface ParserOptions {
  /** The module that the workers run: `parse-worker.ts`, or its build. */
  workerUrl: URL;
  /** The most processor time that one file may cost. */
  limitsMs?: Readonly<Record<Effort, number>>;
  /** How long a worker without a file waits for the next one before it quits. */
  idleMs?: number;
}

const defaultLimitsMs = { quick: 1000, patient: 5000 };

/** Somebody who writes a story saves more often. Without one, a worker is 20 MB for nothing. */
const defaultIdleMs = 30_000;

interface Job {
  source: AskedText;
  settle: (answer: Answer) => void;
}

/** What became of a text. */
type Answer = Exclude<WorkerMessage, { type: 'ready' }> | { type: 'failed'; problem: Problem };

/** A worker with its queue. */
type Lane = { ask: (source: AskedText) => Promise<Answer>; close: () => Promise<void> };

interface LaneOptions {
  workerUrl: URL;
  limitMs: number;
  idleMs: number;
  overLimit: (file: string) => Problem;
}

/** Messages of this size are cheap to copy, and keep the worker busy while the next files are read from disk. */
const batchFiles = 64;
const batchCharacters = 512 * 1024;

/** Many times what the largest readable file may need; a file that takes more is stopped. */
const workerMemoryMb = 512;

/**
 * Reads stories off the main thread. A file that costs too much is stopped together with its worker, and the others go
 * on in a new one. What counts is the worker’s processor time: on a busy computer a healthy file can wait for seconds.
 */
export function createParser(options: ParserOptions): Parser {
  const { workerUrl, limitsMs = defaultLimitsMs, idleMs = defaultIdleMs } = options;
  const quick = openLane({ workerUrl, limitMs: limitsMs.quick, idleMs, overLimit: slowProblem });
  const overLimit = (file: string): Problem => timeoutProblem(file, limitsMs.patient);
  const patient = openLane({ workerUrl, limitMs: limitsMs.patient, idleMs, overLimit });
  return {
    parse: async (source, effort) => {
      const answer = await (effort === 'quick' ? quick : patient).ask({ ...source, asked: 'stories' });
      return answer.type === 'parsed' ? { ok: true, parsed: answer.parsed } : failed(answer, source.file);
    },
    roles: async (source) => {
      const answer = await patient.ask({ ...source, asked: 'roles' });
      return answer.type === 'roles' ? { ok: true, roles: answer.roles } : failed(answer, source.file);
    },
    markdown: async (source, format) => {
      const answer = await patient.ask({ ...source, asked: format });
      if (answer.type === 'markdown') return { ok: true, text: answer.text };
      if (answer.type !== 'refused') return failed(answer, source.file);
      return { ok: false, problem: problem(source.file, 'not-readable', `${source.file} ${answer.why}.`) };
    },
    close: async () => void (await Promise.all([quick.close(), patient.close()])),
  };
}

/** One worker that reads its files in turn. */
function openLane({ workerUrl, limitMs, idleMs, overLimit }: LaneOptions): Lane {
  const waiting: Job[] = [];
  /** Sent to the worker and not answered yet; the first one is in progress. */
  let sent: Job[] = [];
  let worker: Worker | null = null;
  let ready = false;
  let closed = false;
  /** The worker’s processor time when it began the current file; startup and modules don’t count. */
  let spentBeforeMs = 0;
  let stopWatching = (): void => {};

  function start(): Worker {
    const mine = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: workerMemoryMb } });
    let crash = 'it quit unexpectedly';
    ready = false;
    worker = mine;
    mine.on('message', (message: WorkerMessage) => {
      if (worker !== mine) return;
      spentBeforeMs = message.spentMs;
      if (message.type === 'ready') ready = true;
      else sent.shift()?.settle(message);
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

  /** Sends waiting files as soon as the worker is about to run out of work. */
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

  /** Watches the cost of the current file; without one, doesn’t keep the program from quitting, and waits for the next. */
  function watch(): void {
    stopWatching();
    stopWatching = () => undefined;
    const mine = worker;
    if (mine === null) return;
    if (sent.length === 0) {
      mine.unref();
      const timer = setTimeout(() => {
        forget();
        void mine.terminate();
      }, idleMs).unref();
      stopWatching = () => clearTimeout(timer);
      return;
    }
    if (!ready) return;
    stopWatching = watchCost(mine, spentBeforeMs, limitMs, () => {
      giveUp(overLimit);
      void mine.terminate();
    });
  }

  function crashed(why: string): void {
    // A worker that can’t even start would fail for every file.
    if (ready) giveUp((file) => crashProblem(file, why));
    else failAll((file) => startProblem(file, why));
  }

  /** Fails the current file and goes on with the others in a new worker. */
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
    ask: (source) =>
      new Promise((resolve) => {
        const job = { source, settle: resolve };
        if (closed) return fail(job, stoppedProblem);
        waiting.push(job);
        // Files requested in the same turn go in one message.
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
  job.settle({ type: 'failed', problem: problemOf(job.source.file) });
}

/** A text without an answer; one to another question is a fault of the worker. */
function failed(answer: Answer, file: string): { ok: false; problem: Problem } {
  const problem = answer.type === 'failed' ? answer.problem : crashProblem(file, `it answered “${answer.type}”`);
  return { ok: false, problem };
}

/** Takes the next files off the queue: at least one, and not much more than a message should contain. */
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

/** A file that gets another try with more time. */
export function slowProblem(file: string): Problem {
  const message = 'This file takes a long time to read. Offbook is trying again with more time.';
  return { ...problem(file, 'parse-slow', message), severity: 'warning' };
}

/** A file that cost more than `limitMs` of processor time. */
export function timeoutProblem(file: string, limitMs: number): Problem {
  const cure = 'Split it, or remove what is nested very deeply or repeated thousands of times.';
  const limit = `${limitMs / 1000} seconds of processor time`;
  return problem(file, 'parse-timeout', `Reading the stories took more than ${limit} and was stopped. ${cure}`);
}

/** The worker can’t run at all, so no file can be read. */
function startProblem(file: string, why: string): Problem {
  return problem(file, 'reader-missing', `The story reader couldn’t start (${why}). Install Offbook again.`);
}

/** The program closed before the file’s turn came. */
function stoppedProblem(file: string): Problem {
  return problem(file, 'parse-stopped', 'Offbook was closed before this file was read. Open it again.');
}

function problem(file: string, code: string, message: string): Problem {
  return { file, line: null, severity: 'error', code, message };
}

/** One file’s text. */
export interface SourceText {
  file: string;
  text: string;
}

/** A text as the worker gets it: with what it is asked for, or what it is to be made into Markdown from. */
export interface AskedText extends SourceText {
  asked: 'stories' | 'roles' | 'html' | 'docx';
}

/** What the reader found in one file, sent back. */
export interface ParsedFile {
  stories: Story[];
  problems: Problem[];
  asides: Aside[];
  unplaced: Unplaced[];
}

/** The worker first says that it is loaded, then answers the texts one by one, in order. */
export type WorkerAnswer =
  | { type: 'ready' }
  | { type: 'parsed'; parsed: ParsedFile }
  | { type: 'roles'; roles: LineRole[] }
  | { type: 'markdown'; text: string }
  /** The second half of a sentence that begins with the document’s name. */
  | { type: 'refused'; why: string };

export type WorkerMessage = WorkerAnswer & {
  /** The processor time that the worker has used so far. */
  spentMs: number;
};
