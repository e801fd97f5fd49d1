import * as v from 'valibot';
import type { RecordSection } from '../rehearsal/record.ts';
import { recorded, type Recorded } from './heard.ts';

/*
 * Recordings of rehearsed answers: WebM with Opus, a file each, which grows by a slice a second.
 */

export const recordingId = recorded.entries.id;

/** Of a slice, or of several at once; a second takes about 3 kB. */
export const longestSliceBytes = 256 * 1024;

/** Base64, as `btoa` writes it. */
export const base64Slice = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.maxLength((longestSliceBytes / 3 + 1) * 4),
  v.base64('must be Base64'),
);

/** A recording on disk. */
export interface KeptRecording {
  id: string;
  /** The story that was told; empty if nobody knows. */
  storyId: string;
  /** When it began: ISO 8601 with the local offset. */
  at: string;
  bytes: number;
  /** A starred recording stays until the person deletes it. */
  starred: boolean;
  /** Null if the page never got to its end. */
  recorded: Recorded | null;
  /** The sections of the run, as the log has them; empty if it isn’t in the log. */
  sections: readonly RecordSection[];
}

export interface Recordings {
  /** The latest first. */
  recordings: KeptRecording[];
  /** What all recordings take on disk, of this story or not. */
  totalBytes: number;
}

/** The path under which both shells serve recordings. */
export const recordingsPath = '/recordings/';

/** The latest so many of each story stay whatever space they take, and so do those with a star. */
const keptOfEachStory = 3;

type Prunable = Pick<KeptRecording, 'id' | 'storyId' | 'bytes' | 'starred'>;

/**
 * The ids of the recordings to delete, the oldest first, so that all fit into `capBytes`. Fewer where the others have to
 * stay: those with a star, and the latest three of each story. `recordings` has the latest first.
 */
export function recordingsToDelete(recordings: readonly Prunable[], capBytes: number): string[] {
  const seen = new Map<string, number>();
  const free = recordings.filter(({ storyId, starred }) => {
    const place = (seen.get(storyId) ?? 0) + 1;
    seen.set(storyId, place);
    return !starred && place > keptOfEachStory;
  });
  let totalBytes = recordings.reduce((sum, { bytes }) => sum + bytes, 0);
  const deleted: string[] = [];
  for (const { id, bytes } of free.toReversed()) {
    if (totalBytes <= capBytes) break;
    deleted.push(id);
    totalBytes -= bytes;
  }
  return deleted;
}

/** A stretch of a recording, in milliseconds from its start. */
export interface RecordedSection extends Pick<RecordSection, 'kind' | 'label'> {
  /** Its place among the sections of the run. */
  at: number;
  fromMs: number;
  toMs: number;
}

/** The section that is heard at a place of the recording; undefined for none, such as the think time. */
export function sectionAt(sections: readonly RecordedSection[], atMs: number): RecordedSection | undefined {
  return sections.find(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs);
}

/** A rest as short as this isn’t a section that was left unmarked: the recording went on a little longer than the run. */
const restMs = 1000;

/**
 * Where the sections of a run are in its recording. The first that wasn’t marked goes on to the end, since nobody knows
 * where the next one begins. What was spoken after the recording stopped isn’t in it.
 */
export function recordedSections(
  sections: readonly Pick<RecordSection, 'kind' | 'label' | 'spokenMs'>[],
  { startMs, durationMs }: Pick<Recorded, 'startMs' | 'durationMs'>,
): RecordedSection[] {
  const found: RecordedSection[] = [];
  let atMs = startMs;
  for (const [at, { kind, label, spokenMs }] of sections.entries()) {
    const fromMs = Math.max(0, atMs);
    atMs = spokenMs === null ? durationMs : atMs + spokenMs;
    const toMs = Math.min(durationMs, atMs);
    if (toMs - fromMs > (spokenMs === null ? restMs : 0)) found.push({ at, kind, label, fromMs, toMs });
    if (spokenMs === null) break;
  }
  return found;
}
