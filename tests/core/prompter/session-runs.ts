import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { carryCursor, rowStep, sectionStep } from '../../../src/core/prompter/cursor.ts';
import type { Plan } from '../../../src/core/prompter/plan.ts';
import {
  cursorMs,
  fastest,
  reduceSession,
  slowest,
  type Session,
  type SessionAction,
} from '../../../src/core/prompter/session.ts';
import { planFor, shown } from './outlines.ts';

/** What people, reloads and computers do to a session, in any order. */
export type Command =
  | Exclude<SessionAction, { atMs: number }>
  | { type: 'sleptFor'; ms: number }
  | { type: 'row'; step: 1 | -1 }
  | { type: 'section'; step: 1 | -1 }
  | { type: 'reload'; rows: number[] }
  | { type: 'look' };

interface Step {
  /** How far the clock moved before the command; below zero when it was set back. */
  clockMs: number;
  command: Command;
}

export interface Run {
  session: Session;
  plan: Plan;
  nowMs: number;
}

const rows = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 });
export const target = fc.oneof(
  fc.constant(120_000),
  fc.integer({ min: 1, max: 20_000 }),
  fc.integer({ min: 10_000, max: 3_600_000 }),
);
const direction = fc.constantFrom<1 | -1>(1, -1);

const clockMs = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 8, arbitrary: fc.double({ min: 0, max: 5000, noNaN: true }) },
  { weight: 3, arbitrary: fc.constantFrom(0.1, 16.7, 333.3, 999.7, 1000, 1000.000_000_1) },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 1e8, noNaN: true }) },
  { weight: 2, arbitrary: fc.double({ min: -20_000, max: 0, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: -1e8, max: 0, noNaN: true }) },
);

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Command>({ type: 'play' }) },
  { weight: 4, arbitrary: fc.constant<Command>({ type: 'pause' }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('sleptFor'), ms: fc.double({ min: -100, max: 5000, noNaN: true }) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('reset'), targetMs: target }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('addTime'), deltaMs: fc.constantFrom(15_000, -15_000) }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('addTime'), deltaMs: fc.integer({ min: -200_000, max: 200_000 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('moveCursor'),
      cursorMs: fc.double({ min: -5000, max: 4e6, noNaN: true }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('hold'), forMs: fc.constantFrom(0, 400, 6000) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('setMode'), mode: fc.constantFrom('auto', 'step', 'voice') }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('setSpeed'), speed: fc.double({ min: -1, max: 4, noNaN: true }) }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('row'), step: direction }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('section'), step: direction }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('reload'), rows }) },
  { weight: 4, arbitrary: fc.constant<Command>({ type: 'look' }) },
);

export const runs = fc.record({
  startMs: fc.oneof(fc.constant(12_345.678_900_000_001), fc.double({ min: 0, max: 1e8, noNaN: true })),
  targetMs: target,
  rows,
  speed: fc.double({ min: slowest, max: fastest, noNaN: true }),
  mode: fc.constantFrom<Session['mode']>('auto', 'step', 'voice'),
  steps: fc.array(fc.record<Step>({ clockMs, command }), { maxLength: 60, size: 'max' }),
});

export function planOf(wordCounts: number[], targetMs: number): Plan {
  const half = Math.ceil(wordCounts.length / 2);
  return planFor(
    [shown('situation', ...wordCounts.slice(0, half)), shown('action', ...wordCounts.slice(half))],
    targetMs,
  );
}

/** The action for a command, as the services make it; null if it doesn't change the session. */
export function actionFor({ session, plan, nowMs }: Run, given: Command): SessionAction | null {
  const atMs = cursorMs(session, nowMs);
  switch (given.type) {
    case 'sleptFor':
      return { type: 'sleep', atMs: nowMs - given.ms };
    case 'row':
      return moveTo(rowStep(plan, atMs, given.step));
    case 'section':
      return moveTo(sectionStep(plan, atMs, given.step));
    case 'reload':
      return moveTo(carryCursor(plan, planOf(given.rows, session.targetMs), atMs));
    case 'look':
      return null;
    case 'play':
    case 'pause':
    case 'reset':
    case 'addTime':
    case 'moveCursor':
    case 'hold':
    case 'setMode':
    case 'setSpeed':
      return given;
  }
}

function moveTo(toMs: number | null): SessionAction | null {
  return toMs === null ? null : { type: 'moveCursor', cursorMs: toMs };
}

/** Runs a command, and checks that it doesn't modify the session it was given. */
export function carryOut(run: Run, given: Command): Run {
  const action = actionFor(run, given);
  const frozen = Object.freeze({ ...run.session });
  const session = action === null ? run.session : reduceSession(frozen, action, run.nowMs);
  if (action !== null) {
    assert.deepEqual(frozen, run.session);
    assert.deepEqual(reduceSession(frozen, action, run.nowMs), session);
  }
  let { plan } = run;
  if (given.type === 'reload') plan = planOf(given.rows, session.targetMs);
  if (given.type === 'reset') plan = planOf([...plan.rows.keys()], given.targetMs);
  return { session, plan, nowMs: run.nowMs };
}
