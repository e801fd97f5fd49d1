import { expect, test } from 'vitest';
import { dueRows } from '../../../src/renderer/progress/due-rows.ts';
import { brief } from '../briefs.ts';
import { due, practiced, seriesRun } from './runs.ts';

const today = '2026-11-22';

test('what is due, new and to come, each with why and when; what is gone is left out', () => {
  const stories = ['oven', 'flue', 'fair', 'log'].map((id) =>
    practiced(id, id === 'fair' ? [] : [seriesRun('2026-11-13')]),
  );
  const listed = [
    due('oven', -2),
    due('flue', 0, { why: 'interview', recall: 0.9 }),
    due('fair', 0, { why: 'new', recall: null }),
    due('log', 4),
    due('gone', 0),
  ];
  const { now, fresh, later } = dueRows(
    listed,
    stories,
    ['log', 'oven', 'flue', 'fair'].map((id) => brief(id)),
    today,
  );
  expect(now.map(({ storyId, words }) => [storyId, words])).toEqual([
    ['oven', 'due 2 days ago · rehearsed 9 days ago · 71 % chance you’ll recall it fluently'],
    ['flue', 'due today, to be fresh for the interview · rehearsed 9 days ago · 90 % chance you’ll recall it fluently'],
  ]);
  expect(fresh.map(({ storyId, words }) => [storyId, words])).toEqual([['fair', 'never rehearsed']]);
  expect(later.map(({ storyId, words }) => [storyId, words])).toEqual([
    ['log', 'due in 4 days · rehearsed 9 days ago'],
  ]);
});

test('the chance never says 100 %, and isn’t shown on the day of a run', () => {
  const stories = [practiced('oven', [seriesRun(today)]), practiced('flue', [seriesRun('2026-11-21')])];
  const listed = [due('oven', 0, { recall: 1 }), due('flue', 0, { recall: 0.999 })];
  const { now } = dueRows(listed, stories, [brief('oven'), brief('flue')], today);
  expect(now.map(({ words }) => words)).toEqual([
    'due today · rehearsed today',
    'due today · rehearsed yesterday · 99 % chance you’ll recall it fluently',
  ]);
});
