import { expect, test } from 'vitest';
import { keptRuns } from '../../../src/renderer/client/kept-runs.ts';
import { recordOf } from '../../core/rehearsal/records.ts';

const run = recordOf({ rating: 'good' });

test('a run that is rated another way while the program logs it is kept for the program', () => {
  const runs = keptRuns(() => null);
  runs.keep(run);
  const sent = runs.list();
  const rated = { ...run, rating: 'again' as const, replaces: run.at };
  runs.keep(rated);
  runs.logged(sent);
  expect(runs.list()).toEqual([rated]);
  runs.logged([rated]);
  expect(runs.list()).toEqual([]);
});

test('a run that went on takes the place of the shorter one', () => {
  const runs = keptRuns(() => null);
  runs.keep(run);
  const longer = { ...run, at: '2026-11-20T18:31:00.000+01:00', replaces: run.at };
  runs.keep(longer);
  expect(runs.list()).toEqual([longer]);
});
