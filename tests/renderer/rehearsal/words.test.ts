import { describe, expect, test } from 'vitest';
import { givenWords, nextWords, ratingWords, totalWords } from '../../../src/renderer/rehearsal/result-words.ts';
import { clockWords, placeWords, standingWords } from '../../../src/renderer/ui/format/rating.ts';
import { spokenBars } from '../../../src/renderer/rehearsal/spoken-bars.ts';
import { runAt } from '../../../src/core/rehearsal/run.ts';
import { rehearsalAfter, startMs } from './rehearsals.ts';

describe('the place of a question', () => {
  test('says where it was drawn from', () => {
    const state = rehearsalAfter([]);
    const own = { ...state.ask, kind: 'question' } as const;
    expect(placeWords({ ...state, at: 0, ask: own })).toBe('1 of 3');
    expect(placeWords(state)).toBe('2 of 3 · question drawn from “also works for”');
    const byTitle = { ...state, kind: 'mock', at: 2, ask: { ...state.ask, kind: 'title' } } as const;
    expect(placeWords(byTitle)).toBe('Mock interview 3 of 3 · asked for by its title');
    expect(placeWords({ ...state, at: 0, of: 1, ask: own })).toBe('Rehearsal');
  });
});

describe('a clock that stands', () => {
  test('says why', () => {
    expect(standingWords(rehearsalAfter([]).run)).toBeNull();
    expect(standingWords(rehearsalAfter([[1500, 'pause']]).run)).toMatch(/^Paused/);
    expect(standingWords(rehearsalAfter([[100, { type: 'sleep', atMs: 7700 }]]).run)).toContain('slept');
    expect(standingWords(runAt(rehearsalAfter([]).run, startMs + 3_600_000))).toContain('for a long time');
  });

  test('says what its figure is of', () => {
    expect(clockWords(120_000, false, false)).toBe('left of 2:00');
    expect(clockWords(120_000, true, false)).toBe('over 2:00');
    expect(clockWords(120_000, false, true)).toBe('spoken of 2:00');
  });
});

describe('the result', () => {
  test('tells the total against the target', () => {
    expect(totalWords({ totalMs: 129_400, targetMs: 120_000, finished: true })).toBe('of 2:00 · +0:09');
    expect(totalWords({ totalMs: 30_000, targetMs: 120_000, finished: false })).toBe('of 2:00 · −1:30 · stopped early');
    expect(totalWords({ totalMs: 120_499, targetMs: 120_000, finished: true })).toBe('of 2:00 · ±0:00');
  });

  test('tells when a rating brings the story back, and why it is suggested', () => {
    expect(ratingWords(0, false, ['9 s over'])).toBe('today');
    expect(ratingWords(5, true, ['9 s over', '1 left out'])).toBe('in 5 days · suggested: 9 s over, 1 left out');
    expect(ratingWords(1, true, [])).toBe('tomorrow · suggested');
  });

  test('tells what an unrated run counts as', () => {
    expect(nextWords('done', { rating: null, suggested: 'hard', finished: true })).toBe('done (as suggested)');
    expect(nextWords('done', { rating: 'good', suggested: 'hard', finished: true })).toBe('done');
    expect(nextWords('done', { rating: null, suggested: 'again', finished: false })).toBe('done');
    expect(givenWords({ rating: null, suggested: 'hard', finished: true })).toBe('as suggested: Hard');
    expect(givenWords({ rating: 'good', suggested: 'hard', finished: true })).toBe('Good');
    expect(givenWords({ rating: null, suggested: 'again', finished: false })).toBe('–');
  });

  test('draws bars on one scale', () => {
    const bars = spokenBars([
      { kind: 'situation', label: 'S', plannedMs: 20_000, spokenMs: 21_500 },
      { kind: 'action', label: 'A', plannedMs: 40_000, spokenMs: 80_000 },
      { kind: 'result', label: 'R', plannedMs: 20_000, spokenMs: null },
    ]);
    expect(bars.map(({ spoken, planned, isOver }) => [spoken, planned, isOver])).toEqual([
      [21_500 / 80_000, 0.25, false],
      [1, 0.5, true],
      [null, 0.25, false],
    ]);
  });
});
