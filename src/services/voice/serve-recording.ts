import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import * as v from 'valibot';
import { recordingId, recordingsPath } from '../../core/voice/recordings.ts';
import type { RecordingAnswer, RecordingRequest } from '../base/program.ts';
import { openRegular } from '../base/regular-file.ts';
import { errorCode } from '../base/system-error.ts';
import { soundFile } from './recording-file.ts';

/** The recording that a path asks for; null if it isn’t the path of one. */
export function recordingOfPath(addressPath: string): string | null {
  if (!addressPath.startsWith(recordingsPath)) return null;
  const id = addressPath.slice(recordingsPath.length);
  return v.is(recordingId, id) ? id : null;
}

/**
 * Reads a recording, or the part of it that the request asks for. It may still grow. Null if it doesn’t exist; throws the
 * disk’s error.
 */
export async function serveRecording(
  directory: string,
  { id, method, range }: RecordingRequest,
): Promise<RecordingAnswer | null> {
  const handle = await open(soundFile(directory, id));
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    const headers = { 'Content-Type': 'audio/webm', 'Accept-Ranges': 'bytes', 'Cache-Control': 'no-store' };
    // RFC 9110 defines ranges for GET alone.
    const part = method === 'HEAD' || range === null ? null : partOf(range, size);
    if (part === 'outside') {
      const unsatisfied = { ...headers, 'Content-Range': `bytes */${size}`, 'Content-Length': '0' };
      return { status: 416, headers: unsatisfied, body: Buffer.alloc(0) };
    }
    const { from, to } = part ?? { from: 0, to: size };
    const body = method === 'HEAD' ? Buffer.alloc(0) : await readPart(handle, from, to);
    const length = method === 'HEAD' ? size : body.length;
    const whole = { ...headers, 'Content-Length': String(length) };
    if (part === null) return { status: 200, headers: whole, body };
    return { status: 206, headers: { ...whole, 'Content-Range': `bytes ${from}-${from + length - 1}/${size}` }, body };
  } finally {
    await handle.close();
  }
}

async function open(file: string): Promise<FileHandle | null> {
  try {
    return await openRegular(file, constants.O_RDONLY);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'].includes(errorCode(error))) return null;
    throw error;
  }
}

/**
 * The bytes from one to before another that a `Range` header asks for. Null if it isn’t one range of bytes: then the whole
 * is the answer, as RFC 9110 (section 14.2) allows.
 */
function partOf(range: string, size: number): { from: number; to: number } | 'outside' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/u.exec(range.trim()) ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(size, Number(last));
    return length === 0 ? 'outside' : { from: size - length, to: size };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return null;
  return from >= size ? 'outside' : { from, to: last === '' ? size : Math.min(size, Number(last) + 1) };
}

async function readPart(handle: FileHandle, from: number, to: number): Promise<Buffer<ArrayBuffer>> {
  const body = Buffer.alloc(to - from);
  let filled = 0;
  while (filled < body.length) {
    const { bytesRead } = await handle.read(body, filled, body.length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return body.subarray(0, filled);
}
