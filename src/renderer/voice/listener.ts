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
