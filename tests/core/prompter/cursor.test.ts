import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  carryCursor,
  driftMs,
  driftWords,
  formatDrift,
  spokenDrift,
  rowIndexAt,
  rowStep,
  sectionStep,
} from '../../../src/core/prompter/cursor.ts';
import { newSession, reduceSession, type Session, type SessionMode } from '../../../src/core/prompter/session.ts';
import { planFor, planOfRows, shown } from './outlines.ts';

const plan = planOfRows([
  ['a', 10_000],
  ['b', 20_000],
  ['c', 30_000],
]);
const empty = planOfRows([]);

/** A one-minute session with a given clock and cursor. */
function session(mode: SessionMode, clockMs: number, atMs: number): Session {
  const running = reduceSession(newSession(60_000, mode, 1), { type: 'play' }, 0);
  const paused = reduceSession(running, { type: 'pause' }, clockMs);
  return reduceSession(paused, { type: 'moveCursor', cursorMs: atMs }, 0);
}

describe('rowIndexAt', () => {
  test.each([
    [-5, 0],
    [0, 0],
    [9999.999, 0],
    [10_000, 1],
    [29_999, 1],
    [30_000, 2],
    [60_000, 2],
    [1e9, 2],
  ])('at %d is row %d', (atMs, index) => {
    expect(rowIndexAt(plan, atMs)).toBe(index);
  });

  test('is -1 in an empty plan', () => {
    expect(rowIndexAt(empty, 0)).toBe(-1);
    expect(rowIndexAt(empty, 99)).toBe(-1);
  });
});

describe('rowStep', () => {
  test.each<[number, 1 | -1, number | null]>([
    [0, 1, 10_000],
    [9999, 1, 10_000],
    [10_000, 1, 30_000],
    [30_000, 1, null],
    [60_000, 1, null],
    [0, -1, null],
    [9999, -1, null],
    [10_000, -1, 0],
    [25_000, -1, 0],
    [60_000, -1, 10_000],
  ])('from %d by %d is %j', (atMs, step, to) => {
    expect(rowStep(plan, atMs, step)).toBe(to);
  });

  test('has nowhere to go in an empty plan', () => {
    expect([rowStep(empty, 0, 1), rowStep(empty, 0, -1)]).toEqual([null, null]);
  });

  test('never gets stuck if a tiny target starts several rows at once', () => {
    const crowded = planFor([shown('other', ...Array.from({ length: 10 }, () => 2))], 3);
    let atMs: number | null = 3;
    const back: number[] = [];
    while (atMs !== null && back.length < 20) {
      back.push(atMs);
      atMs = rowStep(crowded, atMs, -1);
    }
    expect(back.at(-1)).toBe(0);
    expect(new Set(back).size).toBe(back.length);
  });
});

describe('sectionStep', () => {
  // 0–20 s in two rows, nothing, 20–60 s in one row, 60–120 s in three, nothing.
  const sections = planFor(
    [shown('situation', 1, 1), shown('task'), shown('action', 4), shown('result', 2, 2, 2), shown('reflection')],
    120_000,
    [
      { kind: 'situation', label: '', text: '', words: 20, line: 1 },
      { kind: 'action', label: '', text: '', words: 40, line: 2 },
      { kind: 'result', label: '', text: '', words: 60, line: 3 },
    ],
  );

  test.each<[number, 1 | -1, number | null]>([
    [0, 1, 20_000],
    [15_000, 1, 20_000],
    [20_000, 1, 60_000],
    [60_000, 1, null],
    [120_000, 1, null],
    [0, -1, null],
    [9000, -1, null],
    [10_000, -1, 0],
    [20_000, -1, 0],
    [59_000, -1, 0],
    [60_000, -1, 20_000],
    [79_999, -1, 20_000],
    [80_000, -1, 60_000],
    [120_000, -1, 60_000],
  ])('from %d by %d is %j', (atMs, step, to) => {
    expect(sectionStep(sections, atMs, step)).toBe(to);
  });

  test('has nowhere to go without rows', () => {
    const bare = planFor([shown('situation'), shown('action')], 120_000);
    for (const of of [bare, planFor([], 120_000)]) {
      expect([sectionStep(of, 0, 1), sectionStep(of, 5000, -1)]).toEqual([null, null]);
    }
  });
});

describe('driftMs in auto', () => {
  test('is cursor minus elapsed time', () => {
    expect(driftMs(session('auto', 20_000, 32_000), plan, 0)).toBe(12_000);
    expect(driftMs(session('auto', 20_000, 8000), plan, 0)).toBe(-12_000);
    expect(driftMs(session('auto', 20_000, 20_000), plan, 0)).toBe(0);
  });

  test('is behind in overtime, as the plan has ended', () => {
    const running = reduceSession(newSession(60_000, 'auto', 1), { type: 'play' }, 0);
    expect(driftMs(running, plan, 75_000)).toBe(-15_000);
  });

  test('is in whole milliseconds, so that it doesn’t flicker at a limit', () => {
    const nudged = { ...reduceSession(newSession(60_000, 'auto', 1), { type: 'play' }, 0.1), cursorMs: 8000 };
    for (let nowMs = 0.1; nowMs < 40_000; nowMs += 333.333_3) {
      expect(driftMs(nudged, plan, nowMs)).toBe(8000);
      expect(driftWords(driftMs(nudged, plan, nowMs))).toBe('on pace');
    }
  });
});

