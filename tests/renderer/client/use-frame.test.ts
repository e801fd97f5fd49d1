import { describe, expect, test } from 'vitest';
import { prompterFrameAt } from '../../../src/renderer/client/use-frame.ts';
import { sessionAfter } from '../sessions.ts';

const settings = { countUp: false, soonMs: 30_000, lastMs: 10_000 };

describe('what the prompter shows at a moment', () => {
  test('before the start nothing changes with time', () => {
    expect(prompterFrameAt(sessionAfter(), settings, 77)).toEqual({
      figure: '1:00',
      phase: 'calm',
      driftMs: 0,
      rowIndex: 0,
      cursorMs: 0,
      elapsedMs: 0,
      nextChangeInMs: null,
    });
  });

  test('running, the next change is the next figure', () => {
    const frame = prompterFrameAt(sessionAfter([0, { type: 'play' }]), settings, 12_300);
    expect(frame).toMatchObject({ figure: '0:48', rowIndex: 1, elapsedMs: 12_300, cursorMs: 12_300 });
    expect(frame.nextChangeInMs).toBeCloseTo(700);
  });

  test('a row that begins before the next figure is the next change', () => {
    // The cursor runs at double speed and is 400 ms of plan, 200 ms of time, before the second row.
    const running = sessionAfter([0, { type: 'setSpeed', speed: 2 }], [0, { type: 'play' }]);
    const frame = prompterFrameAt(running, settings, 4800);
    expect(frame.rowIndex).toBe(0);
    expect(frame.nextChangeInMs).toBeCloseTo(200);
    expect(prompterFrameAt(running, settings, 5000).rowIndex).toBe(1);
  });

  test('in step mode the rows wait for the person', () => {
    const step = sessionAfter([0, { type: 'setMode', mode: 'step' }], [0, { type: 'play' }]);
    const frame = prompterFrameAt(step, settings, 29_500);
    expect(frame).toMatchObject({ rowIndex: 0, driftMs: -19_500 });
    expect(frame.nextChangeInMs).toBeCloseTo(500);
  });

  test('a phase that begins between two figures is not late', () => {
    const odd = { countUp: false, soonMs: 30_250, lastMs: 10_000 };
    const running = sessionAfter([0, { type: 'play' }]);
    expect(prompterFrameAt(running, odd, 29_500).nextChangeInMs).toBeCloseTo(250);
    expect(prompterFrameAt(running, odd, 29_750).phase).toBe('soon');
  });

  test('overtime continues figure by figure', () => {
    const running = sessionAfter([0, { type: 'play' }]);
    expect(prompterFrameAt(running, settings, 67_000)).toMatchObject({ figure: '+0:07', phase: 'over', rowIndex: 3 });
    expect(prompterFrameAt(running, settings, 67_400).nextChangeInMs).toBeCloseTo(600);
  });

  test('a waiting story is on pace, wherever its cursor was put', () => {
    expect(prompterFrameAt(sessionAfter([0, { type: 'moveCursor', cursorMs: 40_000 }]), settings, 0).driftMs).toBe(0);
  });

  test('an empty plan has no row', () => {
    const none = {
      ...sessionAfter([0, { type: 'play' }]),
      plan: { targetMs: 60_000, estimateMs: null, sections: [], rows: [] },
    };
    expect(prompterFrameAt(none, settings, 100).rowIndex).toBe(-1);
  });
});
