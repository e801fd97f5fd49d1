import path from 'node:path';
import { formatRecord, type HistoryJoin, type RunRecord } from '../../core/rehearsal/record.ts';
import type { PracticeLogState } from '../../core/rehearsal/state.ts';
import type { Clock } from '../base/program.ts';
import { describeError } from '../base/system-error.ts';
import { emptyLog, ownLineAdded, readLog, takeEntry, type LogContents } from './log-read.ts';
import { shrunkRemark } from './log-remarks.ts';
import { setTornAside } from './log-torn.ts';
import { appendLine } from './log-write.ts';
import type { Notifier } from '../base/notices.ts';

/** What a line of the log is about. */
export type LogEntry = RunRecord | HistoryJoin;

export interface PracticeLog {
  state: () => PracticeLogState;
  /** In the order of the file, pending ones last. */
  runs: () => readonly RunRecord[];
  joins: () => readonly HistoryJoin[];
  /**
   * Logs an entry: it counts at once. Resolves when the disk has it (true) or didn't take it yet (false). What is to
   * be on disk `before` it, is; that must not reject.
   */
  add: (entry: LogEntry, before?: () => Promise<void>) => Promise<boolean>;
  /** Looks for what another program, or a person with an editor, changed. */
  refresh: () => Promise<void>;
  /** Tries once more what is pending, and ends; gives the entries that could not be saved. */
  close: () => Promise<LogEntry[]>;
}

export interface PracticeLogOptions {
  /** The folder that `practice-log.jsonl` lies in; made when the first run is logged. */
  directory: string;
  clock: Clock;
  /** Tells the person what became of their log, and what of that is over. */
  tell: Notifier['tell'];
  over?: Notifier['over'];
  /** The runs, or the state, are others than before. */
  changed?: () => void;
}

/** A line without its end that still stands there unchanged after this long is nobody's line in the making. */
const tornAfterMs = 100;
const firstRetryMs = 2000;
const longestRetryMs = 60_000;

/** Where the practice log of a settings folder lies. */
export function practiceLogFile(directory: string): string {
  return path.join(directory, 'practice-log.jsonl');
}

/**
 * The log of all rehearsals: a JSON line a run, appended and synced. A last line that was cut off is set aside
 * with its date; lines that can't be read, or only by a later program, stay in the file. What the disk doesn't
 * take stays pending and is tried again after a while and with the next entry. Never throws.
 */
export async function openPracticeLog(options: PracticeLogOptions): Promise<PracticeLog> {
  const { directory, clock, tell, over = () => undefined, changed = () => undefined } = options;
  const file = practiceLogFile(directory);
  let log = emptyLog();
  /** What counts already and waits for its turn, and what the disk is to have next. */
  const coming = new Set<LogEntry>();
  const pending: LogEntry[] = [];
  /** How many runs were taken out of the file behind the program's back. */
  let missing = 0;
  let why: string | null = null;
  let isUnread = false;
  let retryMs = firstRetryMs;
  let closed = false;
  let stopRetry = (): void => undefined;
  let stopTorn = (): void => undefined;

  /** The disk is asked for one thing at a time. */
  let queue: Promise<unknown> = Promise.resolve();
  function inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const done = queue.then(task);
    queue = Promise.allSettled([done]);
    return done;
  }

  async function read(): Promise<void> {
    const before = log;
    try {
      log = await readLog(file, before);
      for (const entry of [...pending, ...coming]) takeEntry(log, entry);
      isUnread = false;
      over('log-unread');
      if (log !== before) compare(before);
      stopTorn();
      if (log.tail !== null && !closed) stopTorn = clock.after(tornAfterMs, () => void inTurn(setAside));
    } catch (error) {
      isUnread = true;
      tell(
        'error',
        `The practice log ${file} can't be read: ${describeError(error)}. Earlier runs don't show until it can be; new ones are added as soon as the disk takes them.`,
        'log-unread',
      );
    }
  }

  /** After the log was read anew. */
  function compare(before: LogContents): void {
    // A run whose line can't be read any more is in the file; that is told by the line.
    const added = log.runs.length - before.runs.length + Math.max(0, log.unreadable - before.unreadable);
    if (added < 0) {
      missing -= added;
      tell('error', shrunkRemark(file, log.runs.length, missing), 'log-shrunk');
    } else if (missing > 0 && added >= missing) {
      missing = 0;
      over('log-shrunk');
    }
  }

  async function setAside(): Promise<void> {
    stopTorn();
    await setTornAside(log, { file, wallTime: clock.wallTime, tell });
  }

  /** In order, until the disk refuses one. */
  async function writePending(): Promise<void> {
    stopRetry();
    for (let entry = pending[0]; entry !== undefined; entry = pending[0]) {
      try {
        await setAside();
        ownLineAdded(log, await appendLine(file, formatRecord(entry)));
      } catch (error) {
        refused(describeError(error));
        return;
      }
      pending.shift();
    }
    if (why !== null) {
      over('log-unsaved');
      tell('info', `The practice log is saved again in ${file}.`);
    }
    why = null;
    retryMs = firstRetryMs;
    // Where it can be written it can be read again.
    if (isUnread) await read();
  }

  function refused(reason: string): void {
    const text = `Your runs can't be saved in the practice log ${file}: ${reason}. They are kept until Offbook ends, and tried again; make room or mend the folder.`;
    if (why === null) tell('error', text, 'log-unsaved');
    why = reason;
    if (closed) return;
    stopRetry = clock.after(retryMs, () => void inTurn(writeAndTell));
    retryMs = Math.min(longestRetryMs, retryMs * 2);
  }

  async function writeAndTell(): Promise<void> {
    await writePending();
    changed();
  }

  await read();

  return {
    state: () => ({
      file,
      runs: log.runs.length,
      pending: pending.length,
      why,
      problems: log.problems,
      unreadable: log.unreadable,
      unknown: log.unknown,
    }),
    runs: () => log.runs,
    joins: () => log.joins,
    add: (entry, before = () => Promise.resolve()) => {
      coming.add(entry);
      takeEntry(log, entry);
      changed();
      return inTurn(async () => {
        await before();
        coming.delete(entry);
        pending.push(entry);
        await writeAndTell();
        return !pending.includes(entry);
      });
    },
    refresh: () =>
      inTurn(async () => {
        const before = { log, stamp: log.stamp, size: sizeOf(log) };
        await read();
        // Where there is no file, each reading gives another nothing.
        const isOther = log !== before.log && (log.stamp ?? before.stamp) !== null;
        if (isOther || sizeOf(log) !== before.size) changed();
      }),
    close: async () => {
      closed = true;
      stopRetry();
      await inTurn(async () => {
        await writePending();
        await setAside();
      });
      return [...pending];
    },
  };
}

function sizeOf({ runs, joins, unreadable, unknown }: LogContents): number {
  return runs.length + joins.length + unreadable + unknown;
}
