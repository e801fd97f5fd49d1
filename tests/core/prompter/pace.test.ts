import { describe, expect, test } from 'vitest';
import { countWords, defaultWordsPerMinute, recommendedShares, spokenMs } from '../../../src/core/prompter/pace.ts';

describe('countWords', () => {
  test.each([
    ['', 0],
    ['  \n\t ', 0],
    ['one', 1],
    ['  two  words ', 2],
    ['a line\nand another', 4],
    ['non\u00a0breaking', 2],
    ['– — • * - …', 0],
    ['cut it by 40 % – in a week', 7],
    ["don't well-known e.g.", 3],
    ['Über größere Häuser', 3],
    ['اختصرنا الوقت', 2],
    ['№ 7', 1],
  ])('%j has %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});

test('words become time at the speaking rate, in whole milliseconds', () => {
  expect(spokenMs(290, defaultWordsPerMinute)).toBe(120_000);
  expect(spokenMs(0, 145)).toBe(0);
  expect(spokenMs(1, 145)).toBe(414);
  expect(spokenMs(150, 150)).toBe(60_000);
});

test('the recommended shares are those of the design and make up a whole STAR answer', () => {
  const { other, ...star } = recommendedShares;
  expect(star).toEqual({ situation: 0.2, task: 0.1, action: 0.55, result: 0.1, reflection: 0.05 });
  expect(Object.values(star).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(other).toBeGreaterThan(0);
});
