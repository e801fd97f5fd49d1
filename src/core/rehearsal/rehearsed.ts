import type { RunRecord } from './record.ts';

/*
 * What counts, in one place: the library, the progress view, the matrix, the charts and the dates all ask here.
 */

/** What decides it; a run in the log and a point in a chart have it. */
type Outcome = Pick<RunRecord, 'finished' | 'rating' | 'totalMs'>;

/** Stopped before this, a run is a false start. */
const falseStartMs = 15_000;

/** Whether a story was rehearsed by this run: the person finished it, or rated it. Only that moves the day it is due. */
export function isRehearsed({ finished, rating }: Pick<Outcome, 'finished' | 'rating'>): boolean {
  return finished || rating !== null;
}

/**
 * Whether a run counts for nothing: it was stopped within seconds, and nobody rated it. Its line stays in the log, but no
 * figure and no chart has it.
 */
export function isFalseStart(run: Outcome): boolean {
  return !isRehearsed(run) && run.totalMs < falseStartMs;
}
