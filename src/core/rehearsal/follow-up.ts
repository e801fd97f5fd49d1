import { elapsedMs, isRunning, newSession, reduceSession, type Session } from '../prompter/session.ts';
import type { Story } from '../stories/model.ts';
import { questionsOf, type Ask } from './questions.ts';
import type { RunAction } from './reduce-run.ts';
import { awayAfterMs } from './run.ts';
import { shortestRunMs } from './run-times.ts';

/** The answer to a follow-up, as facts like a run: its clock only counts up, since it has no plan. */
export interface FollowUpRun {
  clock: Session;
  /** The person is looking at the prepared answer. */
  peeking: boolean;
  /** When a key last did something. */
  touchedAtMs: number;
}

/** A follow-up has no target, but a clock needs one: longer than anybody speaks. */
const noTargetMs = 3_600_000;

/** A follow-up that is asked now. `nowMs` is a monotonic clock in milliseconds, as in session.ts. */
export function startFollowUp(nowMs: number): FollowUpRun {
  const clock = reduceSession(newSession(noTargetMs, 'step', 1), { type: 'play' }, nowMs);
  return { clock, peeking: false, touchedAtMs: nowMs };
}

/** As it is at `nowMs`: when nobody is there, the clock pauses. Take all figures from what this returns. */
export function followUpAt(run: FollowUpRun, nowMs: number): FollowUpRun {
  const atMs = run.touchedAtMs + awayAfterMs;
  if (!isRunning(run.clock) || nowMs <= atMs) return run;
  return { ...run, clock: reduceSession(run.clock, { type: 'away', atMs }, nowMs) };
}

/** Until `followUpAt` changes it, in whole milliseconds above zero; null if it never does. */
export function followUpTurnInMs({ clock, touchedAtMs }: FollowUpRun, nowMs: number): number | null {
  return isRunning(clock) ? Math.max(1, Math.ceil(touchedAtMs + awayAfterMs - nowMs + 1)) : null;
}

/** Pauses, resumes, shows or hides the prepared answer; what doesn’t apply changes nothing. */
export function reduceFollowUp(before: FollowUpRun, action: RunAction, nowMs: number): FollowUpRun {
  if (action.type === 'sleep') {
    const atMs = Math.min(action.atMs, nowMs);
    const then = followUpAt(before, atMs);
    const clock = reduceSession(then.clock, { type: 'sleep', atMs }, atMs);
    return clock === before.clock ? before : { ...then, clock };
  }
  const run = followUpAt(before, nowMs);
  const next = act(run, action, nowMs);
  return next === run ? run : { ...next, touchedAtMs: nowMs };
}

function act(run: FollowUpRun, { type }: RunAction, nowMs: number): FollowUpRun {
  if (type === 'peekDown' || type === 'peekUp') {
    const peeking = type === 'peekDown';
    return run.peeking === peeking ? run : { ...run, peeking };
  }
  if (type !== 'pause' && type !== 'resume') return run;
  const clock = reduceSession(run.clock, { type: type === 'pause' ? 'pause' : 'play' }, nowMs);
  return clock === run.clock ? run : { ...run, clock };
}

/** The time spoken so far, in whole milliseconds; null if that is too short to have said anything. */
export function followUpSpokenMs(run: FollowUpRun, nowMs: number): number | null {
  const spokenMs = Math.round(elapsedMs(followUpAt(run, nowMs).clock, nowMs));
  return spokenMs < shortestRunMs ? null : spokenMs;
}

/** The answer prepared for a question’s follow-up; empty without one. */
export function preparedAnswer(story: Story, { question, followUp }: Pick<Ask, 'question' | 'followUp'>): string {
  const questions = questionsOf(story).toSorted(
    (one, other) => Number(other.text === question) - Number(one.text === question),
  );
  const asked = questions.flatMap(({ followUps }) => followUps);
  return asked.find((candidate) => candidate.question === followUp)?.answer ?? '';
}
