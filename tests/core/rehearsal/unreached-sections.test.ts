import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/core/prompter/plan.ts';
import { neverReached } from '../../../src/core/rehearsal/unreached-sections.ts';
import { onePiece, plan, runOf, type Step } from './runs.ts';

const told: Plan = {
  ...plan,
  rows: [
    { id: 'situation', startMs: 0, endMs: 30_000 },
    { id: 'first act', startMs: 30_000, endMs: 60_000 },
    { id: 'second act', startMs: 60_000, endMs: 100_000 },
    { id: 'result', startMs: 100_000, endMs: 120_000 },
  ],
};

function leftOut(steps: Step[], thinkMs = 0, of = told): string[] {
  return neverReached(of, runOf(steps, thinkMs, of).run);
}

describe('what a run never came to', () => {
  test('is all after the section in which it was left', () => {
    expect(leftOut([[5000, 'end']])).toEqual(['first act', 'second act', 'result']);
    expect(
      leftOut([
        [5000, 'nextSection'],
        [5000, 'leave'],
      ]),
    ).toEqual(['result']);
  });

  test('is nothing where it came to its end, marked or not', () => {
    expect(leftOut([[5000, 'finish']])).toEqual([]);
    expect(
      leftOut([
        [5000, 'nextSection'],
        [5000, 'nextSection'],
        [5000, 'end'],
      ]),
    ).toEqual([]);
    expect(leftOut([[5000, 'end']], 0, { ...onePiece, rows: [{ id: 'all', startMs: 0, endMs: 60_000 }] })).toEqual([]);
  });

  test('is nothing while it goes on, and where nothing was said', () => {
    expect(leftOut([[5000, 'nextSection']])).toEqual([]);
    expect(leftOut([[5000, 'end']], 10_000)).toEqual([]);
  });
});
