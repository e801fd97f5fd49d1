import { dateRuns, type DatedRun } from '../../../src/core/rehearsal/history.ts';
import { dayNumber, parseMoment, type IsoMoment } from '../../../src/core/rehearsal/iso-time.ts';
import type { HistoryJoin, RunRecord } from '../../../src/core/rehearsal/record.ts';

/** A good run of two minutes' target; `more` replaces what a test is about. */
export function recordOf(more: Partial<RunRecord> = {}): RunRecord {
  return {
    v: 1,
    type: 'run',
    at: '2026-11-20T18:30:00.000+01:00',
    story: 'work-ownership-labels',
    fingerprint: '0123456789abcdef',
    parts: ['action:11111111', 'result:22222222', 'situation:33333333'],
    group: 'Ownership',
    title: 'The labels',
    variant: null,
    question: 'When did you take over what nobody owned?',
    questionKind: 'question',
    followUp: null,
    followUpMs: null,
    heard: undefined,
    level: 'outline',
    levelChanges: [],
    words: 290,
    items: 10,
    targetMs: 120_000,
    totalMs: 118_000,
    finished: true,
    sections: [
      { kind: 'situation', label: 'Situation', plannedMs: 30_000, spokenMs: 28_000 },
      { kind: 'action', label: 'Action', plannedMs: 70_000, spokenMs: 72_000 },
      { kind: 'result', label: 'Result', plannedMs: 20_000, spokenMs: 18_000 },
    ],
    peeks: 0,
    missed: [],
    rating: 'good',
    suggested: 'good',
    ...more,
  };
}

/** A run on a day, written `2026-11-20`, at half past six in the evening in Paris. */
export function runOn(day: string, more: Partial<RunRecord> = {}): RunRecord {
  return recordOf({ at: `${day}T18:30:00.000+01:00`, ...more });
}

export function datedOn(...runs: RunRecord[]): DatedRun[] {
  return dateRuns(runs);
}

export function joinOf(from: string, to: string | null): HistoryJoin {
  return { v: 1, type: 'join', at: '2026-11-21T08:00:00.000+01:00', from, to };
}

/** The number of a day that there is. */
export function day(name: string): number {
  const number = dayNumber(name);
  if (number === null) throw new Error(`There is no day ${name}.`);
  return number;
}

/** The moment of a text such as `2026-11-20T18:30:00.000+01:00`. */
export function moment(text: string): IsoMoment {
  const parsed = parseMoment(text);
  if (parsed === null) throw new Error(`${text} isn’t a moment.`);
  return parsed;
}
