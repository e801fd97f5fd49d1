import type { AppState } from '../../core/contract/contract.ts';
import type { ToldRow } from '../../core/voice/heard.ts';
import { soundRate } from '../../core/voice/sound.ts';

/** What a rehearsal or the prompter does with what a page hears. Times are on the services’ clock, in milliseconds. */
export interface Listener {
  /** The program’s state, now and whenever it changes. */
  follow: (app: AppState) => void;
  /** The microphone is on, perhaps again. */
  on: () => void;
  speech: (isSpeaking: boolean, atMs: number) => void;
  syllable: (atMs: number) => void;
  /** A piece of sound, in order; `atMs` is its start. */
  samples: (samples: Float32Array, atMs: number) => void;
  /** The person pressed a key, clicked or turned the wheel, in any window of the page. */
  hand: () => void;
  /** Where the voice has got to, as an index of a row over all sections. */
  reached: (row: number) => void;
  /** The rows told so far; null where they can’t be known any more. */
  told: (rows: readonly ToldRow[] | null) => void;
  close: () => void;
}

/** In a piece of sound. */
export const samplesPerMs = soundRate / 1000;

/**
 * The places that the voice has sent the cursor to. They come back as states of the program, on a busy computer several
 * sends later, and aren’t moves of the person’s. Each counts once: who goes back there later is the person.
 */
export interface SentPlaces {
  add: (cursorMs: number) => void;
  /** The cursor went there: whether by the voice. What was sent before won’t come any more, nor after the person’s own move. */
  take: (cursorMs: number) => boolean;
}

export function sentPlaces(): SentPlaces {
  let sent: number[] = [];
  return {
    add: (cursorMs) => void sent.push(cursorMs),
    take: (cursorMs) => {
      const at = sent.indexOf(cursorMs);
      sent = at === -1 ? [] : sent.slice(at + 1);
      return at !== -1;
    },
  };
}
