import { describe, expect, test } from 'vitest';
import { clamp, isRecord, median, parseJson, shortened } from '../../src/core/values.ts';

test('only objects with keys are records', () => {
  expect([{}, { a: 1 }, Object.create(null)].every(isRecord)).toBe(true);
  expect([null, undefined, [], 'a', 1, () => 1].some(isRecord)).toBe(false);
});

test('text that isn’t JSON is undefined', () => {
  expect(parseJson('{"a":[1]}')).toEqual({ a: [1] });
  expect(parseJson('null')).toBeNull();
  expect(['', '{', 'undefined', "{'a':1}"].map(parseJson)).toEqual([undefined, undefined, undefined, undefined]);
});

test('a number is clamped to its range, bounds included', () => {
  expect([-1, 0, 3, 5, 6].map((value) => clamp(value, 0, 5))).toEqual([0, 0, 3, 5, 5]);
});

test('the median is the middle number, between two that are, and none without any', () => {
  expect([[5], [9, 1, 5], [10, 2], [8, 1, 2, 100]].map(median)).toEqual([5, 5, 6, 5]);
  expect(median([])).toBeNaN();
});

describe('shortened text', () => {
  test('stays whole up to the limit', () => {
    expect(shortened('12345', 5)).toBe('12345');
  });

  test('ends with an ellipsis within the limit, without a space before it', () => {
    expect(shortened('123456', 5)).toBe('1234…');
    expect(shortened('123 56', 5)).toBe('123…');
  });
});
