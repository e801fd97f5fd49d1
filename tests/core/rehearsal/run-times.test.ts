import { describe, expect, test } from 'vitest';
import { reduceRun } from '../../../src/core/rehearsal/reduce-run.ts';
import { nextTurnInMs, runAt, type RehearsalRun } from '../../../src/core/rehearsal/run.ts';
import { leftOutItems, rowAction, stageAction, unreachedItems } from '../../../src/core/rehearsal/run-times.ts';
import { inPhase, isAway, onePiece, plan, runOf, startMs, stillOpen, type Step } from './runs.ts';
import type { Plan } from '../../../src/core/prompter/plan.ts';

/** Two rows for the situation, two for the action, one for the result. */
const rowsPlan = {
  ...plan,
  rows: [
    { id: 's1', startMs: 0, endMs: 10_000 },
    { id: 's2', startMs: 10_000, endMs: 30_000 },
    { id: 'a1', startMs: 30_000, endMs: 60_000 },
    { id: 'a2', startMs: 60_000, endMs: 100_000 },
    { id: 'r1', startMs: 100_000, endMs: 120_000 },
  ],
};

const rowStep = (run: RehearsalRun, step: 1 | -1, of: Plan = rowsPlan) => rowAction(inPhase(run, 'speaking'), of, step);

describe('rowAction', () => {
  test('goes to the next row of a section, and past its last one marks it', () => {
    const { run, nowMs } = runOf([[4000, 'peekUp']]);
    expect(rowStep(run, 1)).toEqual({ type: 'moveCursor', cursorMs: 10_000 });
    const second = reduceRun(run, rowStep(run, 1), nowMs);
    expect(second.clock.cursorMs).toBe(10_000);
    expect(rowStep(second, 1)).toEqual({ type: 'nextSection' });
  });

  test('goes back likewise, and before the first row takes the mark back', () => {
    const { run, nowMs } = runOf([[4000, 'nextSection']]);
    expect(rowStep(run, -1)).toEqual({ type: 'undo' });
    const second = reduceRun(run, rowStep(run, 1), nowMs);
    expect(rowStep(second, -1)).toEqual({ type: 'moveCursor', cursorMs: 30_000 });
  });

  test('in the last row of all ends the run', () => {
    const { run, nowMs } = runOf([
      [4000, 'nextSection'],
      [4000, 'nextSection'],
      [4000, 'peekUp'],
    ]);
    expect(reduceRun(run, rowStep(run, 1), nowMs)).toMatchObject({ phase: 'ended', finished: true });
  });

  test('in a story without rows every row is the whole', () => {
    const { run } = runOf([[4000, 'peekUp']]);
    expect(rowStep(run, 1, { ...rowsPlan, rows: [] })).toEqual({ type: 'nextSection' });
  });
});

test('on the stage the same keys go by sections, and by rows in an answer in one piece', () => {
  const { run } = runOf([[4000, 'peekUp']]);
  const speaking = inPhase(run, 'speaking');
  expect(stageAction(speaking, rowsPlan, 1)).toEqual({ type: 'nextSection' });
  expect(stageAction(speaking, rowsPlan, -1)).toEqual({ type: 'undo' });
  const rows = [
    { id: 'one', startMs: 0, endMs: 20_000 },
    { id: 'two', startMs: 20_000, endMs: 60_000 },
  ];
  const whole = { ...onePiece, rows };
  const { run: begun, nowMs } = runOf([[4000, 'peekUp']], 0, whole);
  const first = inPhase(begun, 'speaking');
  expect(stageAction(first, whole, 1)).toEqual({ type: 'moveCursor', cursorMs: 20_000 });
  const second = inPhase(reduceRun(first, stageAction(first, whole, 1), nowMs), 'speaking');
  expect(stageAction(second, whole, -1)).toEqual({ type: 'moveCursor', cursorMs: 0 });
  expect(reduceRun(second, stageAction(second, whole, 1), nowMs)).toMatchObject({ phase: 'ended', finished: true });
});

