import { expect, test } from 'vitest';
import { linkHistory } from '../../../src/core/rehearsal/history.ts';
import { storyPrint } from '../../../src/core/rehearsal/fingerprint.ts';
import { isFalseStart, isRehearsed } from '../../../src/core/rehearsal/rehearsed.ts';
import { dayNumber } from '../../../src/core/rehearsal/iso-time.ts';
import { progressOverview } from '../../../src/core/rehearsal/statistics.ts';
import { runOn } from './records.ts';
import { storyOf } from './stories.ts';

const stopped = { finished: false, rating: null } as const;

test.each([
  ['finished', { finished: true, rating: null, totalMs: 60_000 }, true, false],
  ['finished in seconds, as the person says', { finished: true, rating: null, totalMs: 3000 }, true, false],
  ['stopped early', { ...stopped, totalMs: 40_000 }, false, false],
  ['stopped early, and rated', { finished: false, rating: 'again', totalMs: 40_000 }, true, false],
  ['stopped within seconds', { ...stopped, totalMs: 14_999 }, false, true],
  ['stopped after fifteen', { ...stopped, totalMs: 15_000 }, false, false],
  ['stopped within seconds, and rated', { finished: false, rating: 'hard', totalMs: 3000 }, true, false],
] as const)('%s', (_, run, rehearsed, falseStart) => {
  expect([isRehearsed(run), isFalseStart(run)]).toEqual([rehearsed, falseStart]);
});

/** All that the views show of two stories after these runs of the first. */
function shownAfter(...runs: ReturnType<typeof runOn>[]) {
  const stories = [storyOf('ferry', { group: 'Ownership' }), storyOf('lock', { group: 'Trust' })];
  const own = runs.map((run) => ({ ...run, story: 'ferry' }));
  const today = dayNumber('2026-11-22') ?? 0;
  return progressOverview(stories, linkHistory(stories.map(storyPrint), own), { today, nextInterview: () => null });
}

test('a run of seconds is in no figure', () => {
  const shown = shownAfter(runOn('2026-11-22', { ...stopped, totalMs: 4000 }));
  expect(shown.stories[0]).toMatchObject({ runs: 0, last: null, best: null });
  expect(shown.days.at(-1)).toMatchObject({ runs: 0, spokenMs: 0 });
  expect(shown.due.find(({ storyId }) => storyId === 'ferry')).toMatchObject({ why: 'new' });
});

test('a run that was stopped early is a run, but no rehearsal, in the library, the dates and the matrix alike', () => {
  const shown = shownAfter(runOn('2026-11-22', { ...stopped, totalMs: 40_000 }));
  expect(shown.stories[0]).toMatchObject({ runs: 1, last: null, best: null });
  expect(shown.days.at(-1)).toMatchObject({ runs: 1, spokenMs: 40_000 });
  expect(shown.due.find(({ storyId }) => storyId === 'ferry')).toMatchObject({ why: 'new', recall: null });
  expect(shown.matrix.rows[0]?.cells).toMatchObject([{ storyId: 'ferry', runs: 0, lastDay: null }]);
  expect(shown.matrix.gaps).toContainEqual({ competency: 'Ownership', why: 'not-rehearsed' });
});

test('the last rehearsal is shown although a later run was stopped early', () => {
  const finished = runOn('2026-11-20', { finished: true, totalMs: 118_000 });
  const shown = shownAfter(finished, runOn('2026-11-22', { ...stopped, totalMs: 40_000 }));
  expect(shown.stories[0]).toMatchObject({ runs: 2, last: { day: '2026-11-20' } });
  expect(shown.matrix.rows[0]?.cells).toMatchObject([{ runs: 1, lastDay: '2026-11-20' }]);
});
