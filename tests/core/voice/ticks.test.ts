import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/core/voice/evidence.ts';
import type { Script } from '../../../src/core/voice/script.ts';
import { noTicks, tick, type Ticks } from '../../../src/core/voice/ticks.ts';

/** Four rows of five words, none of which another row has. */
const script: Script = {
  rows: ['a', 'b', 'c', 'd'],
  positions: Array.from({ length: 20 }, (_, at) => ({
    ...{ word: `w${at}`, shown: `W${at}`, worth: 1 },
    row: Math.floor(at / 5),
  })),
  worths: [5, 5, 5, 5],
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
const told = ({ told }: Ticks): string[] => told.map(({ id }) => id);

test('alone, a row needs most of its words', () => {
  expect(told(tick(noTicks, words(1, 4), 1, script))).toEqual([]);
  expect(told(tick(noTicks, words(1, 5), 1, script))).toEqual(['b']);
});

test('between rows that were heard, a few of its words are enough, and they may come first', () => {
  const early = tick(noTicks, words(1, 2), 1, script);
  const first = tick(early, words(0, 4), 0, script);
  const all = tick(first, words(2, 4), 2, script);
  expect(told(early)).toEqual([]);
  expect(told(all)).toContain('b');
  // Of the row after them, nothing was heard.
  expect(told(all)).not.toContain('d');
});

test('the row at an end has one neighbour, which counts for both', () => {
  const second = tick(noTicks, words(1, 4), 1, script);
  expect(told(tick(second, words(0, 2), 0, script))).toContain('a');
  const third = tick(noTicks, words(2, 4), 2, script);
  expect(told(tick(third, words(3, 2), 3, script))).toContain('d');
});

test('a neighbour says no more than that all of it was heard', () => {
  const neighbour = tick(noTicks, words(2, 5, 1.6), 2, script);
  expect(told(tick(neighbour, words(1, 1, 1.6), 1, script))).toEqual(['c']);
});

test('a word alone doesn’t count, however often it’s heard', () => {
  const neighbours = tick(tick(noTicks, words(0, 5), 0, script), words(2, 5), 2, script);
  let ticks = neighbours;
  for (const says of [0.8, 0.8, 0.8]) ticks = tick(ticks, words(1, 1, says), 1, script);
  expect(ticks.heard.has(1)).toBe(false);
  expect(told(tick(ticks, words(1, 1, 1.1), 1, script))).toContain('b');
});

test('words count only while the speaker is at most a row away', () => {
  expect(told(tick(noTicks, words(1, 5), 3, script))).toEqual([]);
  expect(told(tick(noTicks, words(1, 5), 2, script))).toEqual(['b']);
});

test('a row stays told, and was told when its last word was heard', () => {
  const ticks = tick(noTicks, words(1, 5, 1.1, 4000.4), 1, script);
  expect(ticks.told).toEqual([{ id: 'b', atMs: 4000, words: ['W5', 'W6', 'W7', 'W8', 'W9'] }]);
  expect(tick(ticks, words(1, 5, 1.1, 9000), 1, script).told).toEqual(ticks.told);
});
