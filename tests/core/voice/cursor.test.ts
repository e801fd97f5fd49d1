import { expect, test } from 'vitest';
import { follow, type VoiceCursor } from '../../../src/core/voice/cursor.ts';
import type { Evidence } from '../../../src/core/voice/evidence.ts';

/** Words of one row, worth so much each, just heard at `nowMs`. */
const heardAt = (nowMs: number, row: number, count: number, each = 1.6): Evidence => ({
  rows: new Map([
    [
      row,
      {
        worth: count * each,
        positions: new Map(Array.from({ length: count }, (_, at) => [at, each])),
        lastMs: nowMs,
      },
    ],
  ]),
  run: null,
});
const start: VoiceCursor = { row: 5, sinceMs: -1000, heldUntilMs: 0 };
const nothing: Evidence = { rows: new Map(), run: null };

test('however fast the rows go by, it moves once a second', () => {
  let cursor = start;
  const moves: number[] = [];
  for (let nowMs = 0; nowMs <= 6000; nowMs += 300) {
    const next = follow(cursor, heardAt(nowMs, cursor.row + 1, 2), nothing, nowMs);
    if (next.row !== cursor.row) moves.push(nowMs);
    cursor = next;
  }
  expect(moves).toEqual([0, 1200, 2400, 3600, 4800, 6000]);
});

test.each([
  ['the next row needs a word', 6, 1, true],
  ['two rows on, a word isn’t enough', 7, 1, false],
  ['two words are', 7, 2, true],
  ['far ahead, a word isn’t enough', 12, 1, false],
  ['two are', 12, 2, true],
  ['back, two words aren’t enough', 3, 2, false],
  ['three are', 3, 3, true],
])('%s', (_, row, count, moves) => {
  const evidence = heardAt(0, row, count);
  expect(follow(start, evidence, evidence, 0).row).toBe(moves ? row : 5);
});

test('back, only words after the last move count', () => {
  const before = heardAt(0, 4, 9);
  expect(follow(start, before, heardAt(0, 4, 1), 0)).toBe(start);
  expect(follow(start, before, heardAt(0, 4, 3), 0)).toEqual({ row: 4, sinceMs: 0, heldUntilMs: 1000 });
});

test('words in a row move it at once, two rows ahead at most', () => {
  const run = (row: number): Evidence => ({ rows: new Map(), run: row });
  expect(follow(start, run(7), nothing, 0).row).toBe(7);
  expect(follow(start, run(8), nothing, 0).row).toBe(5);
  expect(follow(start, run(4), nothing, 0).row).toBe(5);
});
