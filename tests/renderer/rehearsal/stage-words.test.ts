import { describe, expect, test } from 'vitest';
import { clockWords, placeWords, pauseWords, stopWords } from '../../../src/renderer/rehearsal/stage-words.ts';
import { runAt } from '../../../src/core/rehearsal/run.ts';
import { rehearsalAfter, startMs } from './rehearsals.ts';

test('the place of a question is its number; of a single one, what this is', () => {
  const state = rehearsalAfter([]);
  expect(placeWords(state)).toBe('Question 2 of 3');
  expect(placeWords({ ...state, at: 0, of: 1 })).toBe('Rehearsal');
});

test('stopping says how many questions are left', () => {
  expect(stopWords({ step: 'answer', at: 0, of: 4 })).toBe('stop (4 left)');
  expect(stopWords({ step: 'answer', at: 0, of: 1 })).toBe('stop');
  expect(stopWords({ step: 'result', at: 0, of: 4 })).toBe('stop (3 left)');
  expect(stopWords({ step: 'result', at: 3, of: 4 })).toBe('close');
});

describe('a paused clock', () => {
  test('says why', () => {
    expect(pauseWords(rehearsalAfter([]).run)).toBeNull();
    expect(pauseWords(rehearsalAfter([[1500, 'pause']]).run)).toMatch(/^Paused/);
    expect(pauseWords(rehearsalAfter([[100, { type: 'sleep', atMs: 7700 }]]).run)).toContain('slept');
    expect(pauseWords(runAt(rehearsalAfter([]).run, startMs + 3_600_000))).toContain('for a long time');
  });

  test('says what its figure is of', () => {
    expect(clockWords(120_000, false, false)).toBe('left of 2:00');
    expect(clockWords(120_000, true, false)).toBe('over 2:00');
    expect(clockWords(120_000, false, true)).toBe('spoken of 2:00');
  });
});
