import type { Rating } from '../../core/rehearsal/rating.ts';
import type { RunRecord } from '../../core/rehearsal/record.ts';
import { offTime, roundDuration } from '../../core/prompter/shown-times.ts';
import { inDaysWords } from '../ui/format/day.ts';

export const ratingNames: Readonly<Record<Rating, string>> = {
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
};

/** A total against its target: `of 2:00 · +0:09`; what was stopped early says so. */
export function totalWords({
  totalMs,
  targetMs,
  finished,
}: Pick<RunRecord, 'totalMs' | 'targetMs' | 'finished'>): string {
  return [`of ${roundDuration(targetMs)}`, offTime(totalMs, targetMs), finished ? '' : 'stopped early']
    .filter((part) => part !== '')
    .join(' · ');
}

/** What goes on from the sheet; a run that isn't rated counts as the program suggests, if it was finished. */
export function nextWords(next: string, { rating, suggested, finished }: Rated): string {
  return rating === null && suggested !== null && finished ? `${next} (as suggested)` : next;
}

/** A run's rating for a list: the person's own, `as suggested: Hard` where they gave none, `–` for nothing. */
export function givenWords({ rating, suggested, finished }: Rated): string {
  if (rating !== null) return ratingNames[rating];
  return suggested !== null && finished ? `as suggested: ${ratingNames[suggested]}` : '–';
}

type Rated = Pick<RunRecord, 'rating' | 'suggested' | 'finished'>;

/** The line under a rating: `in 5 days · suggested: 9 s over, 1 left out`. */
export function ratingWords(inDays: number, isSuggested: boolean, reasons: readonly string[]): string {
  if (!isSuggested) return inDaysWords(inDays);
  const why = reasons.length === 0 ? 'suggested' : `suggested: ${reasons.join(', ')}`;
  return `${inDaysWords(inDays)} · ${why}`;
}
