import { describe, expect, test } from 'vitest';
import { isSizeCommand, sizeAfter, windowSizes } from '../../../src/core/prompter/window-sizes.ts';

const own = { width: 620, height: 310 };

describe('the key for one line', () => {
  test('leads there, and back to the size before', () => {
    expect(sizeAfter('toggle-line', own, null)).toEqual(windowSizes.oneLine);
    expect(sizeAfter('toggle-line', windowSizes.oneLine, own)).toEqual(own);
  });

  test('leads from a line that the person made to the small window', () => {
    expect(sizeAfter('toggle-line', { width: 700, height: 80 }, null)).toEqual(windowSizes.small);
  });
});

describe('the key for the next size', () => {
  test('goes through all of them', () => {
    const { small, wide, oneLine } = windowSizes;
    expect([small, wide, oneLine].map((now) => sizeAfter('next-size', now, null))).toEqual([wide, oneLine, small]);
  });

  test('begins with the small one', () => {
    expect(sizeAfter('next-size', own, null)).toEqual(windowSizes.small);
  });
});

test('other commands change no size', () => {
  expect(isSizeCommand('next-size')).toBe(true);
  expect(isSizeCommand('bigger')).toBe(false);
});
