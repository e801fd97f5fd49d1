import { expect, test } from 'vitest';
import { soundClock } from '../../../src/core/voice/sound-clock.ts';

/** Messages every 50 ms that arrive with these delays; the sound starts at 1000 on the page’s clock. */
function made(delays: readonly number[]): number[] {
  const clock = soundClock();
  return delays.map((delay, index) => {
    const soundMs = (index + 1) * 50;
    return clock.arrived(soundMs, 1000 + soundMs + delay) - soundMs;
  });
}

test('a page that is busy doesn’t move the sound', () => {
  expect(made([5, 5, 300, 250, 200, 150, 5, 8, 5])).toEqual(Array.from({ length: 9 }, () => 1005));
});

test('the earliest message counts, and those before it were at most as late as they arrived', () => {
  expect(made([80, 40, 5, 60])).toEqual([1080, 1040, 1005, 1005]);
});

test('a clock that drifts is followed', () => {
  const minute = Array.from({ length: 1200 }, (_, index) => 5 + index * 0.05);
  const off = made(minute).map((zeroMs, index) => 1000 + (minute[index] ?? 0) - zeroMs);
  expect(Math.max(...off)).toBeLessThanOrEqual(5);
});

test('after a computer slept, or a device lost sound, the new sound is new', () => {
  const clock = soundClock();
  expect(clock.arrived(50, 1055)).toBe(1055);
  // Ten minutes later.
  expect(clock.arrived(100, 601_105)).toBe(601_105);
  const lost = made([...Array.from({ length: 40 }, () => 5), ...Array.from({ length: 100 }, () => 1005)]);
  expect(lost.at(-1)).toBe(2005);
});
