import type { Result } from '../../core/contract/contract.ts';

/** What a player shows. Times in milliseconds from the start of the recording. */
export interface PlayerState {
  isPlaying: boolean;
  positionMs: number;
  /** It has played to its end, which may come a little before the length that was noted. */
  isAtEnd: boolean;
  /** The length of a recording that nobody counted, once it is known; else null. */
  measuredMs: number | null;
  /** Why it can’t play, for the person; null if it can. */
  error: string | null;
}

export interface Player {
  state: () => PlayerState;
  /** From a place, else from where it is. At the end, from the start. */
  play: (fromMs?: number) => void;
  pause: () => void;
  moveTo: (positionMs: number) => void;
  /** Stops it for good. */
  close: () => void;
}

/** The part of an audio element that a player uses. */
export type SoundElement = EventTarget &
  Pick<HTMLMediaElement, 'src' | 'currentTime' | 'duration' | 'paused' | 'ended' | 'play' | 'pause' | 'load'>;

interface PlayerOptions {
  sound: SoundElement;
  /** Whether the page that recorded it counted its length; else it is measured here. */
  isCounted: boolean;
  address: () => Promise<Result<string>>;
  changed: () => void;
}

/** A recording has no length in its file: it was written while it grew. Going far beyond its end makes it known. */
const beyondEnd = 1e7;

const unplayable = 'This recording can’t be played. Maybe it was deleted.';

/** Plays a recording. It is loaded when it is first played. */
export function setUpPlayer({ sound, isCounted, address, changed }: PlayerOptions): Player {
  let measuredMs: number | null = null;
  /** Where to go as soon as that is possible; null if it is there. */
  let wantedMs: number | null = 0;
  let isReady = false;
  let isMeasuring = false;
  let isLoading = false;
  let isWanted = false;
  /** An address stops working when the program starts again. A new one is worth a try, once for each time it played. */
  let mayAskAgain = true;
  let error: string | null = null;
  let isClosed = false;

  function fail(text: string): void {
    error = text;
    isWanted = false;
    changed();
  }

  async function load(): Promise<void> {
    if (isLoading) return;
    isLoading = true;
    const result = await address();
    isLoading = false;
    if (isClosed) return;
    if (!result.ok) return fail(result.error);
    sound.src = result.value;
    sound.load();
  }

  function go(): void {
    if (wantedMs !== null) sound.currentTime = wantedMs / 1000;
    wantedMs = null;
    if (isWanted) {
      // Refused only where it was paused or changed meanwhile; other trouble has its event.
      sound.play().catch(() => undefined);
    }
    changed();
  }

  function positionMs(): number {
    if (wantedMs !== null || !isReady) return wantedMs ?? 0;
    return Math.round(sound.currentTime * 1000);
  }

  const listeners: Readonly<Record<string, () => void>> = {
    loadedmetadata: () => {
      isReady = true;
      isMeasuring = !isCounted && measuredMs === null && !Number.isFinite(sound.duration);
      if (isMeasuring) sound.currentTime = beyondEnd;
      else go();
    },
    durationchange: () => {
      if (!isReady || !Number.isFinite(sound.duration)) return;
      if (!isCounted) measuredMs ??= Math.round(sound.duration * 1000);
      if (isMeasuring) {
        isMeasuring = false;
        go();
      }
    },
    timeupdate: () => {
      if (!isMeasuring) changed();
    },
    playing: () => {
      mayAskAgain = true;
      changed();
    },
    pause: changed,
    ended: () => {
      if (isMeasuring) return;
      isWanted = false;
      changed();
    },
    error: () => {
      // Without a source it has no reason.
      if (sound.src === '') return;
      wantedMs = positionMs();
      isReady = false;
      if (!mayAskAgain) return fail(unplayable);
      mayAskAgain = false;
      void load();
    },
  };
  for (const [name, listener] of Object.entries(listeners)) sound.addEventListener(name, listener);

  return {
    state: () => ({
      isPlaying: isWanted,
      positionMs: positionMs(),
      isAtEnd: wantedMs === null && isReady && !isMeasuring && sound.ended,
      measuredMs,
      error,
    }),
    play: (fromMs) => {
      isWanted = true;
      if (fromMs !== undefined) wantedMs = fromMs;
      else if (isReady && sound.ended) wantedMs = 0;
      if (error !== null) mayAskAgain = true;
      error = null;
      if (isReady && !isMeasuring) go();
      else if (!isReady) void load();
      changed();
    },
    pause: () => {
      isWanted = false;
      sound.pause();
      changed();
    },
    moveTo: (toMs) => {
      wantedMs = toMs;
      if (isReady && !isMeasuring) go();
      changed();
    },
    close: () => {
      isClosed = true;
      for (const [name, listener] of Object.entries(listeners)) sound.removeEventListener(name, listener);
      sound.pause();
      // Lets the connection go.
      sound.src = '';
    },
  };
}
