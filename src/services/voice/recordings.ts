import { readdir, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { dateForLog } from '../../core/local-date.ts';
import type { Recorded } from '../../core/voice/heard.ts';
import { recordingsToDelete } from '../../core/voice/recordings.ts';
import type { Clock, RecordingAnswer, RecordingRequest } from '../base/program.ts';
import { makePrivateFolder } from '../base/private-folder.ts';
import { withFileLock } from '../base/file-lock.ts';
import { replaceFile } from '../base/write-file.ts';
import { describeError, errorCode } from '../base/system-error.ts';
import {
  appendSound,
  noteFile,
  readNote,
  RecordingOver,
  recordingIds,
  removeRecording,
  soundBytes,
  soundFile,
  syncSound,
  type RecordingFile,
  type RecordingNote,
} from './recording-file.ts';
import { serveRecording } from './serve-recording.ts';

/** The recordings on disk. Several programs can share them. */
export interface RecordingStore {
  /** Begins a recording. Beginning it again changes nothing. Resolves with a sentence if the disk refuses it. */
  start: (id: string, storyId: string) => Promise<string | null>;
  /** Adds bytes to it from a byte on; those that are there stay. Resolves with a sentence if it can’t go on. */
  append: (id: string, fromByte: number, bytes: Buffer) => Promise<string | null>;
  /** Keeps what the page knows about a recording that ended. Resolves with a sentence if the disk refuses that. */
  finish: (recorded: Recorded) => Promise<string | null>;
  /** All of them, the latest first. Rejects with the disk’s error. */
  list: () => Promise<RecordingFile[]>;
  /** Rejects with a sentence if the recording is gone, or the disk refuses. */
  star: (id: string, starred: boolean) => Promise<void>;
  /** Rejects with the disk’s error. */
  remove: (id: string) => Promise<void>;
  removeAll: () => Promise<void>;
  /** Reads a recording, or a part of it, for a page that plays it; null if it is gone. Rejects with the disk’s error. */
  read: (request: RecordingRequest) => Promise<RecordingAnswer | null>;
  /** Waits for the disk. */
  settled: () => Promise<void>;
}

export interface RecordingStoreOptions {
  /** The folder for them; created with the first. */
  directory: string;
  clock: Pick<Clock, 'wallTime'>;
  /** The space that they may take, apart from those that stay anyway. */
  capBytes: () => number;
  /** A recording began, ended, changed or is gone. */
  changed: () => void;
}

/** So old, what a killed program left half done is nobody’s any more. */
const abandonedMs = 24 * 3_600_000;

/** There can be thousands, and a process may open only so many files. */
const openAtOnce = 32;

const gone = 'somebody deleted it';

export function setUpRecordings({ directory, clock, capBytes, changed }: RecordingStoreOptions): RecordingStore {
  /** One task at a time, so that slices stay in order. */
  let queue: Promise<unknown> = Promise.resolve();
  function inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const done = queue.then(task);
    queue = Promise.allSettled([done]);
    return done;
  }

  /** Null, or a sentence that begins like this. */
  async function refusal(sentence: string, task: () => Promise<void>): Promise<string | null> {
    try {
      await task();
      return null;
    } catch (error) {
      if (error instanceof RecordingOver) return `${sentence}: ${error.message}.`;
      return `${sentence} in ${directory}: ${describeError(error)}.`;
    }
  }

  async function changeNote(id: string, change: (note: RecordingNote | null) => RecordingNote | null): Promise<void> {
    await withFileLock(noteFile(directory, id), async () => {
      const before = await readNote(directory, id);
      const after = change(before);
      if (after === null) throw new RecordingOver(gone);
      if (after !== before) await replaceFile(noteFile(directory, id), `${JSON.stringify(after)}\n`);
    });
  }

  async function read(): Promise<RecordingFile[]> {
    const ids = await recordingIds(directory);
    const files: RecordingFile[] = [];
    for (let from = 0; from < ids.length; from += openAtOnce) {
      const some = await Promise.all(ids.slice(from, from + openAtOnce).map((id) => readOne(id)));
      files.push(...some.flatMap((file) => file ?? []));
    }
    return files.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  }

  /** Null without sound. Without its note, nobody knows the story. */
  async function readOne(id: string): Promise<RecordingFile | null> {
    const bytes = await soundBytes(directory, id);
    if (bytes === 0) return null;
    const note = await readNote(directory, id);
    if (note !== null) return { ...note, id, bytes };
    const { mtime } = await stat(soundFile(directory, id));
    return { story: '', at: dateForLog(mtime), starred: false, recorded: null, id, bytes };
  }

  /** Deletes the oldest that don’t fit, and what killed programs left half done. */
  async function prune(): Promise<void> {
    const recordings = await read();
    const listed = recordings.map(({ story, ...rest }) => ({ ...rest, storyId: story }));
    for (const id of recordingsToDelete(listed, capBytes())) {
      await withFileLock(noteFile(directory, id), async () => {
        // Another program may have given it a star meanwhile.
        if ((await readNote(directory, id))?.starred !== true) await removeRecording(directory, id);
      });
    }
    await sweep(new Set(recordings.map(({ id }) => id)));
  }

  async function sweep(withSound: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(directory)) {
      const isSilent = name.endsWith('.json') && !withSound.has(name.slice(0, -'.json'.length));
      if (!isSilent && !name.endsWith('.new')) continue;
      const left = path.join(directory, name);
      try {
        if (clock.wallTime().getTime() - (await stat(left)).mtimeMs > abandonedMs) await rm(left, { force: true });
      } catch (error) {
        // Another program was quicker.
        if (errorCode(error) !== 'ENOENT') throw error;
      }
    }
  }

  return {
    start: (id, storyId) =>
      inTurn(() =>
        refusal('This run can’t be recorded', async () => {
          await makePrivateFolder(directory, homedir());
          const at = dateForLog(clock.wallTime());
          await changeNote(id, (note) => note ?? { story: storyId, at, starred: false, recorded: null });
          await prune();
        }),
      ),
    append: (id, fromByte, bytes) =>
      inTurn(() =>
        refusal('The run goes on, but its recording stopped', async () => {
          if ((await readNote(directory, id)) === null) throw new RecordingOver(gone);
          try {
            await appendSound(directory, id, fromByte, bytes);
          } catch (error) {
            throw errorCode(error) === 'ENOENT' ? new RecordingOver(gone) : error;
          }
          if (fromByte === 0) changed();
        }),
      ),
    finish: (recorded) =>
      inTurn(() =>
        refusal('The recording can be heard, but its marks can’t be saved', async () => {
          const { id } = recorded;
          if ((await soundBytes(directory, id)) === 0) return removeRecording(directory, id);
          await syncSound(directory, id);
          await changeNote(id, (note) => note && { ...note, recorded });
          await prune();
          changed();
        }),
      ),
    list: () => inTurn(read),
    star: async (id, starred) => {
      const why = await inTurn(() =>
        refusal('The recording can’t get a star', () => changeNote(id, (note) => note && { ...note, starred })),
      );
      if (why !== null) throw new Error(why);
      changed();
    },
    remove: async (id) => {
      await inTurn(() => removeRecording(directory, id));
      changed();
    },
    removeAll: async () => {
      await inTurn(async () => {
        for (const id of await recordingIds(directory)) await removeRecording(directory, id);
      });
      changed();
    },
    read: (request) => serveRecording(directory, request),
    settled: async () => void (await queue),
  };
}
