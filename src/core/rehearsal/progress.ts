import type { DatedRun } from './run-date.ts';
import { dayName } from './iso-time.ts';
import type { Rating } from './rating.ts';
import type { RecordSection } from './record.ts';

/** What was rehearsed on a day. */
export interface DayRuns {
  /** As `2026-11-22`, where it was rehearsed. */
  day: string;
  runs: number;
  spokenMs: number;
}

/** A run as a point of a story's curve. */
export interface SeriesRun {
  at: string;
  day: string;
  totalMs: number;
  targetMs: number;
  finished: boolean;
  rating: Rating | null;
  sections: RecordSection[];
}

/** A story's runs in the order of time, with what stands out. */
export interface StorySeries {
  runs: SeriesRun[];
  last: SeriesRun | null;
  /** The finished run closest to its target, as a share of it; the later of two as close. */
  best: SeriesRun | null;
}

const weekDays = 7;

/** Each day of the last twelve weeks, today last, with what was rehearsed on it. `today` is a day number. */
export function runsByDay(runs: readonly DatedRun[], today: number, weeks = 12): DayRuns[] {
  const first = today - weeks * weekDays + 1;
  const days = Array.from({ length: weeks * weekDays }, (_, index) => ({
    day: dayName(first + index),
    runs: 0,
    spokenMs: 0,
  }));
  for (const { run, day } of runs) {
    const entry = days[day - first];
    if (entry === undefined) continue;
    entry.runs += 1;
    entry.spokenMs += run.totalMs;
  }
  return days;
}

/** The curve of a story: its runs must be in the order of time. */
export function storySeries(dated: readonly DatedRun[]): StorySeries {
  const runs = dated.map(({ run, day }): SeriesRun => {
    const { at, totalMs, targetMs, finished, rating, sections } = run;
    return { at, day: dayName(day), totalMs, targetMs, finished, rating, sections };
  });
  let best: SeriesRun | null = null;
  for (const run of runs) if (run.finished && (best === null || offTarget(run) <= offTarget(best))) best = run;
  return { runs, last: runs.at(-1) ?? null, best };
}

function offTarget({ totalMs, targetMs }: SeriesRun): number {
  return Math.abs(totalMs - targetMs) / targetMs;
}
