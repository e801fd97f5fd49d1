import { describe, expect, test } from 'vitest';
import { clockMotion, cursorMotion, rowsMotion } from '../../../src/renderer/prompter/motion.ts';
import { sessionAfter } from '../sessions.ts';

const running = sessionAfter([0, { type: 'setSpeed', speed: 1.5 }], [0, { type: 'play' }]);

describe('how the outline moves', () => {
  test('with the cursor, at its speed', () => {
    expect(cursorMotion(running, 8000, false)).toEqual({ atMs: 12_000, rate: 1.5 });
  });

  test('not at all while paused', () => {
    const paused = sessionAfter([0, { type: 'play' }], [8000, { type: 'pause' }]);
    expect(cursorMotion(paused, 20_000, false)).toEqual({ atMs: 8000, rate: 0 });
  });

  test('from row to row in step mode', () => {
    const step = sessionAfter(
      [0, { type: 'setMode', mode: 'step' }],
      [0, { type: 'play' }],
      [5000, { type: 'moveCursor', cursorMs: 34_000 }],
    );
    expect(cursorMotion(step, 9000, false)).toEqual({ atMs: 30_000, rate: 0 });
  });

  test('from row to row with reduced motion', () => {
    expect(cursorMotion(running, 8000, true)).toEqual({ atMs: 10_000, rate: 0 });
  });
});

describe('how the rows move', () => {
  const step = sessionAfter(
    [0, { type: 'setMode', mode: 'step' }],
    [0, { type: 'play' }],
    [5000, { type: 'moveCursor', cursorMs: 10_000 }],
  );

  test('with the plan; with reduced motion from stop to stop', () => {
    expect(rowsMotion(running, 8000, false)).toEqual({ atMs: 12_000, rate: 1.5, stepRate: 0 });
    expect(rowsMotion(running, 8000, true)).toEqual({ atMs: 12_000, rate: 0, stepRate: 1.5 });
  });

  test('in step mode, through the lines of their row and no further', () => {
    expect(rowsMotion(step, 9000, false)).toEqual({ atMs: 14_000, rate: 0, stepRate: 1 });
    expect(rowsMotion(step, 65_000, false)).toEqual({ atMs: 29_999, rate: 0, stepRate: 0 });
  });

  test('not at all while paused', () => {
    const paused = sessionAfter([0, { type: 'play' }], [8000, { type: 'pause' }]);
    for (const reduced of [false, true]) {
      expect(rowsMotion(paused, 20_000, reduced)).toEqual({ atMs: 8000, rate: 0, stepRate: 0 });
    }
  });
});

describe('how the tick moves', () => {
  test('with the clock, whatever the scrolling speed', () => {
    expect(clockMotion(running, 8000, false)).toEqual({ atMs: 8000, rate: 1 });
  });

  test('to the end of the bar and no further', () => {
    expect(clockMotion(running, 90_000, false).atMs).toBe(60_000);
  });

  test('with the figures with reduced motion', () => {
    expect(clockMotion(running, 8000, true)).toEqual({ atMs: 8000, rate: 0 });
  });
});
