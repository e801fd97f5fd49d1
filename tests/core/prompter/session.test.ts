import { describe, expect, test } from 'vitest';
import {
  cursorMs,
  elapsedMs,
  heldMs,
  newSession,
  reduceSession,
  timeLeftMs,
  type Session,
  type SessionAction,
} from '../../../src/core/prompter/session.ts';

const play: SessionAction = { type: 'play' };
const pause: SessionAction = { type: 'pause' };

/** The session after actions at given times. */
function after(session: Session, ...steps: [atMs: number, action: SessionAction][]): Session {
  return steps.reduce((state, [atMs, action]) => reduceSession(Object.freeze(state), action, atMs), session);
}

const fresh = newSession(120_000, 'auto', 1);

describe('newSession', () => {
  test('is idle at the start of its target', () => {
    expect(fresh).toEqual({
      status: { kind: 'idle' },
      targetMs: 120_000,
      addedMs: 0,
      elapsedBeforeMs: 0,
      mode: 'auto',
      speed: 1,
      cursorMs: 0,
      cursorAtElapsedMs: 0,
    });
    expect([elapsedMs(fresh, 5e9), timeLeftMs(fresh, 5e9), cursorMs(fresh, 5e9)]).toEqual([0, 120_000, 0]);
  });

  test.each([
    [0, 0.5],
    [0.5, 0.5],
    [2, 2],
    [9, 2],
    [-1, 0.5],
  ])('speed %d becomes %d', (asked, speed) => {
    expect(newSession(1000, 'auto', asked).speed).toBe(speed);
    expect(reduceSession(fresh, { type: 'setSpeed', speed: asked }, 0).speed).toBe(speed);
  });
});

describe('start, pause, resume, reset', () => {
  test('a pause doesn’t count, however long', () => {
    const session = after(fresh, [1000, play], [11_000, pause], [900_000, play]);
    expect(elapsedMs(session, 900_000)).toBe(10_000);
    expect(timeLeftMs(session, 905_000)).toBe(105_000);
    expect(cursorMs(session, 905_000)).toBe(15_000);
  });

  test('the countdown continues below zero', () => {
    const session = after(fresh, [0, play]);
    expect(timeLeftMs(session, 127_000)).toBe(-7000);
    expect(session.status.kind).toBe('running');
  });

  test('a pause stays the person’s until it ends', () => {
    const paused = after(fresh, [0, play], [1000, pause]);
    expect(paused.status).toEqual({ kind: 'paused', by: 'person' });
    const resumed = after(paused, [2000, play]);
    expect(resumed.status).toMatchObject({ kind: 'running' });
  });

  test('an action that doesn’t apply returns the same object', () => {
    const session = after(fresh, [0, play]);
    expect(reduceSession(session, play, 5000)).toBe(session);
    expect(reduceSession(fresh, pause, 5000)).toBe(fresh);
    expect(reduceSession(fresh, { type: 'sleep', atMs: 1 }, 5000)).toBe(fresh);
    const paused = after(session, [3000, pause]);
    expect(reduceSession(paused, pause, 9000)).toBe(paused);
    expect(reduceSession(paused, { type: 'sleep', atMs: 8000 }, 9000)).toBe(paused);
  });

  test('a reset starts a new run with the new target, and keeps mode and speed', () => {
    const session = after(
      fresh,
      [0, play],
      [5000, { type: 'setMode', mode: 'step' }],
      [5000, { type: 'setSpeed', speed: 1.5 }],
      [6000, { type: 'addTime', deltaMs: 15_000 }],
      [7000, { type: 'moveCursor', cursorMs: 50_000 }],
      [8000, { type: 'reset', targetMs: 90_000 }],
    );
    expect(session).toEqual(newSession(90_000, 'step', 1.5));
  });
});

describe('sleep', () => {
  test('pauses, says that it was sleep, and doesn’t count the time since', () => {
    const session = after(fresh, [0, play], [60_000, { type: 'sleep', atMs: 58_000 }]);
    expect(session.status).toEqual({ kind: 'paused', by: 'sleep' });
    expect(elapsedMs(session, 60_000)).toBe(58_000);
    expect(elapsedMs(after(session, [70_000, play]), 71_000)).toBe(59_000);
  });

  test('from before the countdown began keeps the time run before', () => {
    const session = after(fresh, [0, play], [4000, pause], [9000, play], [12_000, { type: 'sleep', atMs: 8000 }]);
    expect(elapsedMs(session, 12_000)).toBe(4000);
  });

  test('in the future counts as now', () => {
    expect(elapsedMs(after(fresh, [0, play], [3000, { type: 'sleep', atMs: 99_000 }]), 99_000)).toBe(3000);
  });

  test('noticed after a move of the cursor lets it stay there and continue at once', () => {
    const asleep = after(
      fresh,
      [0, play],
      [11_000, { type: 'moveCursor', cursorMs: 40_000 }],
      [12_000, { type: 'sleep', atMs: 10_000 }],
    );
    expect(cursorMs(asleep, 12_000)).toBe(40_000);
    const awake = after(asleep, [20_000, play]);
    expect([cursorMs(awake, 20_000), cursorMs(awake, 21_000)]).toEqual([40_000, 41_000]);
  });
});

