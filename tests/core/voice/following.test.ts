import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Recording, unpack } from '../../../bench/voice/recording.ts';
import { type FollowState, hear, type Hypothesis, moveTo, notFollowing } from '../../../src/core/voice/following.ts';
import type { Script } from '../../../src/core/voice/script.ts';

/*
 * What the recogniser made of five tellings, two of them in noise, followed by the same code as in the page. Such files
 * come from `npm run bench -- voice --record FOLDER`.
 */
const recording = (name: string) => {
  const file = path.join(import.meta.dirname, 'fixtures', `${name}.json`);
  const read = JSON.parse(readFileSync(file, 'utf8')) as Recording;
  return { ...unpack(read), lines: read.lines };
};
const inOtherWords = recording('buses-paraphrase-awb-quiet');
const withGaps = recording('crash-rows-left-out-rms-quiet');
const another = recording('letters-another-story-rms-quiet');
const inNoise = recording('crash-paraphrase-slt-cleaned');
const anotherInNoise = recording('letters-another-story-awb-cleaned');

function followed(hypotheses: readonly Hypothesis[], script: Script, from = notFollowing): FollowState[] {
  let state = from;
  return hypotheses.map((hypothesis) => (state = hear(state, hypothesis, script)));
}
const rowsTold = ({ ticks }: FollowState, { rows }: Script): number[] =>
  ticks.told.map(({ id }) => rows.indexOf(id)).toSorted((one, other) => one - other);
const last = (states: readonly FollowState[]): FollowState => states.at(-1) ?? notFollowing;

test('told in other words, every row is ticked, and the cursor stays within one row', () => {
  const { script, hypotheses, lines } = inOtherWords;
  const states = followed(hypotheses, script);
  expect(rowsTold(last(states), script)).toEqual([...script.rows.keys()]);
  const near = hypotheses.flatMap(({ nowMs }, index) => {
    const [row] = lines.find(([, startMs, endMs]) => startMs <= nowMs && nowMs < endMs) ?? [null];
    return row === null ? [] : [Math.abs((states[index]?.cursor.row ?? 0) - row) <= 1];
  });
  expect(near.filter(Boolean).length / near.length).toBeGreaterThan(0.9);
});

test('a row that was left out isn’t ticked, and a digression moves nothing', () => {
  const { script, hypotheses, lines } = withGaps;
  const states = followed(hypotheses, script);
  const told = lines.flatMap(([row]) => (row === null ? [] : [row]));
  const ticked = rowsTold(last(states), script);
  expect(ticked.filter((row) => !told.includes(row))).toEqual([]);
  expect(ticked.length).toBeGreaterThanOrEqual(told.length - 1);
  for (const [row, startMs, endMs] of lines) {
    if (row !== null) continue;
    // What came just before may still move it.
    const during = states.filter((_, index) => {
      const { nowMs } = hypotheses[index] ?? { nowMs: 0 };
      return startMs + 1500 < nowMs && nowMs < endMs;
    });
    expect(during.length).toBeGreaterThan(10);
    expect(new Set(during.map(({ cursor }) => cursor.row)).size).toBe(1);
  }
});

test('another story ticks nothing, also in noise', () => {
  for (const { hypotheses, script } of [another, anotherInNoise])
    expect(last(followed(hypotheses, script)).ticks.told).toEqual([]);
});

test('in noise, where half of the words are others, most rows are ticked all the same', () => {
  const { script, hypotheses } = inNoise;
  expect(rowsTold(last(followed(hypotheses, script)), script).length).toBeGreaterThanOrEqual(16);
});

test('a word of the row before, once the next has begun, doesn’t take the cursor back', () => {
  const position = (at: number) => ({ word: `w${at}`, shown: `w${at}`, row: at < 8 ? 0 : 1, worth: 1 });
  const script: Script = {
    rows: ['first', 'second'],
    positions: Array.from({ length: 16 }, (_, at) => position(at)),
    worths: [8, 8],
    background: new Map(),
    pronunciations: new Map(),
  };
  const path = (positions: readonly number[]): Hypothesis => ({
    ...{ startMs: 0, nowMs: positions.length * 300 + 300, isFinal: false },
    segments: positions.map((at, index) => ({ word: `w${at}@${at}`, start: index * 30, end: index * 30 + 29 })),
  });
  // The row, the next one, and words like some of the first.
  const said = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 7, 3, 7];
  const states = followed(
    said.map((_, index) => path(said.slice(0, index + 1))),
    script,
  );
  expect(states.slice(11).map(({ cursor }) => cursor.row)).toEqual([1, 1, 1, 1]);
});

test('the cursor moves at most once a second', () => {
  for (const { script, hypotheses } of [inOtherWords, withGaps, another]) {
    const states = followed(hypotheses, script);
    const moves = hypotheses.flatMap(({ nowMs }, index) =>
      states[index]?.cursor.row === (states[index - 1] ?? notFollowing).cursor.row ? [] : [nowMs],
    );
    for (const [index, atMs] of moves.slice(1).entries())
      expect(atMs - (moves[index] ?? 0)).toBeGreaterThanOrEqual(1000);
  }
});

test('silence changes nothing, however long', () => {
  const { script, hypotheses } = inOtherWords;
  // Wherever the speaker stops: what was heard last may still move the cursor for a second and a half.
  for (let index = 20; index < hypotheses.length; index += 20) {
    const heard = followed(hypotheses.slice(0, index), script);
    const { startMs, nowMs, segments } = hypotheses[index - 1] ?? { startMs: 0, nowMs: 0, segments: [] };
    const silence = Array.from({ length: 60 }, (_, step) => ({
      ...{ startMs, segments, isFinal: false },
      nowMs: nowMs + 1600 + step * 300,
    }));
    const states = followed(silence, script, last(heard));
    const [first] = states;
    expect(new Set(states.slice(1).map(({ cursor }) => cursor.row))).toEqual(new Set([first?.cursor.row]));
    expect(new Set(states.map(({ ticks }) => ticks.told.length)).size).toBe(1);
  }
});

test('after the person has moved, the voice leaves the row alone for five seconds, and forgets what it heard before', () => {
  const { script, hypotheses } = inOtherWords;
  const half = Math.floor(hypotheses.length / 2);
  const { nowMs = 0 } = hypotheses[half - 1] ?? {};
  const moved = moveTo(last(followed(hypotheses.slice(0, half), script)), 0, nowMs);
  const states = followed(hypotheses.slice(half), script, moved);
  const rowAt = (ms: number): number | undefined =>
    states.findLast((_, index) => (hypotheses[half + index]?.nowMs ?? 0) < nowMs + ms)?.cursor.row;
  expect(rowAt(5000)).toBe(0);
  expect(rowAt(60_000)).toBeGreaterThan(half / 30);
  const silent = hear(moved, { startMs: 0, nowMs: nowMs + 5300, segments: [], isFinal: false }, script);
  expect(silent.cursor.row).toBe(0);
});

test('a told row says when, and by which words of the answer, in its order', () => {
  const { script, hypotheses } = inOtherWords;
  const { ticks } = last(followed(hypotheses, script));
  const [first] = ticks.told;
  expect(first?.id).toBe(script.rows[0]);
  expect(first?.atMs).toBeGreaterThan(1000);
  expect(first?.atMs).toBeLessThan(15_000);
  const own = script.positions.filter(({ row }) => row === 0).map(({ shown }) => shown);
  const places = (first?.words ?? []).map((word) => own.indexOf(word));
  expect(places.length).toBeGreaterThanOrEqual(2);
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});
