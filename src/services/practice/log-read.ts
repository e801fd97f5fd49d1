import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import {
  formatRecord,
  parseRecord,
  type HistoryJoin,
  type LogLine,
  type RunRecord,
} from '../../core/rehearsal/record.ts';
import type { Problem } from '../../core/stories/model.ts';
import { errorCode } from '../base/system-error.ts';
import { openRegular } from '../base/regular-file.ts';
import { isSameStamp, stampFrom, type FileStamp } from '../base/file-stamp.ts';
import { longestLineBytes, readBytes, readLogLines } from './log-lines.ts';
import type { Appended } from './log-write.ts';

type Entry = RunRecord | HistoryJoin;

/** What a practice log holds, and how far it was read. Reading more adds to it. */
export interface LogContents {
  /** Each as it was logged last. */
  runs: RunRecord[];
  joins: HistoryJoin[];
  /** The first hundred lines that can’t be read, each as a sentence with its line number. */
  problems: Problem[];
  /** How many lines can’t be read, and how many only a newer program can read. All stay in the file. */
  unreadable: number;
  unknown: number;
  /** What follows the last line’s end; null if nothing does, as it should be. */
  tail: LogTail | null;
  /** The file when it was read, or after only this program added to it; null without a file. */
  stamp: FileStamp | null;
  lines: number;
  endByte: number;
  /** By date, to find lines written twice because it wasn’t clear whether the first time worked. */
  seen: Map<string, Entry[]>;
}

/** A last line without its end. It may be complete all the same. */
export interface LogTail {
  fromByte: number;
  bytes: Buffer;
  line: LogLine;
}

const mostProblems = 100;

export function emptyLog(): LogContents {
  return {
    runs: [],
    joins: [],
    problems: [],
    unreadable: 0,
    unknown: 0,
    tail: null,
    stamp: null,
    lines: 0,
    endByte: 0,
    seen: new Map(),
  };
}

/**
 * Reads a practice log: all of it, unless only this program’s own lines (see `ownLineAdded`) were added since `before`,
 * which it then extends. A log that doesn’t exist is empty. Changes nothing on disk; throws the disk’s error.
 */
export async function readLog(file: string, before: LogContents): Promise<LogContents> {
  let handle: FileHandle | null = null;
  try {
    handle = await openRegular(file, constants.O_RDONLY);
    return await readOn(handle, file, before);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return emptyLog();
    // Nobody knows how much of it was read, so next time it is read from the start.
    before.stamp = null;
    throw error;
  } finally {
    await handle?.close();
  }
}

/** Adds an entry unless it is there already. */
export function takeEntry(log: LogContents, entry: Entry): void {
  const sameDate = log.seen.get(entry.at);
  if (sameDate === undefined) log.seen.set(entry.at, [entry]);
  else {
    if (sameDate.some((other) => isSame(other, entry))) return takeAgain(log, entry);
    sameDate.push(entry);
  }
  if (entry.type === 'run') takeRun(log, entry);
  else log.joins.push(entry);
}

/**
 * A run takes the place of the one that it replaces: that of its story, else of the story that the person answered with
 * before.
 */
function takeRun({ runs }: LogContents, run: RunRecord): void {
  const { replaces } = run;
  const ofStory = replaces === undefined ? -1 : lastRun(runs, replaces, run.story);
  const replaced = replaces === undefined || ofStory !== -1 ? ofStory : lastRun(runs, replaces, null);
  if (replaced === -1) runs.push(run);
  else runs[replaced] = run;
}

/** A rating that was changed and changed back is the same line again, and counts again. */
function takeAgain({ runs }: LogContents, entry: Entry): void {
  if (entry.type !== 'run' || entry.replaces === undefined) return;
  const rated = lastRun(runs, entry.at, entry.story);
  if (rated !== -1) runs[rated] = entry;
}

function lastRun(runs: readonly RunRecord[], date: string, ofStory: string | null): number {
  return runs.findLastIndex(({ at, story }) => at === date && (ofStory === null || story === ofStory));
}

function isSame(one: Entry, other: Entry): boolean {
  if (one.type === 'run' && other.type === 'run' && one.story !== other.story) return false;
  return formatRecord(one) === formatRecord(other);
}

async function readOn(handle: FileHandle, file: string, before: LogContents): Promise<LogContents> {
  const stats = await handle.stat();
  const stamp = stampFrom(stats);
  // A change can be anywhere in the file, so its length alone proves nothing.
  const log = before.stamp !== null && isSameStamp(before.stamp, stamp) ? before : emptyLog();
  log.stamp = stamp;
  log.endByte = await readLogLines(handle, log.endByte, (line) => {
    log.lines += 1;
    takeLine(log, file, line === null ? { kind: 'unreadable', why: 'it is far too long' } : lineOf(line));
  });
  log.tail = await readTail(handle, log.endByte);
  if (log.tail !== null) takeWhole(log, log.tail.line);
  return log;
}

/** Notes that this program added a line. If nobody else changed the file, it needn’t be read again. */
export function ownLineAdded(log: LogContents, { before, after, bytes }: Appended): void {
  const isAsRead = log.stamp === null ? log.endByte === 0 && before.size === 0 : isSameStamp(log.stamp, before);
  const isAlone = after.inode === before.inode && after.size === before.size + bytes;
  log.stamp = isAsRead && isAlone ? after : null;
}

async function readTail(handle: FileHandle, fromByte: number): Promise<LogTail | null> {
  const bytes = await readBytes(handle, fromByte, fromByte + longestLineBytes);
  const line = lineOf(bytes.toString('utf8'));
  return line === null ? null : { fromByte, bytes, line };
}

/** Blank lines don’t count; a byte order mark, which some editors write, is blank too. */
function lineOf(text: string): LogLine | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : parseRecord(trimmed);
}

function takeLine(log: LogContents, file: string, line: LogLine | null): void {
  if (line === null || takeWhole(log, line)) return;
  if (line.kind === 'unknown') {
    log.unknown += 1;
    return;
  }
  if (line.kind !== 'unreadable') return;
  log.unreadable += 1;
  if (log.problems.length >= mostProblems) return;
  const message = `This line of the practice log can’t be read: ${line.why}. It stays in the file but doesn’t count; correct or delete it.`;
  log.problems.push({ file, line: log.lines, severity: 'warning', code: 'log-line', message });
}

function takeWhole(log: LogContents, line: LogLine): boolean {
  if (line.kind === 'run') takeEntry(log, line.run);
  else if (line.kind === 'join') takeEntry(log, line.join);
  else return false;
  return true;
}
