import { elapsedMs, reduceSession } from '../prompter/session.ts';
import type { RehearsalRun } from './run.ts';

/** From this share of the target on, an answer in one piece was given, rather than begun and left. */
const givenFrom = 0.5;

/**
 * Whether a run that is ended now came to its end: it is in its last section. Where that is the only one, no mark
 * tells that it was reached by speaking, so that the time must.
 */
export function isAtItsEnd(run: RehearsalRun, nowMs: number): boolean {
  const { phase, clock, marksMs, sections, targetMs } = run;
  if (phase !== 'speaking' || marksMs.length < sections.length - 1) return false;
  return marksMs.length > 0 || elapsedMs(clock, nowMs) >= targetMs * givenFrom;
}

/** The run with its clock stopped by the person. */
export function paused(run: RehearsalRun, nowMs: number): RehearsalRun {
  return { ...run, clock: reduceSession(run.clock, { type: 'pause' }, nowMs) };
}

/** The run at its end; what it was before is kept for `undo`. */
export function ended(run: RehearsalRun, finished: boolean, nowMs: number): RehearsalRun {
  return { ...paused(run, nowMs), phase: 'ended', finished, peeking: false, endedAtMs: nowMs, beforeEnd: run };
}
