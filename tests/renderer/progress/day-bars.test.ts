import { describe, expect, test } from 'vitest';
import { dayBars } from '../../../src/renderer/progress/day-bars.ts';

const days = (...runs: number[]) =>
  runs.map((count, index) => ({
    day: `2026-11-${String(index + 1).padStart(2, '0')}`,
    runs: count,
    spokenMs: count * 125_000,
  }));

describe('bars', () => {
  test('are as wide as a day and as high as its runs; the scale is even', () => {
    const { bars, top, months } = dayBars(days(0, 5, 1, 0));
    expect(top).toBe(6);
    expect(bars.map(({ height }) => height)).toEqual([0, 5 / 6, 1 / 6, 0]);
    expect(bars.map(({ x }) => x)).toEqual([0, 0.25, 0.5, 0.75]);
    expect(months).toEqual([{ x: 0, name: 'Nov' }]);
  });
  test('a single run doesn’t fill the chart', () => {
    expect(dayBars(days(1)).bars[0]?.height).toBe(0.25);
  });
});

test('each day, and all of them, in words', () => {
  const { bars, summary } = dayBars(days(0, 5, 1, 0, 0, 0, 0));
  expect(bars[1]?.words).toBe('Mon 2 Nov: 5 runs, 10:25 spoken');
  expect(bars[0]?.words).toBe('Sun 1 Nov: no runs');
  expect(summary).toBe('6 runs in 1 week, 12:30 spoken, on 2 days, most on Monday 2 November 2026 (5)');
  // The busiest of days that are alike says nothing.
  expect(dayBars(days(1, 1, 0)).summary).not.toContain('most');
  expect(dayBars(days(2, 2, 1)).summary).not.toContain('most');
  expect(dayBars(days(0, 0)).summary).toContain('No runs');
  expect(dayBars([]).bars).toEqual([]);
});
