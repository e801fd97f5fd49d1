import type { Handlers } from '../../core/contract/contract.ts';
import { recordingsPath, type KeptRecording } from '../../core/voice/recordings.ts';
import type { PracticeLog } from '../practice/log.ts';
import type { Practice } from '../practice/statistics.ts';
import type { RecordingStore } from './recordings.ts';

export interface RecordingParts {
  store: RecordingStore;
  practice: Pick<Practice, 'history'>;
  /** The log, once it is read. */
  log: () => Promise<Pick<PracticeLog, 'runs'>>;
}

type RecordingCalls =
  | 'startRecording'
  | 'appendRecording'
  | 'finishRecording'
  | 'readRecordings'
  | 'recordingAddress'
  | 'starRecording'
  | 'deleteRecording'
  | 'deleteAllRecordings';

/** The calls about recordings. */
export function recordingHandlers({ store, practice, log }: RecordingParts): Pick<Handlers, RecordingCalls> {
  async function readAll(): Promise<KeptRecording[]> {
    const runs = (await log()).runs();
    const { homeOf } = practice.history();
    const runOf = new Map(runs.flatMap((run) => (run.heard?.recording ? [[run.heard.recording.id, run]] : [])));
    return (await store.list()).map(({ story, recorded, ...file }) => {
      const run = runOf.get(file.id);
      // In a mock interview, the person chooses the story after the recording began.
      const told = run?.story ?? story;
      return {
        ...file,
        storyId: homeOf(told) ?? told,
        // A page that was killed never said what it knew at the end.
        recorded: recorded ?? run?.heard?.recording ?? null,
        sections: run?.sections ?? [],
      };
    });
  }

  return {
    startRecording: ({ id, storyId }) => store.start(id, storyId),
    appendRecording: ({ id, fromByte, data }) => store.append(id, fromByte, Buffer.from(data, 'base64')),
    finishRecording: ({ recorded }) => store.finish(recorded),
    readRecordings: async ({ storyId }) => {
      const all = await readAll();
      const recordings = storyId === null ? all : all.filter((recording) => recording.storyId === storyId);
      return { recordings, totalBytes: all.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
    recordingAddress: ({ id }) => `${recordingsPath}${id}`,
    starRecording: async ({ id, starred }) => {
      await store.star(id, starred);
      return null;
    },
    deleteRecording: async ({ id }) => {
      await store.remove(id);
      return null;
    },
    deleteAllRecordings: async () => {
      await store.removeAll();
      return null;
    },
  };
}
