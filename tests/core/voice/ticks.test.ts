import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/core/voice/evidence.ts';
import type { Script } from '../../../src/core/voice/script.ts';
import { noTicks, tick, type Ticks } from '../../../src/core/voice/ticks.ts';

/** Twelve rows of five words, none of which another row has. */
const script: Script = {
  rows: Array.from({ length: 12 }, (_, row) => `row ${row}`),
  positions: Array.from({ length: 60 }, (_, at) => ({
    ...{ word: `w${at}`, shown: `W${at}`, worth: 1 },
    row: Math.floor(at / 5),
  })),
  worths: Array.from({ length: 12 }, () => 5),
  background: new Map(),
  pronunciations: new Map(),
};

/** So many words of a row, from the first, heard until `lastMs`. */
const words = (row: number, count: number, { says = 1.1, from = 0, lastMs = 1000 } = {}): Evidence => ({
  rows: new Map([
    [
      row,
      {
        worth: count * says,
        positions: new Map(Array.from({ length: count }, (_, at) => [row * 5 + from + at, says])),
        lastMs,
      },
    ],
  ]),
  run: null,
});
/** So many words of each row, one row after the other. */
const telling = (rows: readonly [row: number, count: number][], says = 1.1): Ticks =>
  rows.reduce((ticks, [row, count]) => tick(ticks, words(row, count, { says }), row, script), noTicks);
const all = (rows: readonly number[], count = 5) => rows.map((row): [number, number] => [row, count]);
const told = (ticks: Ticks): number[] =>
  ticks.told.map(({ id }) => script.rows.indexOf(id)).toSorted((one, other) => one - other);

test('where nothing else is heard, a row needs most of what its words can say', () => {
  expect(told(telling([[6, 3]]))).toEqual([]);
  expect(told(telling([[6, 5]]))).toEqual([6]);
});

test('where much was heard of other rows, two words are enough, also if the others come later', () => {
  const others = all([0, 1, 2, 3, 4, 5]);
  expect(told(telling([...others, [6, 2]]))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(told(telling([[6, 2], ...others]))).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('a word of a row that was left out doesn’t tick it', () => {
  const others = [0, 2, 4, 6, 8, 10];
  expect(told(telling([...all(others), [5, 1]]))).toEqual(others);
});

test('scattered words of many rows tick none', () => {
  expect(told(telling(all([0, 2, 3, 5, 7, 8, 10], 1), 1.6))).toEqual([]);
});

test('no row counts more than wholly', () => {
  expect(told(telling([...all([5, 7]), [6, 3]], 1.6))).toEqual([5, 6, 7]);
  const loud = telling(all([5, 7]), 1.6);
  expect(told(tick(loud, words(6, 3), 6, script))).toEqual([5, 7]);
});

test('words of a row count together only if they are heard together', () => {
  const early = tick(noTicks, words(6, 3), 6, script);
  expect(told(tick(early, words(6, 2, { from: 3 }), 6, script))).toEqual([]);
  expect(told(tick(early, words(6, 5), 6, script))).toEqual([6]);
});

test('a word that other rows have too doesn’t count alone', () => {
  const others = telling(all([4, 5, 7, 8]));
  expect(tick(others, words(6, 1, { says: 0.7 }), 6, script).heard.has(6)).toBe(false);
  expect(tick(others, words(6, 1, { says: 0.8 }), 6, script).heard.has(6)).toBe(true);
});

test('words count only while the speaker is at most a row away', () => {
  expect(told(tick(noTicks, words(6, 5), 8, script))).toEqual([]);
  expect(told(tick(noTicks, words(6, 5), 7, script))).toEqual([6]);
  expect(told(tick(noTicks, words(6, 5), 5, script))).toEqual([6]);
});

test('a row stays told, and was told when the last of those words was heard', () => {
  const ticks = tick(noTicks, words(1, 5, { lastMs: 4000.4 }), 1, script);
  expect(ticks.told).toEqual([{ id: 'row 1', atMs: 4000, words: ['W5', 'W6', 'W7', 'W8', 'W9'] }]);
  expect(tick(ticks, words(1, 5, { says: 1.6, lastMs: 9000 }), 1, script).told).toEqual(ticks.told);
});
