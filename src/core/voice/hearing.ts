import { mostHeard, type Heard, type Recorded, type ToldRow } from './heard.ts';

/**
 * What was heard of one answer while it is being told. A value; all times are in milliseconds on the clock of the run. Of
 * speech and syllables none comes before an earlier one: a pause of the clock leaves no gap and no overlap.
 */
export interface HeardSoFar {
  speech: readonly [number, number][];
  /** When the present speech began; null while nobody speaks. */
  speakingSinceMs: number | null;
  syllablesMs: readonly number[];
  /** In the order in which it became clear; null while rows aren’t followed. */
  told: readonly ToldRow[] | null;
}

export const silence: HeardSoFar = { speech: [], speakingSinceMs: null, syllablesMs: [], told: null };

/** Somebody begins to speak, or is silent again. */
export function withSpeech(hearing: HeardSoFar, isSpeaking: boolean, atMs: number): HeardSoFar {
  const { speech, speakingSinceMs } = hearing;
  const lastMs = speech.at(-1)?.[1] ?? 0;
  if (isSpeaking) return speakingSinceMs === null ? { ...hearing, speakingSinceMs: Math.max(atMs, lastMs) } : hearing;
  if (speakingSinceMs === null) return hearing;
  const isKept = atMs > speakingSinceMs && speech.length < mostHeard;
  return { ...hearing, speakingSinceMs: null, speech: isKept ? [...speech, [speakingSinceMs, atMs]] : speech };
}

export function withSyllable(hearing: HeardSoFar, atMs: number): HeardSoFar {
  const { syllablesMs } = hearing;
  if (syllablesMs.length >= mostHeard) return hearing;
  return { ...hearing, syllablesMs: [...syllablesMs, Math.max(atMs, syllablesMs.at(-1) ?? 0)] };
}

/** All of it up to a moment, as facts of the run: the present speech ends there. */
export function heardAt(hearing: HeardSoFar, atMs: number, recording: Recorded | null): Heard {
  const { speech, syllablesMs, told } = withSpeech(hearing, false, atMs);
  return {
    untilMs: Math.round(atMs),
    speech: speech
      .filter(([fromMs]) => fromMs < atMs)
      .map(([fromMs, toMs]) => [Math.round(fromMs), Math.round(Math.min(toMs, atMs))]),
    syllablesMs: syllablesMs.filter((syllableMs) => syllableMs <= atMs).map(Math.round),
    told: told === null ? null : told.map((row) => ({ ...row, atMs: Math.max(0, Math.round(row.atMs)) })),
    recording,
  };
}
