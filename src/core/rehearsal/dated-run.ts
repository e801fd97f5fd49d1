import { dayOf, parseMoment } from './iso-time.ts';
import type { RunRecord } from './record.ts';

/** A logged run with its moment read: most of what is asked of a log is asked by time. */
export interface DatedRun {
  run: RunRecord;
  epochMs: number;
  /** The day where it was rehearsed, as a day number (see iso-time.ts). */
  day: number;
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
