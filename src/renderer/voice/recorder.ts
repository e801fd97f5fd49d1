import type { Recorded } from '../../core/voice/heard.ts';
import { peaksOf } from '../../core/voice/peaks.ts';
import { pageTimer, type PageTimer } from '../client/timer.ts';
import { setUpUpload, type RecordingBridge } from './upload.ts';

/** A recording under way. */
export interface Recording {
  /** Nothing is recorded until it resumes, as with the run’s clock. */
  pause: () => void;
  resume: () => void;
  /** The answer started so long ago, maybe before the recording; think time comes before it. */
  mark: (agoMs: number) => void;
  /** Ends it. Resolves when the program has it all, or after a while if that takes long; null without any sound. */
  stop: () => Promise<Recorded | null>;
  /** Ends it unless it has ended, and deletes it. A page that closes needn’t wait for anything. */
  discard: () => void;
  /** What is recorded so far; null without any sound. */
  recorded: () => Recorded | null;
}

interface RecordingOptions {
  stream: MediaStream;
  bridge: RecordingBridge;
  storyId: string;
  /** Listens to the loudest sample of each short stretch, 0 to 1, and how long ago that was; the result stops that. */
  onLevel: (listener: (peak: number, agoMs: number) => void) => () => void;
  /** The recording can’t begin, or stopped; the run goes on. With a sentence for the person. */
  trouble: (text: string) => void;
}

/** What a recording needs of the browser, so that tests can replace it. */
export interface RecorderSystem {
  nowMs: () => number;
  after: PageTimer;
  newId: () => string;
  /** Null where the browser has no such recorder; throws where it can’t record this stream. */
  recorderOf: (stream: MediaStream) => MediaRecorder | null;
}

/** Two minutes take 0.36 MB, and each word can be understood. */
const bitsPerSecond = 24_000;
const sliceMs = 1000;
/** How fine the drawing is before it is reduced. */
const stretchMs = 100;
/** The result waits no longer than this for the program. */
const patienceMs = 3000;

/** Records a stream until it is stopped, or the microphone is gone. Never throws. */
export function startRecording(options: RecordingOptions, system: RecorderSystem = browserSystem()): Recording {
  try {
    const recorder = system.recorderOf(options.stream);
    if (recorder !== null) return record(recorder, options, system);
    options.trouble('This browser can’t record sound as WebM, so the run isn’t recorded. Use Chrome, Edge or Firefox.');
  } catch {
    options.trouble('The microphone can’t be recorded, so the run isn’t. Choose another one in the settings.');
  }
  const nothing = (): void => {};
  const none = { stop: () => Promise.resolve(null), recorded: () => null };
  return { pause: nothing, resume: nothing, mark: nothing, discard: nothing, ...none };
}

function record(
  recorder: MediaRecorder,
  { bridge, storyId, onLevel, trouble }: RecordingOptions,
  { nowMs, after, newId }: RecorderSystem,
): Recording {
  const id = newId();
  const levels: number[] = [];
  let startMs = 0;
  let hasSound = false;
  /** The time recorded before the present stretch, and when that began; null while nothing is recorded. */
  let elapsedMs = 0;
  let sinceMs: number | null = null;
  /** Blobs give their bytes later, and must keep their order. */
  let reading: Promise<void> = Promise.resolve();
  let isTroubled = false;
  let isWanted = true;
  const { promise: ended, resolve: end } = Promise.withResolvers<Recorded | null>();

  const recordedMs = (): number => elapsedMs + (sinceMs === null ? 0 : nowMs() - sinceMs);

  function halt(): void {
    elapsedMs = recordedMs();
    sinceMs = null;
  }

  function failed(text: string): void {
    if (isTroubled) return;
    isTroubled = true;
    trouble(text);
    if (recorder.state !== 'inactive') recorder.stop();
  }

  function recorded(): Recorded | null {
    if (!hasSound) return null;
    const durationMs = Math.round(recordedMs());
    return { id, startMs: Math.round(startMs), durationMs, peaks: peaksOf(filled(levels)) };
  }

  const upload = setUpUpload({ id, storyId, bridge, after, over: failed });
  const stopLevel = onLevel((peak, agoMs) => {
    const at = Math.floor((recordedMs() - agoMs) / stretchMs);
    if (sinceMs === null || at < 0) return;
    levels[at] = Math.max(levels[at] ?? 0, peak);
  });

  async function take(slice: Blob): Promise<void> {
    const bytes = new Uint8Array(await slice.arrayBuffer());
    hasSound ||= bytes.length > 0;
    upload.add(bytes);
  }

  async function complete(): Promise<void> {
    halt();
    stopLevel();
    await reading;
    const facts = recorded();
    if (facts === null) return end(null);
    const tooLate = after(patienceMs, () => end(facts));
    await upload.finish(facts);
    tooLate();
    // What the program never took can’t be played.
    end(upload.sentBytes() > 0 ? facts : null);
  }

  function stop(): void {
    isWanted = false;
    if (recorder.state !== 'inactive') recorder.stop();
  }

  recorder.addEventListener('dataavailable', ({ data }) => {
    reading = reading.then(() => take(data));
  });
  recorder.addEventListener('error', () => failed('The browser stopped recording. The run goes on.'));
  recorder.addEventListener('stop', () => {
    if (isWanted) failed('The microphone was gone, so the recording ends there. The run goes on.');
    void complete();
  });
  recorder.start(sliceMs);
  // Not the event that says so: a busy page hears of it seconds later, and all of them are recorded.
  sinceMs = nowMs();

  return {
    pause: () => {
      if (recorder.state !== 'recording') return;
      // So that what was recorded can be played meanwhile.
      recorder.requestData();
      recorder.pause();
      halt();
    },
    resume: () => {
      if (recorder.state !== 'paused') return;
      recorder.resume();
      sinceMs = nowMs();
    },
    mark: (agoMs) => void (startMs = recordedMs() - agoMs),
    stop: () => {
      stop();
      return ended;
    },
    discard: () => {
      stop();
      upload.discard();
    },
    recorded,
  };
}

/** Stretches without a level are silent. */
function filled(levels: readonly (number | undefined)[]): number[] {
  return Array.from(levels, (level) => level ?? 0);
}

function browserSystem(): RecorderSystem {
  const mimeType = 'audio/webm;codecs=opus';
  return {
    nowMs: () => performance.now(),
    after: pageTimer,
    newId: () => crypto.randomUUID(),
    recorderOf: (stream) => {
      if (!('MediaRecorder' in globalThis) || !MediaRecorder.isTypeSupported(mimeType)) return null;
      return new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond });
    },
  };
}
