import { constants } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { recorded } from '../../core/voice/heard.ts';
import { recordingId } from '../../core/voice/recordings.ts';
import { parseMoment } from '../../core/rehearsal/iso-time.ts';
import { parseJson } from '../../core/values.ts';
import { openRegular, readRegular } from '../base/regular-file.ts';
import { errorCode } from '../base/system-error.ts';

/*
 * A recording is two files: the sound, which only grows, and a note about it. The note is there before the first byte of
 * sound, and goes after it, so that whatever is killed, no sound is without a note.
 */

/** About eight hours. Nobody tells a story for so long; a page with a bug may. */
const longestRecordingBytes = 96 * 1024 * 1024;

const note = v.object({
  story: v.string(),
  at: v.pipe(
    v.string(),
    v.check((text) => parseMoment(text) !== null),
  ),
  starred: v.boolean(),
  recorded: v.nullable(recorded),
});
export type RecordingNote = v.InferOutput<typeof note>;

/** What is on disk of a recording. */
export interface RecordingFile extends RecordingNote {
  id: string;
  bytes: number;
}

export function soundFile(directory: string, id: string): string {
  return path.join(directory, `${id}.webm`);
}

export function noteFile(directory: string, id: string): string {
  return path.join(directory, `${id}.json`);
}

/** The ids of everything in the folder that belongs to a recording; none without a folder. Throws the disk’s error. */
export async function recordingIds(directory: string): Promise<string[]> {
  const names = await unlessMissing(() => readdir(directory), []);
  const ids = names.flatMap((name) => /^(.+)\.(?:webm|json)$/u.exec(name)?.[1] ?? []);
  return [...new Set(ids.filter((id) => v.is(recordingId, id)))];
}

/** The note of a recording; null if it is gone or can’t be read. */
export async function readNote(directory: string, id: string): Promise<RecordingNote | null> {
  const text = await unlessMissing(async () => (await readRegular(noteFile(directory, id))).toString('utf8'), null);
  const parsed = v.safeParse(note, text === null ? null : parseJson(text));
  return parsed.success ? parsed.output : null;
}

/** The size of the sound in bytes; 0 without any. Throws the disk’s error. */
export async function soundBytes(directory: string, id: string): Promise<number> {
  return unlessMissing(async () => {
    const found = await stat(soundFile(directory, id));
    return found.isFile() ? found.size : 0;
  }, 0);
}

/** The sound first: see above. Throws the disk’s error. */
export async function removeRecording(directory: string, id: string): Promise<void> {
  await rm(soundFile(directory, id), { force: true });
  await rm(noteFile(directory, id), { force: true });
}

/** Why a recording can’t go on, as the second half of a sentence. */
export class RecordingOver extends Error {}

/**
 * Adds bytes to the sound, from a byte on. Those that are there already stay as they are, so that a page whose answer got
 * lost can send them again. Throws the disk’s error, or a `RecordingOver` if the recording can’t go on.
 */
export async function appendSound(directory: string, id: string, fromByte: number, bytes: Buffer): Promise<void> {
  const { O_CREAT, O_RDWR } = constants;
  const handle = await openRegular(soundFile(directory, id), fromByte === 0 ? O_RDWR | O_CREAT : O_RDWR, 0o600);
  try {
    const { size } = await handle.stat();
    if (fromByte > size) throw new RecordingOver('a part of it is missing on the disk');
    const fresh = bytes.subarray(size - fromByte);
    if (size + fresh.length > longestRecordingBytes) throw new RecordingOver('it is as long as a recording can be');
    for (let written = 0; written < fresh.length;) {
      const { bytesWritten } = await handle.write(fresh, written, fresh.length - written, size + written);
      written += bytesWritten;
    }
  } finally {
    await handle.close();
  }
}

/** Waits until the sound is on disk. Throws the disk’s error. */
export async function syncSound(directory: string, id: string): Promise<void> {
  const handle = await openRegular(soundFile(directory, id), constants.O_RDWR);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function unlessMissing<Value>(read: () => Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return otherwise;
    throw error;
  }
}
