import { open, type FileHandle } from 'node:fs/promises';
import {
  formatRecord,
  parseRecord,
  type HistoryJoin,
  type LogLine,
  type RunRecord,
} from '../../core/rehearsal/record.ts';
import type { Problem } from '../../core/stories/model.ts';
import { errorCode } from '../base/system-error.ts';
import { isSameStamp, stampFrom, type FileStamp } from '../base/file-stamp.ts';
import { longestLineBytes, readBytes, readLines } from './log-lines.ts';
import type { Appended } from './log-write.ts';

type Entry = RunRecord | HistoryJoin;

/** What a practice log holds, and how far it was read. Reading on adds to it. */
export interface LogContents {
  runs: RunRecord[];
  joins: HistoryJoin[];
  /** Lines that can't be read, each a sentence with its number; the first hundred of them. */
  problems: Problem[];
  /** How many lines can't be read, and how many only a later program can. All stay in the file. */
  unreadable: number;
  unknown: number;
  /** What lies behind the last line's end; null for nothing, as it should be. */
  tail: LogTail | null;
  /** The file as it was when it was read, or when only this program had added to it since; null for none. */
  stamp: FileStamp | null;
  lines: number;
  endByte: number;
  /** By their date, to tell a line that was written twice, since it wasn't clear whether the first time worked. */
  seen: Map<string, Entry[]>;
}

/** A last line without its end. It may be whole all the same. */
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
 * Reads a practice log: all of it, unless nothing but this program's own lines (see `ownLineAdded`) came to it since
 * `before`, which then goes on. A log that isn't there is empty. Changes nothing on the disk; throws what it says.
 */
export async function readLog(file: string, before: LogContents): Promise<LogContents> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, 'r');
    return await readOn(handle, file, before);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return emptyLog();
    // What was read of it can't be told from what wasn't: all of it is read next time.
    before.stamp = null;
    throw error;
  } finally {
    await handle?.close();
  }
}

/** Adds an entry unless it is there. */
export function takeEntry(log: LogContents, entry: Entry): void {
  const sameDate = log.seen.get(entry.at);
  if (sameDate === undefined) log.seen.set(entry.at, [entry]);
  else {
    if (sameDate.some((other) => isSame(other, entry))) return;
    sameDate.push(entry);
  }
  if (entry.type === 'run') log.runs.push(entry);
  else log.joins.push(entry);
}

function isSame(one: Entry, other: Entry): boolean {
  if (one.type === 'run' && other.type === 'run' && one.story !== other.story) return false;
  return formatRecord(one) === formatRecord(other);
}

async function readOn(handle: FileHandle, file: string, before: LogContents): Promise<LogContents> {
  const stats = await handle.stat();
  if (!stats.isFile()) throw new Error('it is not a file');
  const stamp = stampFrom(stats);
  // Whoever changed the file can have done so anywhere in it: its length alone tells nothing.
  const log = before.stamp !== null && isSameStamp(before.stamp, stamp) ? before : emptyLog();
  log.stamp = stamp;
  log.endByte = await readLines(handle, log.endByte, (line) => {
    log.lines += 1;
    takeLine(log, file, line === null ? { kind: 'unreadable', why: 'it is far too long' } : lineOf(line));
  });
  log.tail = await readTail(handle, log.endByte);
  if (log.tail !== null) takeWhole(log, log.tail.line);
  return log;
}

/** This program added a line: where nobody else changed the file since it was read, it needn't be read anew. */
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

/** Blank lines are none; a byte order mark, as some editors write it, is blank too. */
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
  const message = `This line of the practice log can't be read: ${line.why}. It is left out and stays in the file; correct it, or delete it.`;
  log.problems.push({ file, line: log.lines, severity: 'warning', code: 'log-line', message });
}

function takeWhole(log: LogContents, line: LogLine): boolean {
  if (line.kind === 'run') takeEntry(log, line.run);
  else if (line.kind === 'join') takeEntry(log, line.join);
  else return false;
  return true;
}
