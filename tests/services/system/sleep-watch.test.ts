import { describe, expect, test } from 'vitest';
import { beatMs, setUpSleepWatch, sleptMs } from '../../../src/services/system/sleep-watch.ts';
import { fakeClock } from '../fake-clock.ts';

describe('sleptMs', () => {
  test('is zero while both clocks advance together', () => {
    expect(sleptMs({ nowMs: 0, uptimeMs: 0 }, { nowMs: 2000, uptimeMs: 2000 })).toBe(0);
  });

  test('takes an uptime of whole seconds for what it is', () => {
    expect(sleptMs({ nowMs: 999, uptimeMs: 10_000 }, { nowMs: 2999, uptimeMs: 13_000 })).toBe(0);
    expect(sleptMs({ nowMs: 0, uptimeMs: 10_000 }, { nowMs: 2001, uptimeMs: 14_900 })).toBe(0);
  });

  test('is what the uptime is ahead of the monotonic clock', () => {
    expect(sleptMs({ nowMs: 500, uptimeMs: 10_000 }, { nowMs: 2500, uptimeMs: 612_000 })).toBe(600_000);
  });

  test('is what is left over from a beat where the monotonic clock ran on in sleep', () => {
    expect(sleptMs({ nowMs: 0, uptimeMs: 0 }, { nowMs: 300_000, uptimeMs: 300_000 })).toBe(300_000 - beatMs);
  });

  test('forgives a machine that is busy for a while', () => {
    expect(sleptMs({ nowMs: 0, uptimeMs: 0 }, { nowMs: 15_000, uptimeMs: 15_000 })).toBe(0);
  });
});

describe('the watch', () => {
  function watching() {
    const clock = fakeClock();
    const alive: number[] = [];
    const watch = setUpSleepWatch(clock, (aliveAtMs) => alive.push(aliveAtMs));
    return { clock, alive, watch };
  }

  test('reports nothing while the machine is awake', () => {
    const { clock, alive, watch } = watching();
    watch.watch(true);
    clock.pass(600_000);
    expect(alive).toEqual([]);
  });

  test.each([false, true])('notices sleep at the next beat; monotonic clock running in sleep: %s', (runsInSleep) => {
    const { clock, alive, watch } = watching();
    watch.watch(true);
    const startedMs = clock.nowMs();
    clock.pass(5000);
    clock.sleep(3_600_000, runsInSleep);
    clock.pass(beatMs);
    expect(alive).toEqual([startedMs + 4000]);
    clock.pass(60_000);
    expect(alive).toHaveLength(1);
  });

  test('notices at once when the shell asks', () => {
    const { clock, alive, watch } = watching();
    watch.watch(true);
    clock.sleep(10_000);
    watch.look();
    expect(alive).toHaveLength(1);
  });

  test('has no timer while no countdown runs', () => {
    const { clock, alive, watch } = watching();
    expect(clock.waiting()).toBe(0);
    watch.watch(true);
    watch.watch(true);
    expect(clock.waiting()).toBe(1);
    watch.watch(false);
    expect(clock.waiting()).toBe(0);
    clock.sleep(3_600_000);
    watch.look();
    expect(alive).toEqual([]);
  });

  test('can be closed by its own callback', () => {
    const clock = fakeClock();
    const watch = setUpSleepWatch(clock, () => watch.watch(false));
    watch.watch(true);
    clock.sleep(10_000);
    clock.pass(beatMs);
    expect(clock.waiting()).toBe(0);
  });
});
