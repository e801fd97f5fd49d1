import type { Rating } from '../../core/rehearsal/rating.ts';
import type { RecordSection, RunRecord } from '../../core/rehearsal/record.ts';
import type { SeriesSummary } from '../../core/rehearsal/summary.ts';
import { offTime, roundDuration } from '../../core/prompter/shown-times.ts';
import type { NextRun } from '../../core/rehearsal/due.ts';
import { nextRunWords } from '../ui/format/practice.ts';
import { ratingNames } from '../ui/format/run.ts';

/** A total against its target: `of 2:00 · 9 s over`; a run that was stopped early says so. */
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

type Rated = Pick<RunRecord, 'rating' | 'suggested' | 'finished'>;

/** The line above the ratings: `Suggested: Again (1:34 under, 1 peek).`; empty without a suggestion. */
export function suggestionWords(suggested: Rating | null, reasons: readonly string[]): string {
  if (suggested === null) return '';
  const why = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
  return `Suggested: ${ratingNames[suggested]}${why}.`;
}

/** What a series was like: `1 over target, 2 far under`; `none over target, none far under` where all went well. */
export function tallyWords({ over, farUnder, stopped }: Pick<SeriesSummary, 'over' | 'farUnder' | 'stopped'>): string {
  if (over === 0 && farUnder === 0 && stopped === 0) return 'none over target, none far under';
  return [
    over > 0 ? `${over} over target` : '',
    farUnder > 0 ? `${farUnder} far under target` : '',
    stopped > 0 ? `${stopped} stopped early` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** The button that asks those again that went badly: `Rehearse the weak two`. */
export function weakWords(count: number): string {
  return `Rehearse the weak ${numbers[count] ?? count}`;
}

/** When an answer’s story comes up again; a dash where its run doesn’t count. */
export function nextDayWords(next: NextRun | null): string {
  return next === null ? '–' : nextRunWords(next);
}

/** A tenth more than planned, and at least two seconds, is worth a look. */
const overShare = 0.1;
const overMs = 2000;

/** Whether a section took so much longer than planned that the figure’s colour says so. */
export function isFarOver({ plannedMs, spokenMs }: Pick<RecordSection, 'plannedMs' | 'spokenMs'>): boolean {
  return spokenMs !== null && spokenMs - plannedMs > Math.max(overMs, plannedMs * overShare);
}
