import { expect, test } from 'vitest';
import type { Heard } from '../../../src/core/voice/heard.ts';
import { silenceWords } from '../../../src/renderer/rehearsal/heard-words.ts';
import { outlineOf } from '../../core/rehearsal/stories.ts';

const outline = [outlineOf('situation', 'Warehouse moves'), outlineOf('action', 'Printed two sets')];
const [first, second] = outline.flatMap(({ items }) => items);
const heard: Heard = {
  untilMs: 20_000,
  speech: [
    [1240, 6000],
    [6700, 9000],
    [13_100, 19_000],
  ],
  syllablesMs: [],
  // In the order in which they were recognised.
  told: [
    { id: second?.id ?? '', atMs: 8000, words: ['printed'] },
    { id: first?.id ?? '', atMs: 2000, words: ['warehouse'] },
  ],
  recording: null,
};

test('the longest pause comes after the row that was told last', () => {
  expect(silenceWords(heard, outline)).toBe('First word after 1.2 s. Longest pause 4.1 s, after “Printed two sets”.');
});

test('without rows, it is at its time', () => {
  expect(silenceWords({ ...heard, told: null }, outline)).toBe('First word after 1.2 s. Longest pause 4.1 s at 9.0 s.');
});

test('a clock that the first word started says nothing about it', () => {
  expect(silenceWords({ ...heard, speech: [[0, 9000]] }, outline)).toBe('No pause as long as half a second.');
  expect(silenceWords({ ...heard, speech: [] }, outline)).toBe('Nothing was heard.');
});
