import { describe, expect, test } from 'vitest';
import { dueRows, readyLine, scopeOf } from '../../../src/renderer/progress/due-rows.ts';
import { brief } from '../briefs.ts';
import { due, practiced, seriesRun } from './runs.ts';

const today = '2026-11-22';
const stories = ['oven', 'flue', 'fair', 'log'].map((id) =>
  practiced(id, id === 'fair' ? [] : [seriesRun('2026-11-13')]),
);
const briefs = ['log', 'oven', 'flue', 'fair'].map((id) => brief(id));
const wordsOf = (rows: readonly { storyId: string; words: string }[]) =>
  rows.map(({ storyId, words }) => [storyId, words]);

test('what is due, new and to come, each with why and when; what is gone is left out', () => {
  const listed = [
    due('oven', -2),
    due('flue', 4, { why: 'interview', recall: 0.9, interviewInDays: 6 }),
    due('fair', 0, { why: 'new', recall: null }),
    due('log', 0, { recall: 0.9 }),
    due('gone', 0),
  ];
  const rows = dueRows({ due: listed, stories, today }, { interview: null, due: listed }, briefs);
  expect(wordsOf(rows.now)).toEqual([
    ['oven', 'due 2 days ago · rehearsed 9 days ago · 71 % chance you’ll recall it fluently'],
    ['log', 'due today · rehearsed 9 days ago · 90 % chance you’ll recall it fluently'],
  ]);
  expect(wordsOf(rows.fresh)).toEqual([['fair', 'never rehearsed']]);
  expect(wordsOf(rows.later)).toEqual([
    ['flue', 'due in 4 days, to be fresh for the interview · rehearsed 9 days ago'],
  ]);
  expect([rows.again, rows.ready]).toEqual([[], []]);
});

test('the chance never says 100 %, and isn’t shown on the day of a run', () => {
  const told = [practiced('oven', [seriesRun(today)]), practiced('flue', [seriesRun('2026-11-21')])];
  const listed = [due('oven', 0, { recall: 1 }), due('flue', 0, { recall: 0.999 })];
  const { now } = dueRows({ due: listed, stories: told, today }, { interview: null, due: listed }, briefs);
  expect(now.map(({ words }) => words)).toEqual([
    'due today · rehearsed today',
    'due today · rehearsed yesterday · 99 % chance you’ll recall it fluently',
  ]);
});

test('what was only stopped early is due, but not among the never rehearsed', () => {
  const told = [practiced('oven', []), { ...practiced('flue', []), runs: 2 }];
  const listed = [due('oven', 0, { why: 'new', recall: null }), due('flue', 0, { why: 'new', recall: null })];
  const { now, fresh } = dueRows({ due: listed, stories: told, today }, { interview: null, due: listed }, briefs);
  expect(wordsOf(now)).toEqual([['flue', '2 runs, stopped early']]);
  expect(wordsOf(fresh)).toEqual([['oven', 'never rehearsed']]);
});

describe('with an interview tomorrow', () => {
  const eve = [
    due('oven', 1, { interviewInDays: 1, recall: 1 }),
    due('fair', 0, { interviewInDays: 1, why: 'new', recall: null }),
    due('flue', 9, { interviewInDays: 1, isReady: true, recall: 1 }),
  ];
  const other = due('log', 0, { recall: 0.9 });
  const all = [...eve, other];
  const interviews = [
    { id: 'empty', day: today, due: [] },
    { id: 'soon', day: '2026-11-23', due: eve },
    { id: 'later', day: '2026-12-06', due: all.map((story) => ({ ...story, interviewInDays: 14 })) },
  ];

  test('its stories come first: what is due again, then what is ready; the others after them', () => {
    const rows = dueRows({ due: all, stories, today }, scopeOf({ due: all, interviews }, null), briefs);
    expect(wordsOf(rows.again)).toEqual([
      ['fair', 'never rehearsed'],
      ['oven', 'once more tomorrow morning · rehearsed 9 days ago'],
    ]);
    expect(wordsOf(rows.ready)).toEqual([['flue', 'ready for tomorrow · rehearsed 9 days ago']]);
    expect(rows.now.map(({ storyId }) => storyId)).toEqual(['log']);
    expect([rows.fresh, rows.later]).toEqual([[], []]);
  });

  test('the page is about the next one with stories, unless it is narrowed to another', () => {
    expect(scopeOf({ due: all, interviews }, null).interview).toBe('soon');
    expect(scopeOf({ due: all, interviews }, 'later').interview).toBe('later');
    expect(scopeOf({ due: all, interviews }, 'gone').interview).toBe('soon');
    expect(scopeOf({ due: all, interviews: [] }, null)).toEqual({ interview: null, due: all });
  });

  test('begins with how ready they are, and the weakest', () => {
    const lineOf = (scoped: typeof all) => readyLine({ interview: 'soon', due: scoped }, stories, briefs, today);
    expect(lineOf(eve)).toEqual({
      words: '1 of 3 ready for tomorrow',
      weakest: { name: 'fair', title: 'fair', words: 'never rehearsed' },
    });
    expect(lineOf([eve[0]!, eve[2]!])?.weakest).toEqual({ name: 'oven', title: 'oven', words: '9 days ago, 1 run' });
    expect(lineOf([other])).toEqual({ words: '0 of 1 ready', weakest: null });
    expect(lineOf([due('gone', 0)])).toBeNull();
  });
});
