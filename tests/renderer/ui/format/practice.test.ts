import { describe, expect, test } from 'vitest';
import {
  allReadyWords,
  nextRunWords,
  practiceLine,
  practiceMarks,
  rehearsedWords,
} from '../../../../src/renderer/ui/format/practice.ts';
import { due, practiced, seriesRun } from '../../progress/runs.ts';

const today = '2026-11-22';
const best = seriesRun('2026-11-10', { totalMs: 118_000 });
const last = seriesRun('2026-11-19');

describe('the line in the list', () => {
  test('last and best', () => {
    expect(rehearsedWords(practiced('oven', [best, last], best), today)).toBe(
      'rehearsed 3 days ago · 2:09, closest to target 1:58',
    );
  });
  test('the best is shown once, and a run that was stopped early says so', () => {
    expect(rehearsedWords(practiced('oven', [last]), today)).toBe('rehearsed 3 days ago · 2:09');
    const left = seriesRun('2026-11-22', { finished: false, totalMs: 31_000, rating: 'again' });
    expect(rehearsedWords({ runs: 3, last: left, best }, today)).toBe(
      'rehearsed today · stopped at 0:31, closest to target 1:58',
    );
    expect(rehearsedWords({ runs: 0, last: null, best: null }, today)).toBe('never rehearsed');
    expect(rehearsedWords({ runs: 1, last: null, best: null }, today)).toBe('1 run, stopped early');
  });
});

describe('marks', () => {
  test('none before the first run', () => {
    expect(
      practiceMarks([practiced('oven', []), practiced('flue', [])], [due('oven', 0, { why: 'new' })], today).size,
    ).toBe(0);
  });
  test('due, new and neither', () => {
    const stories = [practiced('oven', [last]), practiced('flue', [last]), practiced('fair', [])];
    const marks = practiceMarks(stories, [due('oven', 0), due('flue', 4), due('fair', 0, { why: 'new' })], today);
    expect([...marks.values()].map(({ mark }) => mark)).toEqual(['due', null, 'new']);
    expect(marks.get('fair')?.words).toBe('never rehearsed');
  });
});

test('the line on the story’s page', () => {
  const story = practiced('oven', [best, last], best);
  expect(practiceLine(story, due('oven', 2), today)).toBe(
    'Rehearsed 3 days ago · closest to target 1:58 · last 2:09 · due in 2 days',
  );
  expect(practiceLine(story, due('oven', -2), today)).toContain('due 2 days ago');
  expect(practiceLine(story, due('oven', 1, { interviewInDays: 1 }), today)).toContain('once more tomorrow morning');
  const never = { last: null, best: null };
  expect(practiceLine({ runs: 0, ...never }, due('oven', 0, { why: 'new' }), today)).toBe('Never rehearsed');
  expect(practiceLine({ runs: 2, ...never }, due('oven', 0, { why: 'new' }), today)).toBe('2 runs, stopped early');
  expect(practiceLine({ runs: 1, last, best: null }, undefined, today)).toBe('Rehearsed 3 days ago · last 2:09');
});

test.each([
  [0, null, false, 'today'],
  [5, null, true, 'in 5 days'],
  // An interview far away changes no words.
  [2, 9, false, 'in 2 days'],
  [0, 1, false, 'once more today'],
  // However long it has been due.
  [-18, 1, false, 'once more today'],
  [1, 1, false, 'once more tomorrow morning'],
  [1, 3, false, 'once more tomorrow'],
  [2, 2, false, 'once more in 2 days'],
  [8, 1, true, 'ready for tomorrow'],
  [8, 0, true, 'ready for today'],
  [8, 3, true, 'ready for the interview'],
])('back in %s days, with an interview in %s, ready: %s', (inDays, interviewInDays, isReady, words) => {
  expect(nextRunWords({ inDays, interviewInDays, isReady })).toBe(words);
});

test('all ready, for the one interview that they are about', () => {
  const ready = (interviewInDays: number | null) => ({ inDays: 5, interviewInDays, isReady: true });
  expect(allReadyWords([ready(1)])).toBe('Your story is ready for tomorrow.');
  expect(allReadyWords([ready(1), ready(1)])).toBe('Both are ready for tomorrow.');
  expect(allReadyWords([ready(0), ready(0), ready(0)])).toBe('All 3 are ready for today.');
  expect(allReadyWords([ready(1), ready(null), ready(1)])).toBe('All 3 are ready.');
  expect(allReadyWords([ready(9), ready(9), ready(9)])).toBe('All 3 are ready.');
});
