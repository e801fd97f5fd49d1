import { expect, test } from 'vitest';
import { peaksOf } from '../../../src/core/voice/peaks.ts';

test('peaks are on a scale of decibels, from a quiet room to the loudest sound', () => {
  expect(peaksOf([0, 0.003, 0.01, 0.1, 1, 3])).toEqual([0, 0, 20, 60, 100, 100]);
});

test('a short recording has a peak for each stretch, a long one 200, and none is lost', () => {
  expect(peaksOf([])).toEqual([]);
  expect(peaksOf([1])).toEqual([100]);
  const long = Array.from({ length: 1999 }, (_, at) => (at === 1234 ? 1 : 0));
  const peaks = peaksOf(long);
  expect(peaks).toHaveLength(200);
  expect(peaks.filter((peak) => peak === 100)).toHaveLength(1);
  expect(peaks.indexOf(100)).toBe(Math.floor((1234 / 1999) * 200));
});
