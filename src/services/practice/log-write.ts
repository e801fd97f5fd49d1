import { constants } from 'node:fs';
import { stat, writeFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, describeError } from '../base/system-error.ts';
import { stampFrom, type FileStamp } from '../base/file-stamp.ts';
import { newline, readBytes, longestLineBytes } from './log-lines.ts';
import { makeFolder } from '../base/private-folder.ts';
import { openRegular } from '../base/regular-file.ts';
import { freeName, syncDirectory } from '../base/write-file.ts';
import type { LogContents } from './log-read.ts';
import type { Notifier } from '../../core/notices.ts';

const { O_APPEND, O_CREAT, O_RDWR } = constants;

const space = 32;

/** A file before and after a line was added to it, and how many bytes that took. */
export interface Appended {
  before: FileStamp;
  after: FileStamp;
  bytes: number;
}

/**
 * Adds a line (given without its end) to a file and waits until it is on disk. It writes once, in append mode, so that
 * lines of two programs never mix; a last line without an end gets one first. Throws the disk’s error; blanks what it
 * wrote of a line that didn’t fit.
 */
export async function appendLine(file: string, line: string): Promise<Appended> {
  makeFolder(path.dirname(file));
  const handle = await openRegular(file, O_RDWR | O_APPEND | O_CREAT, 0o600);
  let before: FileStamp;
  let bytes: Buffer;
  try {
    before = stampFrom(await handle.stat());
    const [last = newline] = await readBytes(handle, before.size - 1, before.size);
    bytes = Buffer.from(`${last === newline ? '' : '\n'}${line}\n`);
    const { bytesWritten } = await handle.write(bytes);
    if (bytesWritten < bytes.length) {
      await blankEnd(file, bytes.subarray(0, bytesWritten));
      throw new Error('only a part of the line could be written, as when the disk is full');
    }
    await sync(handle);
  } finally {
    await handle.close();
  }
  if (before.size === 0) await syncDirectory(path.dirname(file));
  // Some systems update the time of the last write only when the file is closed.
  return { before, after: stampFrom(await stat(file)), bytes: bytes.length };
}

/**
 * Copies bytes out of a file into a new one beside it, with the date in its name, and blanks them. The file keeps its
 * length, so that what another program adds meanwhile stays whole. Returns the new file; null if the bytes changed or
 * more follow them, and then nothing happens.
 */
async function moveAside(file: string, fromByte: number, bytes: Buffer, wallTime: Date): Promise<string | null> {
  const handle = await openRegular(file, O_RDWR);
  try {
    const found = await readBytes(handle, fromByte, fromByte + bytes.length + 1);
    const [next = newline] = found.subarray(bytes.length);
    // If more follows, the line wasn’t cut off: another program is writing it.
    if (!found.subarray(0, bytes.length).equals(bytes) || next !== newline) return null;
    const aside = await freeName(file, wallTime);
    await writeFile(aside, bytes, { flag: 'wx', mode: 0o600, flush: true });
    await blank(handle, fromByte, bytes);
    return aside;
  } finally {
    await handle.close();
  }
}

/** Blanks what was written last, if it is still the file’s end. */
async function blankEnd(file: string, written: Buffer): Promise<void> {
  if (written.length === 0) return;
  const handle = await openRegular(file, O_RDWR);
  try {
    const { size } = await handle.stat();
    const fromByte = size - written.length;
    if ((await readBytes(handle, fromByte, size)).equals(written)) await blank(handle, fromByte, written);
  } finally {
    await handle.close();
  }
}

/** Replaces the bytes with spaces and a line’s end: a line of spaces doesn’t count. */
async function blank(handle: FileHandle, fromByte: number, bytes: Buffer): Promise<void> {
  const blanks = Buffer.alloc(bytes.length, space);
  if (bytes[0] === newline) blanks[0] = newline;
  blanks[bytes.length - 1] = newline;
  await handle.write(blanks, 0, blanks.length, fromByte);
  await sync(handle);
}

/** Some network disks can’t sync; the line is as safe there as they make it. */
async function sync(handle: FileHandle): Promise<void> {
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(errorCode(error))) throw error;
  }
}

/** Where the log is, the time, and how to tell the person. */
export interface TornParts {
  file: string;
  wallTime: () => Date;
  tell: Notifier['tell'];
}

/** Moves a last line that was cut off into a file of its own, and tells the person. Never throws. */
export async function setTornAside(log: LogContents, { file, wallTime, tell }: TornParts): Promise<void> {
  const torn = log.tail;
  if (torn?.line.kind !== 'unreadable' || torn.bytes.length >= longestLineBytes) return;
  log.tail = null;
  try {
    const aside = await moveAside(file, torn.fromByte, torn.bytes, wallTime());
    if (aside === null) return;
    tell(
      'info',
      `The last line of the practice log ${file} was cut off, maybe because the computer stopped while writing. It was moved to ${aside}; the lines before it are intact.`,
    );
  } catch (error) {
    tell(
      'error',
      `The last line of the practice log ${file} is cut off and can’t be moved aside: ${describeError(error)}.`,
    );
  }
}
