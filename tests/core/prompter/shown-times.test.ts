import { describe, expect, test } from 'vitest';
import { offTime, roundDuration, shownParts, shownSections } from '../../../src/core/prompter/shown-times.ts';

test('a time is rounded, not rounded down', () => {
  expect(roundDuration(59_600)).toBe('1:00');
  expect(roundDuration(59_400)).toBe('0:59');
});

test.each([
  [129_400, 120_000, '9 s over'],
  [108_000, 120_000, '12 s under'],
  [214_000, 120_000, '1:34 over'],
  [26_000, 120_000, '1:34 under'],
  [179_600, 120_000, '1:00 over'],
  [3_725_000, 120_000, '1:00:05 over'],
  // By the rounded times, since people see only these.
  [120_400, 119_600, 'on time'],
  [120_600, 120_400, '1 s over'],
])('%d of %d ms is %s', (spokenMs, plannedMs, words) => {
  expect(offTime(spokenMs, plannedMs)).toBe(words);
});

describe('the parts of a time', () => {
  test('add up to the whole as it is shown', () => {
    const thirds = [26_666, 26_667, 26_667, 40_000];
    expect(shownParts(thirds)).toEqual([27_000, 26_000, 27_000, 40_000]);
    expect(shownParts([400, 400, 400, 400])).toEqual([0, 1000, 0, 1000]);
    expect(shownParts([])).toEqual([]);
  });

  test('don’t change when later ones are added', () => {
    const parts = [24_400, 24_300, 3900, 61_450];
    const whole = shownParts(parts);
    for (const count of parts.keys()) expect(shownParts(parts.slice(0, count))).toEqual(whole.slice(0, count));
  });

  test('that are unknown stay unknown', () => {
    expect(shownParts([1600, null, 1600])).toEqual([2000, null, 1000]);
  });
});

test('a run’s sections add up, planned and spoken', () => {
  const third = { kind: 'action', plannedMs: 40_333, spokenMs: 20_400 };
  expect(shownSections([third, third, { ...third, plannedMs: 39_334, spokenMs: null }])).toEqual([
    { kind: 'action', plannedMs: 40_000, spokenMs: 20_000 },
    { kind: 'action', plannedMs: 41_000, spokenMs: 21_000 },
    { kind: 'action', plannedMs: 39_000, spokenMs: null },
  ]);
});
