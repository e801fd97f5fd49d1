import { formatDuration } from '../../core/countdown.ts';
import type { Rating } from '../../core/rehearsal/rating.ts';
import type { RunRecord } from '../../core/rehearsal/record.ts';
import { inDaysWords } from '../progress/day-words.ts';

export const ratingNames: Readonly<Record<Rating, string>> = {
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
};

/** A total against its target: `of 2:00 · +0:09`; what was left half-way says so. */
export function totalWords({
  totalMs,
  targetMs,
  finished,
}: Pick<RunRecord, 'totalMs' | 'targetMs' | 'finished'>): string {
  const off = offTarget(totalMs, targetMs);
  return [`of ${formatDuration(targetMs)}`, off, finished ? '' : 'left half-way']
    .filter((part) => part !== '')
    .join(' · ');
}

/** By how much a time is off another, of the figures as they are shown: `+0:09`, `−0:12`, `±0:00`. */
export function offTarget(spokenMs: number, plannedMs: number): string {
  const seconds = Math.floor(spokenMs / 1000) - Math.floor(plannedMs / 1000);
  const sign = seconds > 0 ? '+' : seconds < 0 ? '−' : '±';
  return `${sign}${formatDuration(Math.abs(seconds) * 1000)}`;
}

/** The line under a rating: `in 5 days · suggested: 9 s over, 1 left out`. */
export function ratingWords(inDays: number, isSuggested: boolean, reasons: readonly string[]): string {
  if (!isSuggested) return inDaysWords(inDays);
  const why = reasons.length === 0 ? 'suggested' : `suggested: ${reasons.join(', ')}`;
  return `${inDaysWords(inDays)} · ${why}`;
}
