import { mkdir, open, stat, writeFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../base/system-error.ts';
import { stampFrom, type FileStamp } from '../base/file-stamp.ts';
import { newline, readBytes } from './log-lines.ts';
import { freeName, syncDirectory } from '../base/write-file.ts';

const space = 32;

/** A file before and after a line was added to it, and how many bytes were written for that. */
export interface Appended {
  before: FileStamp;
  after: FileStamp;
  bytes: number;
}

/**
 * Adds a line (given without its end) to a file and waits until the disk has it. One write in append mode, so
 * that lines of two programs never mix; where the last line has no end, it gets one first. Throws what the disk
 * says; what was written of a line that didn't fit is blanked.
 */
export async function appendLine(file: string, line: string): Promise<Appended> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a+', 0o600);
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
  // Some systems give the time of the last write only when the file was closed.
  return { before, after: stampFrom(await stat(file)), bytes: bytes.length };
}

/**
 * Copies bytes out of a file into a new one beside it, with the date in its name, and blanks them. The file keeps
 * its length, so that what another program adds meanwhile stays whole. Gives the new file; null, and nothing is
 * done, where they don't stand there any more, or go on.
 */
export async function moveAside(file: string, fromByte: number, bytes: Buffer, wallTime: Date): Promise<string | null> {
  const handle = await open(file, 'r+');
  try {
    const standing = await readBytes(handle, fromByte, fromByte + bytes.length + 1);
    const [next = newline] = standing.subarray(bytes.length);
    // Going on behind them, the line is being written by another program and not cut off.
    if (!standing.subarray(0, bytes.length).equals(bytes) || next !== newline) return null;
    const aside = await freeName(file, wallTime);
    await writeFile(aside, bytes, { flag: 'wx', mode: 0o600, flush: true });
    await blank(handle, fromByte, bytes);
    return aside;
  } finally {
    await handle.close();
  }
}

/** Blanks what was written last, if it still stands at the end. */
async function blankEnd(file: string, written: Buffer): Promise<void> {
  if (written.length === 0) return;
  const handle = await open(file, 'r+');
  try {
    const { size } = await handle.stat();
    const fromByte = size - written.length;
    if ((await readBytes(handle, fromByte, size)).equals(written)) await blank(handle, fromByte, written);
  } finally {
    await handle.close();
  }
}

/** Spaces in place of the bytes, with a line's end as the last one; a line of spaces is none. */
async function blank(handle: FileHandle, fromByte: number, bytes: Buffer): Promise<void> {
  const blanks = Buffer.alloc(bytes.length, space);
  if (bytes[0] === newline) blanks[0] = newline;
  blanks[bytes.length - 1] = newline;
  await handle.write(blanks, 0, blanks.length, fromByte);
  await sync(handle);
}

/** Some network disks can't be told to sync; the line is as safe there as they make it. */
async function sync(handle: FileHandle): Promise<void> {
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(errorCode(error))) throw error;
  }
}