describe('driftMs in step mode', () => {
  test.each([
    ['at the row’s start', 10_000, 10_000, 0],
    ['within the row', 25_000, 10_000, 0],
    ['at the row’s end', 30_000, 10_000, 0],
    ['after the row', 43_000, 10_000, -13_000],
    ['before the row', 3000, 10_000, 7000],
    ['within the row, the cursor further into it', 11_000, 29_000, 0],
    ['before the row, the cursor far into it', 4000, 29_000, 6000],
    ['on the last row in time', 60_000, 30_000, 0],
    ['on the last row in overtime', 72_000, 30_000, -12_000],
  ])('clock %s', (_, clockMs, atMs, drift) => {
    expect(driftMs(session('step', clockMs, atMs), plan, 0)).toBe(drift);
  });
});

test('a plan without rows has no drift', () => {
  expect(driftMs(session('auto', 60_000, 0), empty, 0)).toBe(0);
  expect(driftMs(session('step', 60_000, 0), empty, 0)).toBe(0);
});

test.each([
  [0, 'on pace', ''],
  [8000, 'on pace', ''],
  [-8000, 'on pace', ''],
  [8001, '8 s ahead', '▲ 8 s'],
  [-8001, '8 s behind', '▼ 8 s'],
  [9000, '9 s ahead', '▲ 9 s'],
  [-12_400, '12 s behind', '▼ 12 s'],
  [59_600, '1:00 ahead', '▲ 1:00'],
  [-754_000, '12:34 behind', '▼ 12:34'],
])('a drift of %d reads %j and shows %j', (drift, words, sign) => {
  expect(driftWords(drift)).toBe(words);
  expect(spokenDrift(drift)).toBe(words.replace(' s ', ' seconds '));
  expect(formatDrift(drift)).toBe(sign);
});

describe('carryCursor', () => {
  test.each<[string, [string, number][], number, number]>([
    [
      'the same plan',
      [
        ['a', 10_000],
        ['b', 20_000],
        ['c', 30_000],
      ],
      25_000,
      25_000,
    ],
    [
      'rows before it',
      [
        ['x', 5000],
        ['y', 5000],
        ['a', 10_000],
        ['b', 20_000],
        ['c', 20_000],
      ],
      15_000,
      25_000,
    ],
    [
      'a row that is longer now',
      [
        ['a', 10_000],
        ['b', 40_000],
        ['c', 10_000],
      ],
      20_000,
      30_000,
    ],
    [
      'another order',
      [
        ['c', 30_000],
        ['b', 20_000],
        ['a', 10_000],
      ],
      5000,
      55_000,
    ],
    [
      'its row gone: the next old neighbour',
      [
        ['a', 30_000],
        ['c', 30_000],
      ],
      25_000,
      30_000,
    ],
    [
      'its row and the next gone: the one before',
      [
        ['a', 30_000],
        ['d', 30_000],
      ],
      25_000,
      0,
    ],
    [
      'its row renamed, neighbours kept',
      [
        ['a', 10_000],
        ['b2', 20_000],
        ['c', 30_000],
      ],
      15_000,
      30_000,
    ],
    [
      'all renamed: the same row number',
      [
        ['x', 5000],
        ['y', 15_000],
        ['z', 40_000],
      ],
      25_000,
      5000,
    ],
    ['all renamed and fewer: the last row', [['x', 60_000]], 35_000, 0],
    ['nothing left', [], 35_000, 0],
  ])('%s', (_, rows, atMs, carried) => {
    expect(carryCursor(plan, planOfRows(rows), atMs)).toBe(carried);
  });

  test('from an empty plan leads to the start', () => {
    expect(carryCursor(empty, plan, 30_000)).toBe(0);
  });

  test('at the very end stays on the last row, even if rows now follow it', () => {
    const longer = planOfRows([
      ['a', 10_000],
      ['b', 20_000],
      ['c', 20_000],
      ['d', 10_000],
    ]);
    expect(rowIndexAt(longer, carryCursor(plan, longer, 60_000))).toBe(2);
    expect(carryCursor(plan, plan, 60_000)).toBe(60_000);
  });

  test('at a row’s start stays exactly there', () => {
    const third = planOfRows([
      ['a', 33_333],
      ['b', 33_333],
      ['c', 33_334],
    ]);
    expect(carryCursor(plan, third, 30_000)).toBe(66_666);
  });

  test('any reload keeps the current row if it is still there, else moves to one that is, and stays on the plan', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 15 }).map(String), { maxLength: 14 });
    fc.assert(
      fc.property(ids, ids, fc.double({ min: 0, max: 1, noNaN: true }), (oldIds, newIds, share) => {
        const oldPlan = planOfRows(oldIds.map((id) => [id, 7000]));
        const newPlan = planOfRows(newIds.map((id, index) => [id, 1000 + 3000 * (index % 3)]));
        const atMs = share * oldPlan.targetMs;
        const carried = carryCursor(oldPlan, newPlan, atMs);
        expect(carried).toBeGreaterThanOrEqual(0);
        expect(carried).toBeLessThanOrEqual(newPlan.targetMs);
        const oldId = oldPlan.rows[rowIndexAt(oldPlan, atMs)]?.id;
        const newId = newPlan.rows[rowIndexAt(newPlan, carried)]?.id;
        if (oldId !== undefined && newIds.includes(oldId)) expect(newId).toBe(oldId);
        else if (oldId !== undefined && newId !== undefined && oldIds.some((id) => newIds.includes(id))) {
          expect(oldIds).toContain(newId);
        }
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});
