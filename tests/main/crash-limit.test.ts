import { expect, test } from 'vitest';
import { mostReopenings, reopening, withinMs } from '../../src/main/crash-limit.ts';

test('a page is reloaded three times a minute at most', () => {
  let times: number[] = [];
  for (let crash = 0; crash < mostReopenings; crash += 1) {
    const next = reopening(times, crash * 1000);
    expect(next).not.toBeNull();
    times = next!;
  }
  expect(reopening(times, 3000)).toBeNull();
  expect(reopening(times, withinMs - 1)).toBeNull();
});

test('a crash more than a minute ago is forgiven', () => {
  expect(reopening([0, 1000, 2000], withinMs)).toEqual([1000, 2000, withinMs]);
  expect(reopening([0, 1000, 2000], withinMs * 10)).toEqual([withinMs * 10]);
});
