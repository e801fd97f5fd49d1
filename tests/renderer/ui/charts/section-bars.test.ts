import { expect, test } from 'vitest';
import { barScale } from '../../../../src/renderer/ui/charts/SectionBars.tsx';

test('bars and ticks share a scale whose end is the longest of them', () => {
  const lengthOf = barScale([
    { barMs: 20_000, tickMs: 21_500 },
    { barMs: 40_000, tickMs: 80_000 },
    { barMs: null, tickMs: 20_000 },
  ]);
  expect([0, 20_000, 80_000].map(lengthOf)).toEqual([0, 25, 100]);
});

test('without times every length is 0', () => {
  expect(barScale([])(0)).toBe(0);
  expect(barScale([{ barMs: null, tickMs: 0 }])(0)).toBe(0);
});
