import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apportion, sum } from '../../../src/core/prompter/apportion.ts';

describe('apportion', () => {
  test.each<[string, number, number[], number[], number[]]>([
    ['by weight', 100, [1, 3], [0, 0], [25, 75]],
    ['nothing over nothing', 0, [], [], []],
    ['no part at all of something', 500, [], [], []],
    ['one part takes all', 7, [0.001], [0], [7]],
    ['crumbs to the first parts', 100, [1, 1, 1], [0, 0, 0], [34, 33, 33]],
    ['no crumb to a part of no weight', 100, [0, 1, 1, 1], [0, 0, 0, 0], [0, 34, 33, 33]],
    ['a part of no weight has its minimum', 100, [0, 1], [30, 0], [30, 70]],
    ['a short part is filled up', 100, [1, 99], [10, 10], [10, 90]],
    ['filling one up makes another short', 100, [1, 12, 87], [10, 12, 0], [10, 12, 78]],
    ['a fraction of a fraction short of whole', 4100, [14 * 0.05, 9 * 0.05, 18 * 0.05], [0, 0, 0], [1400, 900, 1800]],
    ['the minimums take all', 30, [1, 50, 3], [10, 10, 10], [10, 10, 10]],
    [
      'fractions that add up to a whole number',
      120_000,
      [0.2, 0.1, 0.55, 0.1, 0.05],
      [0, 0, 0, 0, 0],
      [24_000, 12_000, 66_000, 12_000, 6_000],
    ],
  ])('%s', (_, total, weights, minimums, parts) => {
    expect(apportion(total, weights, minimums)).toEqual(parts);
  });

  test('changes neither list', () => {
    const weights = Object.freeze([1, 2]);
    const minimums = Object.freeze([5, 5]);
    expect(apportion(11, weights, minimums)).toEqual([5, 6]);
  });

  const parts = fc.array(
    fc.record({
      weight: fc.oneof(
        fc.constant(0),
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      ),
      minimum: fc.integer({ min: 0, max: 5000 }),
    }),
    { minLength: 1, maxLength: 60 },
  );

  test('parts are whole, no part is below its minimum, together they are the total', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 3_600_000 }), (rows, spare) => {
        const weights = rows.map((row) => row.weight);
        const minimums = rows.map((row) => row.minimum);
        const total = sum(minimums) + spare;
        const got = apportion(total, weights, minimums);
        for (const [index, part] of got.entries()) {
          expect(Number.isInteger(part)).toBe(true);
          expect(part).toBeGreaterThanOrEqual(minimums[index]!);
          if (weights[index] === 0) expect(part).toBe(minimums[index]);
        }
        if (weights.some((weight) => weight > 0)) expect(sum(got)).toBe(total);
      }),
      { seed: 1, numRuns: 3000 },
    );
  });

  test('parts above their minimum stand to each other as their weights, and no filled-up part deserved more', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 3_600_000 }), (rows, spare) => {
        const weighted = rows.filter((row) => row.weight > 0);
        const minimums = weighted.map((row) => row.minimum);
        const got = apportion(
          sum(minimums) + spare,
          weighted.map((row) => row.weight),
          minimums,
        );
        const free = weighted.flatMap((row, index) =>
          got[index]! > row.minimum + 1 ? [[row.weight, got[index]!]] : [],
        );
        for (const [weight, part] of free) {
          // Rounding moves a part by less than 1, so that what a weight is worth is known to within 1 / weight.
          const leastWorth = (part! - 1.001) / weight!;
          for (const [otherWeight, otherPart] of free) {
            expect((otherPart! + 1.001) / otherWeight!).toBeGreaterThanOrEqual(leastWorth);
          }
          for (const [index, row] of weighted.entries()) {
            if (got[index] === row.minimum) expect(row.weight * leastWorth).toBeLessThanOrEqual(row.minimum + 1.001);
          }
        }
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  test('ten thousand parts that close one after another end in good time', () => {
    const weights = Array.from({ length: 10_000 }, (_, index) => index + 1);
    const minimums = weights.map(() => 1000);
    const total = 10_000 * 1000 + 1;
    expect(sum(apportion(total, weights, minimums))).toBe(total);
  });
});