describe('moveCursor', () => {
  test.each([30_000, 120_000, -1, NaN])('to %d, outside of the first section, changes nothing', (cursorMs) => {
    const { run, nowMs } = runOf([[4000, 'peekUp']]);
    expect(reduceRun(run, { type: 'moveCursor', cursorMs }, nowMs)).toBe(run);
  });

  test('does nothing while thinking', () => {
    const { run, nowMs } = runOf([[1000, 'peekUp']], 10_000);
    expect(reduceRun(run, { type: 'moveCursor', cursorMs: 5000 }, nowMs)).toBe(run);
  });

  test('changes no figure of the run', () => {
    const { run, nowMs } = runOf([[4000, 'peekUp']]);
    const moved = reduceRun(run, { type: 'moveCursor', cursorMs: 12_000 }, nowMs);
    expect(moved).toMatchObject({
      marksMs: [],
      clock: { cursorMs: 12_000, status: { kind: 'running' }, elapsedBeforeMs: 0 },
    });
  });
});

describe('nextTurnInMs', () => {
  test('is the rest of the think time, then ten minutes from the last key', () => {
    const { run, nowMs } = runOf([[4000, 'peekUp']], 10_000);
    expect(nextTurnInMs(stillOpen(run), nowMs)).toBe(6000);
    const speaking = runAt(run, nowMs + 6000);
    expect(speaking.phase).toBe('speaking');
    expect(nextTurnInMs(stillOpen(speaking), nowMs + 6000)).toBe(600_001);
    expect(isAway(runAt(speaking, nowMs + 606_000))).toBe(false);
    expect(isAway(runAt(speaking, nowMs + 606_001))).toBe(true);
  });

  test('is null while the clock is paused, and never below a millisecond', () => {
    const { run, nowMs } = runOf([[4000, 'pause']]);
    expect(nextTurnInMs(stillOpen(run), nowMs)).toBeNull();
    const thinking = runOf([[4000, 'peekUp']], 10_000);
    expect(nextTurnInMs(stillOpen(thinking.run), thinking.nowMs + 20_000)).toBe(1);
  });
});

const told: Plan = {
  ...plan,
  rows: [
    { id: 'situation', startMs: 0, endMs: 30_000 },
    { id: 'first act', startMs: 30_000, endMs: 60_000 },
    { id: 'second act', startMs: 60_000, endMs: 100_000 },
    { id: 'result', startMs: 100_000, endMs: 120_000 },
  ],
};

function leftOut(steps: Step[], thinkMs = 0, of = told): string[] {
  const { run } = runOf(steps, thinkMs, of);
  return unreachedItems(of, inPhase(run, 'ended'));
}

describe('what was left out', () => {
  const heardOf = (...ids: string[]): Step => [
    50,
    {
      type: 'heard',
      askedAtMs: startMs,
      heard: {
        untilMs: 60_000,
        speech: [],
        syllablesMs: [],
        told: ids.map((id) => ({ id, atMs: 1, words: [] })),
        recording: null,
      },
    },
  ];
  const suggested = (...steps: Step[]): string[] => leftOutItems(told, inPhase(runOf(steps, 0, told).run, 'ended'));

  test('is all that wasn’t heard, where rows were followed', () => {
    expect(suggested([50_000, 'finish'], heardOf('situation', 'second act'))).toEqual(['first act', 'result']);
  });

  test('is what was never reached, heard or not', () => {
    expect(suggested([5000, 'end'], heardOf('situation', 'result'))).toEqual(['first act', 'second act', 'result']);
  });

  test('is only what was never reached where nobody listened, or nothing was understood', () => {
    expect(suggested([50_000, 'finish'], heardOf())).toEqual([]);
    expect(suggested([50_000, 'finish'])).toEqual([]);
  });
});

describe('what a run never reached', () => {
  test('is all after the section in which it was left', () => {
    expect(leftOut([[5000, 'end']])).toEqual(['first act', 'second act', 'result']);
    expect(
      leftOut([
        [5000, 'nextSection'],
        [5000, 'end'],
      ]),
    ).toEqual(['result']);
  });

  test('is empty if it reached its end, marked or not', () => {
    expect(leftOut([[5000, 'finish']])).toEqual([]);
    expect(
      leftOut([
        [5000, 'nextSection'],
        [5000, 'nextSection'],
        [5000, 'end'],
      ]),
    ).toEqual([]);
    expect(leftOut([[5000, 'end']], 0, { ...onePiece, rows: [{ id: 'all', startMs: 0, endMs: 60_000 }] })).toEqual([]);
  });

  test('is empty if nobody spoke', () => {
    expect(leftOut([[5000, 'end']], 10_000)).toEqual([]);
  });
});
