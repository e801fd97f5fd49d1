import type { Bridge, Result } from '../../core/contract/contract.ts';
import type { Recorded } from '../../core/voice/heard.ts';
import { longestSliceBytes } from '../../core/voice/recordings.ts';
import type { PageTimer } from '../client/timer.ts';

export type RecordingBridge = Pick<
  Bridge,
  'startRecording' | 'appendRecording' | 'finishRecording' | 'deleteRecording'
>;

export interface Upload {
  /** Sound that follows what was added before. */
  add: (bytes: Uint8Array) => void;
  /** Nothing follows. Resolves when the program has all of it, or won’t take it. */
  finish: (recorded: Recorded) => Promise<void>;
  /** Nobody wants it: nothing more is sent, and the program deletes what it has, as soon as it can be reached. */
  discard: () => void;
  /** How many bytes the program has. */
  sentBytes: () => number;
}

interface UploadOptions {
  id: string;
  storyId: string;
  bridge: RecordingBridge;
  after: PageTimer;
  /** Calls back once if the recording can’t go on, with a sentence for the person. */
  over: (text: string) => void;
}

/** Between two attempts while the program can’t be reached. */
const againMs = 2000;

/** More than twenty minutes of sound. */
const mostWaitingBytes = 4 * 1024 * 1024;

const tooLong = 'Offbook couldn’t be reached for so long that the recording stopped. The run goes on.';

/**
 * Sends a recording to the program, slice after slice in order. While the program can’t be reached, slices wait here and
 * are sent again. When the program says that the recording ends, what waits is dropped.
 */
export function setUpUpload({ id, storyId, bridge, after, over }: UploadOptions): Upload {
  const waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let sentBytes = 0;
  let isStarted = false;
  let isFull = false;
  let isOver = false;
  let isWorking = false;
  /** Something came while the last step ended. */
  let isAsked = false;
  /** Until the next attempt to reach the program. */
  let isPausing = false;
  let recorded: Recorded | null = null;
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();

  function end(): void {
    isOver = true;
    waiting.length = 0;
    finish();
  }

  /** Returns whether to go on. */
  function taken(result: Result<string | null>): boolean {
    if (isOver) return false;
    if (!result.ok) {
      isPausing = true;
      after(againMs, () => {
        isPausing = false;
        void work();
      });
      return false;
    }
    if (result.value === null) return true;
    end();
    // If it was full, the person knows already that the recording stopped.
    if (!isFull) over(result.value);
    return false;
  }

  const hasWork = (): boolean => isAsked && !isOver && !isPausing;

  async function work(): Promise<void> {
    isAsked = true;
    if (isWorking) return;
    isWorking = true;
    while (hasWork()) {
      isAsked = false;
      if (await step()) isAsked = true;
    }
    isWorking = false;
  }

  /** Returns whether there is more to do now. */
  async function step(): Promise<boolean> {
    if (!isStarted) {
      isStarted = taken(await bridge.startRecording({ id, storyId }));
      return isStarted;
    }
    const slice = nextSlice(waiting);
    if (slice.length > 0) {
      if (!taken(await bridge.appendRecording({ id, fromByte: sentBytes, data: base64Of(slice) }))) return false;
      dropBytes(waiting, slice.length);
      waitingBytes -= slice.length;
      sentBytes += slice.length;
      return true;
    }
    if (recorded !== null && taken(await bridge.finishRecording({ recorded }))) finish();
    return false;
  }

  /** Else a recording that nobody wants would stay. */
  async function remove(): Promise<void> {
    if (!(await bridge.deleteRecording({ id })).ok) after(againMs, () => void remove());
  }

  void work();
  return {
    add: (bytes) => {
      if (isOver || isFull || bytes.length === 0) return;
      if (waitingBytes + bytes.length > mostWaitingBytes) {
        over(tooLong);
        isFull = true;
        return;
      }
      waiting.push(bytes);
      waitingBytes += bytes.length;
      void work();
    },
    finish: (facts) => {
      recorded = facts;
      void work();
      return finished;
    },
    discard: () => {
      end();
      void remove();
    },
    sentBytes: () => sentBytes,
  };
}

/** The first bytes that wait, as many as one call takes. */
function nextSlice(waiting: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const bytes of waiting) {
    parts.push(bytes.subarray(0, longestSliceBytes - length));
    length = Math.min(longestSliceBytes, length + bytes.length);
    if (length === longestSliceBytes) break;
  }
  const slice = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    slice.set(part, at);
    at += part.length;
  }
  return slice;
}

function dropBytes(waiting: Uint8Array[], count: number): void {
  let left = count;
  for (let first = waiting[0]; first !== undefined && left > 0; first = waiting[0]) {
    if (first.length > left) waiting[0] = first.subarray(left);
    else waiting.shift();
    left -= Math.min(left, first.length);
  }
}

/** So many arguments any engine takes. */
const atOnce = 8192;

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += atOnce) {
    binary += String.fromCharCode(...bytes.subarray(at, at + atOnce));
  }
  return btoa(binary);
}
