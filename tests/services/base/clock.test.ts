import { expect, test } from 'vitest';
import { systemClock } from '../../../src/services/base/clock.ts';
import { sleptMs } from '../../../src/services/system/sleep-watch.ts';

test('the computer’s clocks advance together while it is awake', async () => {
  const clock = systemClock();
  const read = () => ({ nowMs: clock.nowMs(), uptimeMs: clock.uptimeMs() });
  const before = read();
  await new Promise<void>((resolve) => {
    clock.after(30, resolve);
  });
  const after = read();
  expect(after.nowMs - before.nowMs).toBeGreaterThanOrEqual(29);
  expect(before.uptimeMs).toBeGreaterThan(1000);
  expect(sleptMs(before, after)).toBe(0);
});

test('a canceled timer doesn’t call back', async () => {
  const clock = systemClock();
  const called: string[] = [];
  const cancel = clock.after(1, () => called.push('called off'));
  cancel();
  await new Promise<void>((resolve) => {
    clock.after(20, resolve);
  });
  expect(called).toEqual([]);
});
