import { expect, test } from 'vitest';
import type { Heard } from '../../../src/core/voice/heard.ts';
import { isHeardSummary, longestOf, pausesIn, summaryOf } from '../../../src/core/voice/heard-summary.ts';

/** Two sections of ten seconds: a breath, a short pause, and two that listeners notice. */
const heard: Heard = {
  untilMs: 20_000,
  speech: [
    [1200, 3000],
    [3400, 5000],
    [5600, 8000],
    [11_200, 14_000],
    [16_000, 19_000],
  ],
  syllablesMs: [1300, 2000, 9999, 10_000, 18_000],
  told: [{ id: 'a', atMs: 2000, words: ['quay'] }],
  recording: { id: 'r-1', startMs: 0, durationMs: 20_000, peaks: [1, 2] },
};
const halves = [
  { startMs: 0, endMs: 10_000 },
  { startMs: 10_000, endMs: 20_000 },
];

test('each section has its speech, its syllables, and the pauses that begin in it', () => {
  expect(summaryOf(heard, halves)).toEqual({
    firstWordMs: 1200,
    sections: [
      { speechMs: 5800, syllables: 3, pauses: [1, 0, 1], longestPauseMs: 3200 },
      { speechMs: 5800, syllables: 2, pauses: [0, 1, 0], longestPauseMs: 2000 },
    ],
    told: ['a'],
    recording: heard.recording,
  });
});

test('speech over the end of a section counts on both sides', () => {
  const [one, other] = summaryOf({ ...heard, speech: [[9000, 12_000]] }, halves).sections;
  expect([one?.speechMs, other?.speechMs]).toEqual([1000, 2000]);
});

test('a section whose times aren’t known has none of it, and an answer without a word has no pause', () => {
  expect(summaryOf(heard, [null]).sections).toEqual([null]);
  const silent = summaryOf({ ...heard, speech: [], told: null }, halves);
  expect(silent).toMatchObject({ firstWordMs: null, told: null, sections: [{ pauses: [0, 0, 0] }, { speechMs: 0 }] });
});

test('the longest pause is the first of its length', () => {
  expect(longestOf(pausesIn(heard))).toEqual({ startMs: 8000, endMs: 11_200 });
  expect(longestOf([])).toBeNull();
});

test('what the log has is checked', () => {
  const summary = summaryOf(heard, [...halves, null]);
  expect(isHeardSummary(JSON.parse(JSON.stringify(summary)))).toBe(true);
  for (const wrong of [
    null,
    {},
    { ...summary, firstWordMs: -1 },
    { ...summary, told: [5] },
    { ...summary, sections: [{ speechMs: 1 }] },
    { ...summary, sections: 'x' },
    { ...summary, recording: { ...heard.recording, id: '../../etc' } },
    { ...summary, recording: { id: 'r' } },
  ]) {
    expect(isHeardSummary(wrong)).toBe(false);
  }
});
