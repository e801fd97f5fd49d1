import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { forEachConcurrent } from '../../../src/services/library/library-files.ts';

test('does everything, started in order, never more than the limit at a time', async () => {
  const started: number[] = [];
  let [running, most] = [0, 0];
  await forEachConcurrent([...Array(50).keys()], 7, async (item) => {
    started.push(item);
    running += 1;
    most = Math.max(most, running);
    await nextTurn();
    running -= 1;
  });
  expect(started).toEqual([...Array(50).keys()]);
  expect([running, most]).toEqual([0, 7]);
});

test('without items it is done immediately', async () => {
  await forEachConcurrent([], 7, () => Promise.reject(new Error('never asked')));
});

test('rejects with what failed', async () => {
  await expect(forEachConcurrent([1, 2], 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
