import { describe, expect, test } from 'vitest';
import type { Plan, PlanSection } from '../../../src/core/prompter/plan.ts';
import { sectionShares } from '../../../src/renderer/library/Shares.tsx';

function plan(sections: [PlanSection['kind'], number][]): Plan {
  let atMs = 0;
  const placed = sections.map(([kind, ms]) => ({ kind, label: kind, startMs: atMs, endMs: (atMs += ms) }));
  return { targetMs: atMs, estimateMs: null, sections: placed, rows: [] };
}

describe('the planned time of each section', () => {
  test('is compared with its recommended share of the target, among the sections there are', () => {
    const shares = sectionShares(
      plan([
        ['situation', 60_000],
        ['action', 15_000],
      ]),
    );
    expect(shares.map(({ kind, plannedMs, recommendedMs }) => [kind, plannedMs, recommendedMs])).toEqual([
      ['situation', 60_000, 20_000],
      ['action', 15_000, 55_000],
    ]);
  });

  test('adds up where a kind comes twice', () => {
    const shares = sectionShares(
      plan([
        ['action', 10_000],
        ['result', 20_000],
        ['action', 30_000],
      ]),
    );
    expect(shares.map(({ kind, plannedMs }) => [kind, plannedMs])).toEqual([
      ['action', 40_000],
      ['result', 20_000],
    ]);
  });

  test('leaves out sections without time, and has no recommendation for notes', () => {
    const shares = sectionShares(
      plan([
        ['other', 30_000],
        ['task', 0],
        ['action', 30_000],
      ]),
    );
    expect(shares.map(({ kind, recommendedMs }) => [kind, recommendedMs === null])).toEqual([
      ['other', true],
      ['action', false],
    ]);
  });

  test('keeps sections of another framework apart', () => {
    const [move, proof] = [
      { kind: 'other' as const, label: 'Move', startMs: 0, endMs: 40_000 },
      { kind: 'other' as const, label: 'Proof', startMs: 40_000, endMs: 60_000 },
    ];
    const shares = sectionShares({ targetMs: 60_000, estimateMs: null, sections: [move, proof], rows: [] });
    expect(shares.map(({ label, plannedMs }) => [label, plannedMs])).toEqual([
      ['Move', 40_000],
      ['Proof', 20_000],
    ]);
  });

  test('is left out where there are no two to compare', () => {
    expect(sectionShares(plan([['other', 120_000]]))).toEqual([]);
    expect(sectionShares(plan([]))).toEqual([]);
  });
});
