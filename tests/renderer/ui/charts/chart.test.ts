import { expect, test } from 'vitest';
import { placeAfterKey, placeUnder } from '../../../../src/renderer/ui/charts/Chart.tsx';

test('keys go by one, by a page and to the ends, and never out of the chart', () => {
  expect(placeAfterKey('ArrowLeft', 83, 84, 7)).toBe(82);
  expect(placeAfterKey('ArrowUp', 3, 84, 7)).toBe(4);
  expect(placeAfterKey('PageDown', 3, 84, 7)).toBe(0);
  expect(placeAfterKey('PageUp', 80, 84, 7)).toBe(83);
  expect(placeAfterKey('Home', 80, 84, 7)).toBe(0);
  expect(placeAfterKey('End', 0, 84, 7)).toBe(83);
  expect(placeAfterKey('Tab', 3, 84, 7)).toBeNull();
  expect(placeAfterKey('ArrowRight', 0, 0, 7)).toBe(0);
});

test('the place under the pointer', () => {
  expect(placeUnder(0, 840, 84)).toBe(0);
  expect(placeUnder(839, 840, 84)).toBe(83);
  expect(placeUnder(900, 840, 84)).toBe(83);
  expect(placeUnder(-5, 840, 84)).toBe(0);
  expect(placeUnder(5, 0, 3)).toBe(2);
});
