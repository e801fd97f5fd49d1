import { describe, expect, test } from 'vitest';
import { clockWords, placeWords, standingWords } from '../../../src/renderer/rehearsal/stage-words.ts';
import { rehearsalAfter } from './rehearsals.ts';

describe('the place of a question', () => {
  test('says where it comes from', () => {
    const state = rehearsalAfter([]);
    expect(placeWords({ ...state, at: 0 })).toBe('1 of 3');
    expect(placeWords(state)).toBe('2 of 3 · question from “also works for”');
    expect(placeWords({ ...state, kind: 'mock', at: 2 })).toBe('Mock interview 3 of 3 · asked by title');
    expect(placeWords({ ...state, asks: state.asks.slice(0, 1), at: 0 })).toBe('Rehearsal');
  });
});

describe('a paused clock', () => {
  test('says why', () => {
    expect(standingWords(rehearsalAfter([]).run)).toBeNull();
    expect(standingWords(rehearsalAfter([[1500, 'pause']]).run)).toMatch(/^Paused/);
    expect(standingWords(rehearsalAfter([[100, { type: 'sleep', atMs: 7700 }]]).run)).toContain('slept');
    expect(standingWords({ ...rehearsalAfter([[1500, 'pause']]).run, away: true })).toContain('for a long time');
    expect(standingWords(rehearsalAfter([[100, 'end']]).run)).toBeNull();
  });

  test('says what its figure is of', () => {
    expect(clockWords(120_000, false, false)).toBe('left of 2:00');
    expect(clockWords(120_000, true, false)).toBe('over 2:00');
    expect(clockWords(120_000, false, true)).toBe('spoken of 2:00');
  });
});
