import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { test } from 'vitest';
import { clockFigure, nextFigureInMs } from '../../../src/core/prompter/countdown.ts';
import {
  cursorMs,
  elapsedMs,
  fastest,
  isRunning,
  newSession,
  reduceSession,
  slowest,
  timeLeftMs,
} from '../../../src/core/prompter/session.ts';
import { driftMs, rowIndexAt } from '../../../src/core/prompter/cursor.ts';
import { cases } from '../../sizes.ts';
import { actionFor, carryOut, planOf, runs, target, type Command, type Run } from './session-runs.ts';

/** Sums of fractional clock readings are off by no more than this, at the sizes used here. */
const toleranceMs = 1e-5;

/** Everything shown of a run at a moment. */
function figures({ session, plan, nowMs }: Run): unknown[] {
  return [
    clockFigure(session, nowMs, false),
    clockFigure(session, nowMs, true),
    timeLeftMs(session, nowMs),
    cursorMs(session, nowMs),
    driftMs(session, plan, nowMs),
    nextFigureInMs(session, nowMs, false),
  ];
}

function expectSound(run: Run): void {
  const { session, plan, nowMs } = run;
  if (session.status.kind === 'idle') assert.equal(elapsedMs(session, nowMs), 0);
  assert(elapsedMs(session, nowMs) >= 0);
  assert(session.speed >= slowest);
  assert(session.speed <= fastest);
  assert(Number.isInteger(session.addedMs));

  const atMs = cursorMs(session, nowMs);
  assert(atMs >= 0);
  assert(atMs <= session.targetMs);
  const begun = plan.rows.findLastIndex((row) => row.startMs <= atMs);
  assert.equal(rowIndexAt(plan, atMs), begun);

  for (const countUp of [false, true]) {
    const delayMs = nextFigureInMs(session, nowMs, countUp);
    if (!isRunning(session)) assert.equal(delayMs, null);
    else assert(Number.isInteger(delayMs) && Number(delayMs) >= 1 && Number(delayMs) <= 1000);
  }
  const crossed = JSON.parse(JSON.stringify({ session, plan })) as Pick<Run, 'session' | 'plan'>;
  assert.deepEqual(figures({ ...crossed, nowMs }), figures(run));
}

/** Checks what a moving clock may change between two moments without a command. */
function expectClockStep(before: Run, after: Run): void {
  const { session } = before;
  const stepMs = after.nowMs - before.nowMs;
  const fellMs = timeLeftMs(session, before.nowMs) - timeLeftMs(session, after.nowMs);
  const cursorMovedMs = cursorMs(session, after.nowMs) - cursorMs(session, before.nowMs);
  if (session.status.kind !== 'running') {
    assert.deepEqual([fellMs, cursorMovedMs], [0, 0]);
    return;
  }
  // Time never runs faster than the clock, and a clock set back adds no more time than that.
  assert(fellMs <= Math.max(0, stepMs) + toleranceMs);
  assert(fellMs >= Math.min(0, stepMs) - toleranceMs);
  if (stepMs >= 0 && before.nowMs >= session.status.sinceMs) assert(Math.abs(fellMs - stepMs) < toleranceMs);
  if (session.mode !== 'auto') {
    assert.equal(cursorMovedMs, 0);
    return;
  }
  if (stepMs >= 0) assert(cursorMovedMs >= 0);
  assert(cursorMovedMs <= Math.max(0, fellMs) * session.speed + toleranceMs);
  assert(cursorMovedMs >= Math.min(0, fellMs) * session.speed - toleranceMs);
  assert(cursorMs(session, after.nowMs) >= session.cursorMs);
}