describe('add and take time', () => {
  const at = (leftMs: number): Session => after(fresh, [0, play], [120_000 - leftMs, pause]);

  test.each([
    [60_000, 15_000, 75_000],
    [60_000, -15_000, 45_000],
    [15_000, -15_000, 0],
    [5000, -15_000, 0],
    [0, -15_000, 0],
    [-5000, -15_000, -5000],
    [-5000, 15_000, 10_000],
    [-20_000, 15_000, -5000],
    [60_000, 0, 60_000],
  ])('with %d left, %d more leaves %d', (leftMs, deltaMs, expected) => {
    const before = at(leftMs);
    const session = reduceSession(before, { type: 'addTime', deltaMs }, 200_000);
    expect(timeLeftMs(session, 200_000)).toBe(expected);
    expect(elapsedMs(session, 200_000)).toBe(elapsedMs(before, 200_000));
    expect(cursorMs(session, 200_000)).toBe(cursorMs(before, 200_000));
    if (expected === leftMs) expect(session).toBe(before);
  });

  test('works before the start and while running, and a reset undoes it', () => {
    const idle = reduceSession(fresh, { type: 'addTime', deltaMs: 15_000 }, 0);
    expect(timeLeftMs(idle, 0)).toBe(135_000);
    const session = after(idle, [0, play], [10_000, { type: 'addTime', deltaMs: -15_000 }]);
    expect(timeLeftMs(session, 10_000)).toBe(110_000);
    expect(timeLeftMs(after(session, [11_000, { type: 'reset', targetMs: 120_000 }]), 11_000)).toBe(120_000);
  });

  test('added time can be taken away again, even below the target, down to zero', () => {
    let session = newSession(20_000, 'auto', 1);
    for (const deltaMs of [15_000, -15_000, -15_000, -15_000]) {
      session = reduceSession(session, { type: 'addTime', deltaMs }, 0);
    }
    expect(timeLeftMs(session, 0)).toBe(0);
    expect(session.addedMs).toBe(-20_000);
  });

  test('time is taken in whole milliseconds', () => {
    const session = after(fresh, [0.3, play], [115_000.9, { type: 'addTime', deltaMs: -15_000 }]);
    expect(Number.isInteger(session.addedMs)).toBe(true);
    expect(timeLeftMs(session, 115_000.9)).toBeLessThanOrEqual(0);
    expect(timeLeftMs(session, 115_000.9)).toBeGreaterThan(-1);
  });
});

