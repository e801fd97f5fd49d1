import { isRecord } from '../values.ts';
import { recordingIdForm, type Heard, type Recorded } from './heard.ts';

/** What the log keeps of what was heard of a run. Times in whole milliseconds. */
export interface HeardSummary {
  /** From the start of the clock to the first word; null where nobody spoke. */
  firstWordMs: number | null;
  /** In the order of the run’s sections, as far as their times are known; null for the others. */
  sections: (HeardSection | null)[];
  /** Ids of the outline’s rows that were told; null where they weren’t followed. */
  told: string[] | null;
  recording: Recorded | null;
}

export interface HeardSection {
  speechMs: number;
  syllables: number;
  /** How many pauses of each length there were, from short to long (see `pauseLengthOf`). */
  pauses: [number, number, number];
  longestPauseMs: number;
}

/** A silence between two words. */
export interface Pause {
  startMs: number;
  endMs: number;
}

/** From when a silence is a pause, and a longer one. */
const fromMs = [500, 1500, 3000] as const;

/** 0 for a short pause, 1 for one that listeners notice, 2 for a long one; null for a breath. */
export function pauseLengthOf({ startMs, endMs }: Pause): 0 | 1 | 2 | null {
  const lengthMs = endMs - startMs;
  if (lengthMs < fromMs[0]) return null;
  return lengthMs < fromMs[1] ? 0 : lengthMs < fromMs[2] ? 1 : 2;
}

/** The pauses of an answer, in order. Before its first word and after its last one isn’t a pause. */
export function pausesIn({ speech }: Pick<Heard, 'speech'>): Pause[] {
  return speech.flatMap(([, startMs], index) => {
    const endMs = speech[index + 1]?.[0];
    const pause = endMs === undefined ? null : { startMs, endMs };
    return pause === null || pauseLengthOf(pause) === null ? [] : [pause];
  });
}

/** The longest of them; of two, the earlier. Null without any. */
export function longestOf(pauses: readonly Pause[]): Pause | null {
  let longest: Pause | null = null;
  for (const pause of pauses) {
    if (longest === null || pause.endMs - pause.startMs > longest.endMs - longest.startMs) longest = pause;
  }
  return longest;
}

/** A section’s place on the clock of the run. */
export interface SpokenSpan {
  startMs: number;
  endMs: number;
}

/** A section is null where its place isn’t known. A pause belongs to the section in which it begins. */
export function summaryOf(heard: Heard, sections: readonly (SpokenSpan | null)[]): HeardSummary {
  const pauses = pausesIn(heard);
  return {
    firstWordMs: heard.speech[0]?.[0] ?? null,
    sections: sections.map((span) => span && sectionOf(heard, pauses, span)),
    told: heard.told?.map(({ id }) => id) ?? null,
    recording: heard.recording,
  };
}

function sectionOf(
  { speech, syllablesMs }: Heard,
  pauses: readonly Pause[],
  { startMs, endMs }: SpokenSpan,
): HeardSection {
  const isIn = (atMs: number): boolean => atMs >= startMs && atMs < endMs;
  const own = pauses.filter((pause) => isIn(pause.startMs));
  const longest = longestOf(own);
  const counted: [number, number, number] = [0, 0, 0];
  for (const pause of own) counted[pauseLengthOf(pause) ?? 0] += 1;
  return {
    speechMs: speech.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, endMs) - Math.max(from, startMs)), 0),
    syllables: syllablesMs.filter(isIn).length,
    pauses: counted,
    longestPauseMs: longest === null ? 0 : longest.endMs - longest.startMs,
  };
}

/** Whether a value from the log is one, or missing. */
export function isHeardOrNone(value: unknown): value is HeardSummary | undefined {
  return value === undefined || isHeardSummary(value);
}

/** Whether a value from the log is one. Plain checks, for a log of 100,000 lines. */
export function isHeardSummary(value: unknown): value is HeardSummary {
  if (!isRecord(value)) return false;
  const { firstWordMs, sections, told, recording } = value;
  return (
    (firstWordMs === null || isWholeMs(firstWordMs)) &&
    Array.isArray(sections) &&
    sections.every((section: unknown) => section === null || isSection(section)) &&
    (told === null || (Array.isArray(told) && told.every((id) => typeof id === 'string'))) &&
    (recording === null || isRecorded(recording))
  );
}

function isSection(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { speechMs, syllables, pauses, longestPauseMs } = value;
  const isCounted = Array.isArray(pauses) && pauses.length === 3 && pauses.every(isWholeMs);
  return isWholeMs(speechMs) && isWholeMs(syllables) && isWholeMs(longestPauseMs) && isCounted;
}

function isRecorded(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, startMs, durationMs, peaks } = value;
  return (
    typeof id === 'string' &&
    recordingIdForm.test(id) &&
    Number.isSafeInteger(startMs) &&
    isWholeMs(durationMs) &&
    Array.isArray(peaks) &&
    peaks.every(isWholeMs)
  );
}

function isWholeMs(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
