import type { RecordSection, RunRecord } from '../../core/rehearsal/record.ts';
import { offTime, roundDuration } from '../../core/prompter/shown-times.ts';
import type { NextRun } from '../../core/rehearsal/due.ts';
import { nextRunWords } from '../ui/format/practice.ts';
import { ratingNames } from '../ui/format/run.ts';

/** A total against its target: `of 2:00 · +0:09`; a run that was stopped early says so. */
export function totalWords({
  totalMs,
  targetMs,
  finished,
}: Pick<RunRecord, 'totalMs' | 'targetMs' | 'finished'>): string {
  return [`of ${roundDuration(targetMs)}`, offTime(totalMs, targetMs), finished ? '' : 'stopped early']
    .filter((part) => part !== '')
    .join(' · ');
}

/** The follow-up with the time of its answer: `then: What did it cost? 0:23`; empty if it wasn’t asked. */
export function followUpWords({
  finished,
  followUp,
  followUpMs,
}: Pick<RunRecord, 'finished' | 'followUp' | 'followUpMs'>): string {
  if (!finished || followUp === null) return '';
  return `then: ${followUp} ${typeof followUpMs === 'number' ? roundDuration(followUpMs) : '(skipped)'}`;
}

/** The next step after a run. One that isn’t rated counts as the program suggests, if it was finished. */
export function nextWords(next: string, { rating, suggested, finished }: Rated): string {
  return rating === null && suggested !== null && finished ? `${next} (as suggested)` : next;
}

/** A run’s rating for a list: the person’s own, `as suggested: Hard` without one, `–` where neither is known. */
export function givenWords({ rating, suggested, finished }: Rated): string {
  if (rating !== null) return ratingNames[rating];
  return suggested !== null && finished ? `as suggested: ${ratingNames[suggested]}` : '–';
}

type Rated = Pick<RunRecord, 'rating' | 'suggested' | 'finished'>;

/** The line under a rating: `in 5 days · suggested: 9 s over, 1 left out`, `ready for tomorrow`. */
export function ratingWords(next: NextRun | null, isSuggested: boolean, reasons: readonly string[]): string {
  const why = reasons.length === 0 ? 'suggested' : `suggested: ${reasons.join(', ')}`;
  return [...(next === null ? [] : [nextRunWords(next)]), ...(isSuggested ? [why] : [])].join(' · ');
}

/** A tenth more than planned, and at least two seconds, is worth a look. */
const overShare = 0.1;
const overMs = 2000;

/** Whether a section took so much longer than planned that the figure’s colour says so. */
export function isFarOver({ plannedMs, spokenMs }: Pick<RecordSection, 'plannedMs' | 'spokenMs'>): boolean {
  return spokenMs !== null && spokenMs - plannedMs > Math.max(overMs, plannedMs * overShare);
}
