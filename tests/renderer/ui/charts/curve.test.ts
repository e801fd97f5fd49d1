import { describe, expect, test } from 'vitest';
import { curveOf, minuteScale } from '../../../../src/renderer/ui/charts/curve.ts';

const timed = (...spoken: (number | null)[]) => spoken.map((spokenMs) => ({ spokenMs, plannedMs: 120_000 }));

describe('a curve', () => {
  test('is in the middle of each run’s place, longer times higher, all within the chart', () => {
    const { points, plans } = curveOf(timed(150_000, 130_000, 118_000, 121_000));
    expect(points.map((point) => point?.x)).toEqual([0.125, 0.375, 0.625, 0.875]);
    const heights = points.map((point) => point?.y ?? Number.NaN);
    expect(heights.toSorted((a, b) => b - a)).toEqual([heights[0], heights[1], heights[3], heights[2]]);
    for (const y of heights) expect(y).toBeGreaterThan(0);
    for (const y of heights) expect(y).toBeLessThan(1);
    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatchObject({ x1: 0, x2: 1, plannedMs: 120_000 });
  });
  test('breaks where a time isn’t known', () => {
    const { points, lines } = curveOf(timed(100_000, null, 110_000, 112_000));
    expect(points[1]).toBeNull();
    expect(lines).toHaveLength(1);
  });
  test('leaves a run that was stopped early out of the line and the scale, and of the chart where it is off the scale', () => {
    const runs = timed(125_000, 6000, 121_000);
    const { points, lines, bottomMs } = curveOf(runs.map((run, index) => ({ ...run, isAside: index === 1 })));
    expect(lines).toEqual([{ from: points[0], to: points[2] }]);
    expect(points[1]).toBeNull();
    expect(bottomMs).toBeGreaterThan(60_000);
  });
  test('a plan that changed is a new level line', () => {
    const { plans } = curveOf([...timed(100_000), { spokenMs: 90_000, plannedMs: 90_000 }]);
    expect(plans.map(({ x1, x2 }) => [x1, x2])).toEqual([
      [0, 0.5],
      [0.5, 1],
    ]);
  });
  test('small differences stay small, and one run or none has a scale too', () => {
    const { points } = curveOf(timed(120_000, 121_000));
    expect(Math.abs((points[1]?.y ?? 0) - (points[0]?.y ?? 1))).toBeLessThan(0.05);
    expect(curveOf(timed(120_000)).points[0]?.y).toBeCloseTo(0.5);
    expect(curveOf([]).points).toEqual([]);
    expect(curveOf([{ spokenMs: 0, plannedMs: 0 }]).points[0]?.y).toBe(0.5);
  });
});

describe('a scale in half minutes', () => {
  const scaleOf = (...spoken: number[]) => {
    const { bottomMs, topMs, marksMs } = minuteScale(timed(...spoken));
    return [bottomMs, topMs, marksMs].flat().map((ms) => ms / 1000);
  };

  test('is whole half minutes around the times and the target, with a mark at each', () => {
    expect(scaleOf(112_000)).toEqual([90, 150, 90, 120, 150]);
    expect(scaleOf(256_000)).toEqual([90, 330, 90, 150, 210, 270, 330]);
  });

  test('has at most seven marks, however far apart the times are, and each time is within it', () => {
    for (const ms of [1000, 60_000, 600_000, 3_600_000, 36_000_000]) {
      const { bottomMs, topMs, marksMs } = minuteScale(timed(ms));
      expect(marksMs.length).toBeLessThanOrEqual(7);
      expect(Math.min(ms, 120_000)).toBeGreaterThanOrEqual(bottomMs);
      expect(Math.max(ms, 120_000)).toBeLessThanOrEqual(topMs);
      expect(marksMs.every((mark) => mark % 30_000 === 0)).toBe(true);
    }
    expect(minuteScale([]).marksMs.length).toBeGreaterThan(1);
  });
});
