import path from 'node:path';
import { formatRecord, type HistoryJoin, type RunRecord } from '../core/rehearsal/record.ts';
import type { PracticeLogState } from '../core/rehearsal/state.ts';
import type { Clock } from './app-types.ts';
import { reasonOf } from './error-code.ts';
import { longestLineBytes } from './practice-log-lines.ts';
import { emptyLog, readLog, takeEntry, type LogContents } from './practice-log-read.ts';
import { appendLine, moveAside } from './practice-log-write.ts';

export interface PracticeLog {
  state: () => PracticeLogState;
  /** In the order of the file, pending ones last. */
  runs: () => readonly RunRecord[];
  joins: () => readonly HistoryJoin[];
  /**
   * Logs an entry: it counts at once. Resolves when the disk has it (true) or didn't take it yet (false). What is to
   * be on disk `before` it, is; that must not reject.
   */
  add: (entry: RunRecord | HistoryJoin, before?: () => Promise<void>) => Promise<boolean>;
  /** Looks for what another program, or a person with an editor, added. */
  refresh: () => Promise<void>;
  /** Tries once more what is pending, and ends; gives how many entries could not be saved. */
  close: () => Promise<number>;
}

export interface PracticeLogOptions {
  /** The folder that `practice-log.jsonl` lies in; made when the first run is logged. */
  directory: string;
  clock: Clock;
  /** Tells the person what became of their log. */
  tell: (severity: 'info' | 'error', text: string) => void;
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
  const { directory, clock, tell, changed = () => undefined } = options;
  const file = practiceLogFile(directory);
  let log = emptyLog();
  const pending: (RunRecord | HistoryJoin)[] = [];
  let why: string | null = null;
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
    try {
      log = await readLog(file, log);
      for (const entry of pending) takeEntry(log, entry);
      stopTorn();
      if (log.tail !== null && !closed) stopTorn = clock.after(tornAfterMs, () => void inTurn(setTornAside));
    } catch (error) {
      tell(
        'error',
        `The practice log ${file} can't be read: ${reasonOf(error)}. Earlier runs don't show until it can be; new ones are added as soon as the disk takes them.`,
      );
    }
  }

  async function setTornAside(): Promise<void> {
    stopTorn();
    const torn = log.tail;
    if (torn?.line.kind !== 'unreadable' || torn.bytes.length >= longestLineBytes) return;
    log.tail = null;
    try {
      const aside = await moveAside(file, torn.fromByte, torn.bytes, clock.wallTime());
      if (aside === null) return;
      tell(
        'info',
        `The last line of the practice log ${file} was cut off, as when the computer stops while writing. It is kept in ${aside}; nothing else is lost.`,
      );
    } catch (error) {
      tell('error', `The last line of the practice log ${file} is cut off and can't be set aside: ${reasonOf(error)}.`);
    }
  }

  /** In order, until the disk refuses one. */
  async function writePending(): Promise<void> {
    stopRetry();
    for (let entry = pending[0]; entry !== undefined; entry = pending[0]) {
      try {
        await setTornAside();
        await appendLine(file, formatRecord(entry));
      } catch (error) {
        refused(reasonOf(error));
        return;
      }
      pending.shift();
    }
    if (why !== null) tell('info', `The practice log is saved again in ${file}.`);
    why = null;
    retryMs = firstRetryMs;
  }

  function refused(reason: string): void {
    const text = `Your runs can't be saved in the practice log ${file}: ${reason}. They are kept until Offbook ends, and tried again; make room or mend the folder.`;
    if (why === null) tell('error', text);
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
      takeEntry(log, entry);
      changed();
      return inTurn(async () => {
        await before();
        pending.push(entry);
        // Again, since the log can have been read anew meanwhile.
        takeEntry(log, entry);
        await writeAndTell();
        return !pending.includes(entry);
      });
    },
    refresh: () =>
      inTurn(async () => {
        const before = { log, inode: log.inode, size: sizeOf(log) };
        await read();
        // Where there is no file, each reading gives another nothing.
        const isOther = log !== before.log && (log.inode ?? before.inode) !== null;
        if (isOther || sizeOf(log) !== before.size) changed();
      }),
    close: async () => {
      closed = true;
      stopRetry();
      await inTurn(async () => {
        await writePending();
        await setTornAside();
      });
      return pending.length;
    },
  };
}

function sizeOf({ runs, joins, unreadable, unknown }: LogContents): number {
  return runs.length + joins.length + unreadable + unknown;
}