describe('cursor', () => {
  test('in auto moves with the countdown, at its speed, and stops at the end', () => {
    const session = after(newSession(60_000, 'auto', 2), [0, play]);
    expect([0, 10_000, 30_000, 90_000].map((nowMs) => cursorMs(session, nowMs))).toEqual([0, 20_000, 60_000, 60_000]);
  });

  test('continues from where it was moved', () => {
    const session = after(fresh, [0, play], [10_000, { type: 'moveCursor', cursorMs: 60_000 }]);
    expect(cursorMs(session, 10_000)).toBe(60_000);
    expect(cursorMs(session, 15_000)).toBe(65_000);
    expect(timeLeftMs(session, 15_000)).toBe(105_000);
  });

  test('begins where it was moved before the start or in a pause', () => {
    const idle = after(fresh, [0, { type: 'moveCursor', cursorMs: 30_000 }]);
    expect(cursorMs(idle, 9000)).toBe(30_000);
    expect(cursorMs(after(idle, [9000, play]), 10_000)).toBe(31_000);
    const paused = after(fresh, [0, play], [5000, pause], [8000, { type: 'moveCursor', cursorMs: 2000 }], [9000, play]);
    expect(cursorMs(paused, 9500)).toBe(2500);
  });

  test.each([
    [-1, 0],
    [-Infinity, 0],
    [120_000, 120_000],
    [1e12, 120_000],
    [Infinity, 120_000],
  ])('moved to %d is at %d', (asked, at) => {
    expect(cursorMs(after(fresh, [0, { type: 'moveCursor', cursorMs: asked }]), 0)).toBe(at);
  });

  test('moved back from the end continues at once, not only after the time it was there', () => {
    const session = after(fresh, [0, play], [300_000, { type: 'moveCursor', cursorMs: 60_000 }]);
    expect(cursorMs(session, 301_000)).toBe(61_000);
  });

  test('keeps its place when the speed changes', () => {
    const session = after(
      fresh,
      [0, play],
      [10_000, { type: 'setSpeed', speed: 2 }],
      [15_000, { type: 'setSpeed', speed: 0.5 }],
    );
    expect([10_000, 12_500, 15_000, 17_000].map((nowMs) => cursorMs(session, nowMs)).slice(2)).toEqual([
      20_000, 21_000,
    ]);
  });

  test('doesn’t move in step mode, and continues in auto from its place', () => {
    const stepping = after(fresh, [0, play], [10_000, { type: 'setMode', mode: 'step' }]);
    expect(cursorMs(stepping, 50_000)).toBe(10_000);
    const moved = after(stepping, [50_000, { type: 'moveCursor', cursorMs: 30_000 }]);
    expect(cursorMs(moved, 60_000)).toBe(30_000);
    const auto = after(moved, [60_000, { type: 'setMode', mode: 'auto' }]);
    expect([cursorMs(auto, 60_000), cursorMs(auto, 61_000)]).toEqual([30_000, 31_000]);
  });

  test('moves only by hand while it follows the voice', () => {
    const session = after(fresh, [0, play], [10_000, { type: 'setMode', mode: 'voice' }]);
    expect(cursorMs(session, 50_000)).toBe(10_000);
    expect(cursorMs(after(session, [50_000, { type: 'moveCursor', cursorMs: 30_000 }]), 90_000)).toBe(30_000);
  });

  test('is held while the clock goes on, and goes on from its place', () => {
    const held = after(
      fresh,
      [0, play],
      [10_000, { type: 'hold', forMs: 6000 }],
      [14_000, { type: 'hold', forMs: 6000 }],
    );
    expect([cursorMs(held, 10_000), cursorMs(held, 20_000)]).toEqual([10_000, 10_000]);
    expect([elapsedMs(held, 20_000), heldMs(held, 18_000)]).toEqual([20_000, 2000]);
    // A page that is gone can’t hold it for good.
    expect(cursorMs(held, 21_000)).toBe(11_000);
    const released = after(held, [17_000, { type: 'hold', forMs: 0 }]);
    expect([cursorMs(released, 17_000), cursorMs(released, 19_000), heldMs(released, 17_000)]).toEqual([
      10_000, 12_000, 0,
    ]);
  });

  test('isn’t held before the start, in another mode, or after a pause', () => {
    const hold: SessionAction = { type: 'hold', forMs: 6000 };
    expect(after(fresh, [0, hold])).toBe(fresh);
    const stepping = after(fresh, [0, play], [1000, { type: 'setMode', mode: 'step' }]);
    expect(after(stepping, [2000, hold])).toBe(stepping);
    const paused = after(fresh, [0, play], [10_000, hold], [12_000, pause], [50_000, play]);
    expect(cursorMs(paused, 51_000)).toBe(11_000);
  });

  test('setting the same mode changes nothing visible', () => {
    const session = after(fresh, [0, play], [10_000, { type: 'setMode', mode: 'auto' }]);
    expect(cursorMs(session, 20_000)).toBe(20_000);
  });
});

describe('a clock that jumps', () => {
  test('back to before the stretch counts as one that didn’t move', () => {
    const session = after(fresh, [50_000, play]);
    expect([elapsedMs(session, 40_000), cursorMs(session, 0), timeLeftMs(session, -1e9)]).toEqual([0, 0, 120_000]);
  });

  test('back after a move leaves the cursor where it was put', () => {
    const session = after(fresh, [0, play], [50_000, { type: 'moveCursor', cursorMs: 10_000 }]);
    expect(cursorMs(session, 45_000)).toBe(10_000);
    const paused = after(session, [45_000, pause], [45_000, play]);
    expect([cursorMs(paused, 45_000), cursorMs(paused, 46_000)]).toEqual([10_000, 11_000]);
  });

  test('far ahead counts as running time, and the cursor stops at the end', () => {
    const session = after(fresh, [0, play]);
    expect([timeLeftMs(session, 86_400_000), cursorMs(session, 86_400_000)]).toEqual([-86_280_000, 120_000]);
  });
});
