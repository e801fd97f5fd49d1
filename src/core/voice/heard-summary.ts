import type { Heard, Recorded } from './heard.ts';

/** What the log keeps of what was heard of a run. Times in whole milliseconds. */
export interface HeardSummary {
  /** From the start of the clock to the first word; null where nobody spoke. */
  firstWordMs: number | null;
  /** In the order of the run’s sections, as far as their times are known. */
  sections: HeardSection[];
  /** Ids of the outline’s rows that were told; null where they weren’t followed. */
  told: string[] | null;
  recording: Recorded | null;
}

export interface HeardSection {
  speechMs: number;
  syllables: number;
  /** How many pauses there were of each length, from short to long (see `pauseLengths`). */
  pauses: [number, number, number];
  longestPauseMs: number;
}

/** From so long on, in milliseconds, a silence between two words is a short, a middle or a long pause. */
export const pauseLengths = [500, 1500, 3000] as const;
