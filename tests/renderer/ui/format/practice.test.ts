import { describe, expect, test } from 'vitest';
import { practiceLine, practiceMarks, rehearsedWords } from '../../../../src/renderer/ui/format/practice.ts';
import { due, practiced, seriesRun } from '../../progress/runs.ts';

const today = '2026-11-22';
const best = seriesRun('2026-11-10', { totalMs: 118_000 });
const last = seriesRun('2026-11-19');

describe('the line in the list', () => {
  test('last and best', () => {
    expect(rehearsedWords(practiced('oven', [best, last], best), today)).toBe('rehearsed 3 days ago · 2:09, best 1:58');
  });
  test('the best is shown once, and a run that was stopped early says so', () => {
    expect(rehearsedWords(practiced('oven', [last]), today)).toBe('rehearsed 3 days ago · 2:09');
    const left = seriesRun('2026-11-22', { finished: false, totalMs: 31_000, rating: 'again' });
    expect(rehearsedWords({ runs: 3, last: left, best }, today)).toBe('rehearsed today · stopped at 0:31, best 1:58');
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
    'Rehearsed 3 days ago · best 1:58 · last 2:09 · due in 2 days',
  );
  expect(practiceLine(story, due('oven', -2, { why: 'interview' }), today)).toContain(
    'due 2 days ago for the interview',
  );
  const never = { last: null, best: null };
  expect(practiceLine({ runs: 0, ...never }, due('oven', 0, { why: 'new' }), today)).toBe('Never rehearsed');
  expect(practiceLine({ runs: 2, ...never }, due('oven', 0, { why: 'new' }), today)).toBe('2 runs, stopped early');
  expect(practiceLine({ runs: 1, last, best: null }, undefined, today)).toBe('Rehearsed 3 days ago · last 2:09');
});