/** Checks what a command may change at a single moment. */
function expectCommand(before: Run, after: Run, given: Command): void {
  const { nowMs } = before;
  const leftBeforeMs = timeLeftMs(before.session, nowMs);
  const leftAfterMs = timeLeftMs(after.session, nowMs);
  const cursorBeforeMs = cursorMs(before.session, nowMs);
  const cursorAfterMs = cursorMs(after.session, nowMs);
  switch (given.type) {
    case 'reset':
      assert.deepEqual([after.session.status.kind, leftAfterMs, cursorAfterMs], ['idle', given.targetMs, 0]);
      return;
    case 'addTime':
      assert.equal(cursorAfterMs, cursorBeforeMs);
      assert.equal(elapsedMs(after.session, nowMs), elapsedMs(before.session, nowMs));
      if (given.deltaMs > 0 || leftBeforeMs + given.deltaMs >= 0) {
        assert(Math.abs(leftAfterMs - (leftBeforeMs + given.deltaMs)) < toleranceMs);
      } else if (leftBeforeMs <= 0) {
        assert.equal(leftAfterMs, leftBeforeMs);
      } else {
        assert(leftAfterMs > -1);
        assert(leftAfterMs <= toleranceMs);
      }
      return;
    case 'sleptFor': {
      const backMs = isRunning(before.session) ? Math.max(0, given.ms) : 0;
      assert(leftAfterMs >= leftBeforeMs);
      assert(leftAfterMs - leftBeforeMs <= backMs + toleranceMs);
      assert(cursorAfterMs <= cursorBeforeMs);
      return;
    }
    case 'play':
    case 'pause':
    case 'hold':
    case 'setMode':
    case 'setSpeed':
    case 'look':
      assert.deepEqual([leftAfterMs, cursorAfterMs], [leftBeforeMs, cursorBeforeMs]);
      return;
    case 'moveCursor':
      assert.equal(leftAfterMs, leftBeforeMs);
      assert.equal(cursorAfterMs, Math.min(after.session.targetMs, Math.max(0, given.cursorMs)));
      return;
    case 'row':
    case 'section': {
      assert.equal(leftAfterMs, leftBeforeMs);
      const rowsMoved = rowIndexAt(after.plan, cursorAfterMs) - rowIndexAt(before.plan, cursorBeforeMs);
      assert((cursorAfterMs - cursorBeforeMs) * given.step >= 0);
      assert(rowsMoved * given.step >= 0);
      if (given.type === 'row' && actionFor(before, given) !== null) assert.notEqual(rowsMoved, 0);
      return;
    }
    case 'reload':
      assert.equal(leftAfterMs, leftBeforeMs);
  }
}

/** A pause anywhere, of any length, must leave everything as it would be without it. */
function expectNothingLostByPausing({ session, nowMs }: Run): void {
  const paused = reduceSession(session, { type: 'pause' }, nowMs);
  const resumed = reduceSession(paused, { type: 'play' }, nowMs + 98_765.4);
  assert.equal(elapsedMs(resumed, nowMs + 98_765.4), elapsedMs(session, nowMs));
  assert.equal(cursorMs(resumed, nowMs + 98_765.4), cursorMs(session, nowMs));
}

test('time and place stay right in thousands of random command sequences with jumping clocks', () => {
  fc.assert(
    fc.property(runs, ({ startMs, targetMs, rows, speed, mode, steps }) => {
      let run: Run = { session: newSession(targetMs, mode, speed), plan: planOf(rows, targetMs), nowMs: startMs };
      expectSound(run);
      for (const { clockMs, command } of steps) {
        const looked = { ...run, nowMs: run.nowMs + clockMs };
        expectClockStep(run, looked);
        run = carryOut(looked, command);
        expectCommand(looked, run, command);
        expectSound(run);
        expectNothingLostByPausing(run);
      }
    }),
    { seed: 8, ...cases(1500) },
  );
});

test('the cursor in auto never goes back unless the person moves it', () => {
  const calm = fc.array(
    fc.record({
      clockMs: fc.double({ min: 0, max: 9000, noNaN: true }),
      command: fc.oneof(
        fc.constantFrom<Command>(
          { type: 'play' },
          { type: 'pause' },
          { type: 'look' },
          { type: 'setMode', mode: 'auto' },
        ),
        fc.record({ type: fc.constant('setSpeed' as const), speed: fc.double({ min: 0.5, max: 2, noNaN: true }) }),
        fc.record({ type: fc.constant('addTime' as const), deltaMs: fc.constantFrom(15_000, -15_000) }),
      ),
    }),
    { maxLength: 40, size: 'max' },
  );
  fc.assert(
    fc.property(calm, target, (steps, targetMs) => {
      let run: Run = { session: newSession(targetMs, 'auto', 1), plan: planOf([3, 5, 2], targetMs), nowMs: 0.123 };
      let reachedMs = 0;
      for (const { clockMs, command } of steps) {
        run = carryOut({ ...run, nowMs: run.nowMs + clockMs }, command);
        const atMs = cursorMs(run.session, run.nowMs);
        assert(atMs >= reachedMs);
        reachedMs = atMs;
      }
    }),
    { seed: 9, ...cases(500) },
  );
});
