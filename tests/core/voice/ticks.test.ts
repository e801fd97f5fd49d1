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

/** The first words of a row, so many, heard until `lastMs`. */
const words = (row: number, count: number, says = 1.1, lastMs = 1000): Evidence => ({
  rows: new Map([
    [
      row,
      {
        worth: count * says,
        positions: new Map(Array.from({ length: count }, (_, at) => [row * 5 + at, says])),
        lastMs,
      },
    ],
  ]),
  run: null,
});
/** So many words of each row, one row after the other. */
const telling = (rows: readonly [row: number, count: number][], says = 1.1): Ticks =>
  rows.reduce((ticks, [row, count]) => tick(ticks, words(row, count, says), row, script), noTicks);
const told = (ticks: Ticks): number[] =>
  ticks.told.map(({ id }) => script.rows.indexOf(id)).toSorted((one, other) => one - other);

test('where nothing else is heard, a row needs most of its words', () => {
  expect(told(telling([[6, 3]]))).toEqual([]);
  expect(told(telling([[6, 4]]))).toEqual([6]);
});

test('among rows that were heard, two words are enough, also if those come later', () => {
  const around = [2, 3, 4, 5].map((row): [number, number] => [row, 4]);
  expect(told(telling([...around, [6, 2]]))).toEqual([2, 3, 4, 5, 6]);
  expect(told(telling([[6, 2], ...around]))).toEqual([2, 3, 4, 5, 6]);
  // Every second row was left out, and a word of one was misheard.
  expect(
    told(
      telling([
        [3, 4],
        [5, 4],
        [6, 1],
        [7, 4],
      ]),
    ),
  ).toEqual([3, 5, 7]);
});

test('scattered words of many rows tick none', () => {
  expect(
    told(
      telling(
        [0, 2, 3, 5, 7, 8, 10].map((row) => [row, 1]),
        1.6,
      ),
    ),
  ).toEqual([]);
});

test('rows more than four away say nothing', () => {
  expect(
    told(
      telling([
        [0, 4],
        [1, 4],
        [10, 2],
        [11, 4],
        [6, 2],
      ]),
    ),
  ).not.toContain(6);
});

test('the rows at an end have fewer around them, which count as much', () => {
  const first = [1, 2].map((row): [number, number] => [row, 4]);
  expect(told(telling([...first, [0, 2]]))).toContain(0);
  expect(told(telling([...[7, 8].map((row): [number, number] => [row, 4]), [6, 2]]))).not.toContain(6);
});

test('no row says more than that all of it was heard', () => {
  const twice: [number, number][] = [
    [5, 5],
    [7, 5],
  ];
  const loud = twice.reduce((ticks, [row, count]) => tick(ticks, words(row, count, 1.6), row, script), noTicks);
  expect(told(tick(loud, words(6, 2), 6, script))).toEqual([5, 7]);
});

test('a word that other rows have too doesn’t count alone, however often it’s heard', () => {
  const rows = [4, 5, 7, 8].map((row): [number, number] => [row, 4]);
  let ticks = telling(rows);
  for (let times = 0; times < 5; times += 1) ticks = tick(ticks, words(6, 1, 0.7), 6, script);
  expect(ticks.heard.has(6)).toBe(false);
  expect(tick(ticks, words(6, 1, 0.8), 6, script).heard.has(6)).toBe(true);
});

test('words count only while the speaker is at most a row away', () => {
  expect(told(tick(noTicks, words(6, 5), 8, script))).toEqual([]);
  expect(told(tick(noTicks, words(6, 5), 7, script))).toEqual([6]);
  expect(told(tick(noTicks, words(6, 5), 5, script))).toEqual([6]);
});

test('a row stays told, and was told when its last word was heard', () => {
  const ticks = tick(noTicks, words(1, 4, 1.1, 4000.4), 1, script);
  expect(ticks.told).toEqual([{ id: 'row 1', atMs: 4000, words: ['W5', 'W6', 'W7', 'W8'] }]);
  expect(tick(ticks, words(1, 5, 1.1, 9000), 1, script).told).toEqual(ticks.told);
});
