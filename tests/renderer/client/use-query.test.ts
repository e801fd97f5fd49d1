import { expect, test } from 'vitest';
import { setUpRefresher } from '../../../src/renderer/client/use-query.ts';

/** A reader whose answers and pauses are let go by hand. */
function setUp() {
  const answers: (() => void)[] = [];
  const pauses: (() => void)[] = [];
  let reads = 0;
  const refresher = setUpRefresher({
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
  return { refresher, reads: () => reads, pauses, answer: () => letGo(answers), endPause: () => letGo(pauses) };
}

test('the first refresh reads at once; many while it is answered lead to one more', async () => {
  const { refresher, reads, answer, endPause } = setUp();
  refresher.refresh();
  expect(reads()).toBe(1);
  for (let times = 0; times < 5; times += 1) refresher.refresh();
  await answer();
  expect(reads()).toBe(1);
  refresher.refresh();
  await endPause();
  expect(reads()).toBe(2);
  await answer();
  await endPause();
  expect(reads()).toBe(2);
  refresher.refresh();
  expect(reads()).toBe(3);
});

test('once ended it asks nothing more', async () => {
  const { refresher, reads, answer, pauses } = setUp();
  refresher.refresh();
  refresher.refresh();
  refresher.end();
  await answer();
  expect(pauses).toEqual([]);
  refresher.refresh();
  expect(reads()).toBe(1);
});
