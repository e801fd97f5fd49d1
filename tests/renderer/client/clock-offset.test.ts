import { expect, test } from 'vitest';
import { measureOffset, nextOffset } from '../../../src/renderer/client/clock-offset.ts';

test('the first offset is the first difference seen, to be checked', () => {
  expect(nextOffset(null, 4800)).toEqual({ offsetMs: 4800, isDoubtful: true });
});

test('it stays the same for differences as small as a round trip, so that the clock doesn’t jump', () => {
  for (const sampleMs of [4790, 4800, 4810, 4900]) {
    expect(nextOffset(4800, sampleMs)).toEqual({ offsetMs: 4800, isDoubtful: false });
  }
});

test('it becomes less with a message that was faster', () => {
  expect(nextOffset(4800, 4700)).toEqual({ offsetMs: 4700, isDoubtful: true });
});

test.each([300, 700, 1500])('it stays when a message is %d ms late, and is checked', (lateMs) => {
  expect(nextOffset(4800, 4800 + lateMs)).toEqual({ offsetMs: 4800, isDoubtful: true });
});

test('it follows clocks that have parted', () => {
  expect(nextOffset(4800, 60_000)).toEqual({ offsetMs: 60_000, isDoubtful: true });
});

/**
 * Round trips that take as long as given, all of it on the way back unless both ways are given, on a program whose clock
 * is 4800 ms behind.
 */
async function measured(...tripsMs: (number | [there: number, back: number])[]) {
  let nowMs = 9000;
  let trips = 0;
  const offsetMs = await measureOffset(
    {
      readClock: () => {
        const trip = tripsMs[trips];
        trips += 1;
        if (trip === undefined) return Promise.resolve({ ok: false, error: 'gone' });
        const [thereMs, backMs] = typeof trip === 'number' ? [0, trip] : trip;
        const value = nowMs + thereMs - 4800;
        nowMs += thereMs + backMs;
        return Promise.resolve({ ok: true, value });
      },
    },
    {
      nowMs: () => nowMs,
      after: (delayMs, callback) => {
        nowMs += delayMs;
        queueMicrotask(callback);
        return () => undefined;
      },
    },
  );
  return { offsetMs, trips, tookMs: nowMs - 9000 };
}

test('it is measured by one quick round trip', async () => {
  expect(await measured(4)).toEqual({ offsetMs: 4802, trips: 1, tookMs: 4 });
});

test('it is measured by the quickest of a few, within a second, where the page is busy', async () => {
  expect(await measured(300, 40, 8)).toMatchObject({ offsetMs: 4804, trips: 3 });
  const slow = await measured(90, 60, 80, 70, 90, 90);
  expect(slow).toMatchObject({ offsetMs: 4830, trips: 5 });
  expect(slow.tookMs).toBeLessThan(1000);
});

test('it is narrowed down by trips that were slow in different ways', async () => {
  expect(await measured([150, 2], [4, 120])).toMatchObject({ offsetMs: 4799, trips: 2 });
  expect(await measured([150, 20], [40, 120], [90, 30])).toMatchObject({ offsetMs: 4790, trips: 4 });
});

test('it starts over if the clocks part meanwhile', async () => {
  // The program’s clock stopped for half a second.
  expect(await measured(40, [-500, 508])).toMatchObject({ offsetMs: 5304, trips: 2 });
});

test('it isn’t known where nobody answers, and else as well as it was measured', async () => {
  expect((await measured()).offsetMs).toBeNull();
  expect((await measured(40)).offsetMs).toBe(4820);
});
