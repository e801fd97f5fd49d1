import type { Rating } from '../../../core/rehearsal/rating.ts';
import type { SeriesRun } from '../../../core/rehearsal/statistics.ts';
import type { RecordSection } from '../../../core/rehearsal/record.ts';
import { offTime, roundDuration } from '../../../core/prompter/shown-times.ts';
import { counted } from './story.ts';
import { shortDay } from './day.ts';

export const ratingNames: Readonly<Record<Rating, string>> = {
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
};

/** A run in a line: `Sun 22 Nov: 2:09 of 2:00, 9 s over, rated good`. */
export function runWords({ day, totalMs, targetMs, finished, rating }: SeriesRun): string {
  const parts = [
    `${roundDuration(totalMs)} of ${roundDuration(targetMs)}`,
    finished ? offTime(totalMs, targetMs) : 'stopped early',
    rating === null ? 'not rated' : `rated ${rating}`,
  ];
  return `${shortDay(day)}: ${parts.join(', ')}`;
}

/** All runs of a story in a sentence. */
export function seriesWords(runs: readonly SeriesRun[], best: SeriesRun | null): string {
  const last = runs.at(-1);
  if (last === undefined) return 'No runs yet';
  const parts = [
    counted(runs.length, 'run'),
    `last ${roundDuration(last.totalMs)} of ${roundDuration(last.targetMs)}`,
    best === null ? 'none finished yet' : `closest to target ${roundDuration(best.totalMs)}`,
  ];
  return parts.join(', ');
}

/** A section’s spoken and planned time: `0:26 / 0:24`; a dash for an unknown one. */
export function sectionWords(section: RecordSection | null): string {
  if (section === null) return '–';
  const spoken = section.spokenMs === null ? '–' : roundDuration(section.spokenMs);
  return `${spoken} / ${roundDuration(section.plannedMs)}`;
}
