import { expect, test } from 'vitest';
import { setUpRenewal } from '../../../src/renderer/client/use-query.ts';

/** A reader whose answers and pauses are let go by hand. */
function setUp() {
  const answers: (() => void)[] = [];
  const pauses: (() => void)[] = [];
  let reads = 0;
  const renewal = setUpRenewal({
    read: () => {
      reads += 1;
      return new Promise<void>((resolve) => answers.push(resolve));
    },
    after: (_, callback) => {
      pauses.push(callback);
      return () => pauses.splice(pauses.indexOf(callback), 1);
    },
    pauseMs: 500,
  });
  const letGo = async (waiting: (() => void)[]): Promise<void> => {
    waiting.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { renewal, reads: () => reads, pauses, answer: () => letGo(answers), endPause: () => letGo(pauses) };
}

test('the first renewal reads at once; many while it is answered lead to one more', async () => {
  const { renewal, reads, answer, endPause } = setUp();
  renewal.renew();
  expect(reads()).toBe(1);
  for (let times = 0; times < 5; times += 1) renewal.renew();
  await answer();
  expect(reads()).toBe(1);
  renewal.renew();
  await endPause();
  expect(reads()).toBe(2);
  await answer();
  await endPause();
  expect(reads()).toBe(2);
  renewal.renew();
  expect(reads()).toBe(3);
});

test('once ended it asks no more', async () => {
  const { renewal, reads, answer, pauses } = setUp();
  renewal.renew();
  renewal.renew();
  renewal.end();
  await answer();
  expect(pauses).toEqual([]);
  renewal.renew();
  expect(reads()).toBe(1);
});
