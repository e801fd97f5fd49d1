import { describe, expect, test } from 'vitest';
import type { Plan, PlanSection } from '../../../src/core/prompter/plan.ts';
import { shareBars } from '../../../src/renderer/library/share-bars.ts';

function plan(sections: [PlanSection['kind'], number][]): Plan {
  let atMs = 0;
  const placed = sections.map(([kind, ms]) => ({ kind, label: kind, startMs: atMs, endMs: (atMs += ms) }));
  return { targetMs: atMs, estimateMs: null, sections: placed, rows: [] };
}

describe('bars of planned time', () => {
  test('stand against the recommended share of the target, scaled over the sections there are', () => {
    const bars = shareBars(
      plan([
        ['situation', 60_000],
        ['action', 15_000],
      ]),
    );
    expect(bars.map(({ kind, plannedMs, recommendedMs }) => [kind, plannedMs, recommendedMs])).toEqual([
      ['situation', 60_000, 20_000],
      ['action', 15_000, 55_000],
    ]);
    expect(bars.map(({ planned, recommended }) => [planned, recommended])).toEqual([
      [1, 20 / 60],
      [0.25, 55 / 60],
    ]);
  });

  test('join a kind that comes twice', () => {
    const bars = shareBars(
      plan([
        ['action', 10_000],
        ['result', 20_000],
        ['action', 30_000],
      ]),
    );
    expect(bars.map(({ kind, plannedMs }) => [kind, plannedMs])).toEqual([
      ['action', 40_000],
      ['result', 20_000],
    ]);
  });

  test('leave out sections without time, and the tick where nothing is recommended', () => {
    const bars = shareBars(
      plan([
        ['other', 30_000],
        ['task', 0],
        ['action', 30_000],
      ]),
    );
    expect(bars.map(({ kind, recommended }) => [kind, recommended === null])).toEqual([
      ['other', true],
      ['action', false],
    ]);
  });

  test('are none where there is nothing to compare', () => {
    expect(shareBars(plan([['other', 120_000]]))).toEqual([]);
    expect(shareBars(plan([]))).toEqual([]);
  });
});
