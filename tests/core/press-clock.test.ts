import { expect, test } from 'vitest';
import { longestWaitMs, setUpPressClock } from '../../src/core/press-clock.ts';

function clockAt(startMs: number) {
  let nowMs = startMs;
  const press = setUpPressClock(() => nowMs);
  return {
    press,
    at: (atMs: number | undefined) => press.during(atMs, press.nowMs),
    set: (ms: number) => (nowMs = ms),
  };
}

test('tells the moment of the press while that is carried out, and else the time', () => {
  const { press, at, set } = clockAt(20_000);
  expect(at(19_700)).toBe(19_700);
  expect(at(undefined)).toBe(20_000);
  expect(press.nowMs()).toBe(20_000);
  set(20_500);
  expect(press.nowMs()).toBe(20_500);
});

test('no press is in the future, and none is older than a few seconds', () => {
  const { at } = clockAt(20_000);
  expect(at(20_001)).toBe(20_000);
  expect(at(1e12)).toBe(20_000);
  expect(at(20_000 - longestWaitMs)).toBe(20_000 - longestWaitMs);
  expect(at(-1e12)).toBe(20_000 - longestWaitMs);
});

test('is over when what the press asked for fails', () => {
  const { press } = clockAt(20_000);
  const fail = () => {
    throw new Error('No story.');
  };
  expect(() => press.during(19_000, fail)).toThrow('No story.');
  expect(press.nowMs()).toBe(20_000);
});

test('what comes after the first wait isn’t part of the press', async () => {
  const { press } = clockAt(20_000);
  const seen: number[] = [];
  await press.during(19_000, async () => {
    seen.push(press.nowMs());
    await Promise.resolve();
    seen.push(press.nowMs());
  });
  expect(seen).toEqual([19_000, 20_000]);
});
