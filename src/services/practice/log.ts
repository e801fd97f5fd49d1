import path from 'node:path';
import { formatRecord, type HistoryJoin, type RunRecord } from '../../core/rehearsal/record.ts';
import type { PracticeLogState } from '../../core/rehearsal/state.ts';
import type { Clock } from '../base/program.ts';
import { describeError } from '../base/system-error.ts';
import { emptyLog, ownLineAdded, readLog, takeEntry, type LogContents } from './log-read.ts';
import { shrunkMessage } from './log-messages.ts';
import { setTornAside, appendLine } from './log-write.ts';
import type { Notifier } from '../../core/notices.ts';

/** What a line of the log is about. */
export type LogEntry = RunRecord | HistoryJoin;

export interface PracticeLog {
  state: () => PracticeLogState;
  /** In the order of the file, pending ones last. */
  runs: () => readonly RunRecord[];
  joins: () => readonly HistoryJoin[];
  /**
   * Logs an entry, which counts at once. Resolves when it is on disk (true) or the disk didn’t take it yet (false). Waits
   * for `before` first, which must not reject.
   */
  add: (entry: LogEntry, before?: () => Promise<void>) => Promise<boolean>;
  /** Looks for changes by another program, or by a person with an editor. */
  refresh: () => Promise<void>;
  /** Tries a last time to save what is pending. Returns the entries that couldn’t be saved. */
  close: () => Promise<LogEntry[]>;
}

export interface PracticeLogOptions {
  /** The folder of `practice-log.jsonl`; created with the first run. */
  directory: string;
  clock: Clock;
  /** Shows the person what is wrong with their log; `over` withdraws it. */
  tell: Notifier['tell'];
  over?: Notifier['over'];
  /** The runs or the state changed. */
  changed?: () => void;
}

/** A line without an end that is unchanged after this long was cut off: nobody is still writing it. */
const tornAfterMs = 100;
const firstRetryMs = 2000;
const longestRetryMs = 60_000;

/** The path of the practice log in a settings folder. */
export function practiceLogFile(directory: string): string {
  return path.join(directory, 'practice-log.jsonl');
}

/**
 * The log of all rehearsals: one JSON line for each run, appended and synced. A last line that was cut off is moved to
 * a file of its own; lines that can’t be read, or only by a newer program, stay in the file. What the disk doesn’t take
 * stays pending, and the log tries again after a while and with the next entry. Never throws.
 */
export async function openPracticeLog(options: PracticeLogOptions): Promise<PracticeLog> {
  const { directory, clock, tell, over = () => undefined, changed = () => undefined } = options;
  const file = practiceLogFile(directory);
  let log = emptyLog();
  /** Entries that count already: those waiting for their turn, then those waiting for the disk. */
  const coming = new Set<LogEntry>();
  const pending: LogEntry[] = [];
  /** How many runs disappeared from the file while the program had it open. */
  let missing = 0;
  let why: string | null = null;
  let isUnread = false;
  let retryMs = firstRetryMs;
  let closed = false;
  let stopRetry = (): void => undefined;
  let stopTorn = (): void => undefined;

  /** One task at a time for the disk. */
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
        `The practice log ${file} can’t be read: ${describeError(error)}. Earlier runs won’t show until it can be; new ones are added as soon as the disk takes them.`,
        'log-unread',
      );
    }
  }

  /** After the whole log was read again. */
  function compare(before: LogContents): void {
    // A run whose line can’t be read any more isn’t gone: the unreadable line has a message of its own.
    const added = log.runs.length - before.runs.length + Math.max(0, log.unreadable - before.unreadable);
    if (added < 0) {
      missing -= added;
      tell('error', shrunkMessage(file, log.runs.length, missing), 'log-shrunk');
    } else if (missing > 0 && added >= missing) {
      missing = 0;
      over('log-shrunk');
    }
  }

  async function setAside(): Promise<void> {
    stopTorn();
    await setTornAside(log, { file, wallTime: clock.wallTime, tell });
  }

  /** Writes in order, until the disk refuses an entry. */
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
      tell('info', `The practice log ${file} is up to date again.`);
    }
    why = null;
    retryMs = firstRetryMs;
    // If it can be written, it can probably be read again.
    if (isUnread) await read();
  }

  function refused(reason: string): void {
    const text = `Your runs can’t be saved in the practice log ${file}: ${reason}. Offbook keeps them until it quits and will try again. Free some space or fix the folder.`;
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
        // Without a file, each reading returns another empty log.
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
