import { dayOf, parseMoment } from './iso-time.ts';
import type { RunRecord } from './record.ts';

/** A logged run with its moment read: most of what is asked of a log is asked by time. */
export interface DatedRun {
  run: RunRecord;
  epochMs: number;
  /** The day where it was rehearsed, as a day number (see iso-time.ts). */
  day: number;
}

/** A flight west, or a clock in another zone, can put an honest run on tomorrow's date, but on no later one. */
const mostDaysAhead = 1;

/**
 * Whether a run is dated in the future, because the clock was ahead at the time or a date was mistyped. When it was
 * really told nobody knows, so that it says nothing of what is due. `today` is a day number.
 */
export function isFuture({ day }: DatedRun, today: number): boolean {
  return day > today + mostDaysAhead;
}

/** The runs that are dated in the future, for telling the person; in the given order. */
export function futureRuns(runs: readonly DatedRun[], today: number): DatedRun[] {
  return runs.filter((run) => isFuture(run, today));
}

/**
 * Runs in the order of their moments, whatever their order in the file: a clock that was set back, two
 * computers or a log edited by hand mix them. Runs of one moment keep the file's order.
 */
export function dateRuns(runs: readonly RunRecord[]): DatedRun[] {
  const dated = runs.flatMap((run): DatedRun[] => {
    const moment = parseMoment(run.at);
    return moment === null ? [] : [{ run, epochMs: moment.epochMs, day: dayOf(moment) }];
  });
  return dated.sort((a, b) => a.epochMs - b.epochMs);
}
