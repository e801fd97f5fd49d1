import { elapsedMs, isRunning, newSession, reduceSession, type Session } from '../prompter/session.ts';
import type { Plan, PlanSection } from '../prompter/plan.ts';
import type { Heard } from '../voice/heard.ts';
import type { FadeLevel } from './fade.ts';
import type { Rating } from './rating.ts';

/**
 * One timed answer, as facts: nothing here ticks. First a think countdown, then the answer’s clock with a mark
 * where each section was left, then the end. `nowMs` is a monotonic clock in milliseconds, as in session.ts.
 */
export type RehearsalRun = OpenRun | EndedRun;

/** A run that hasn’t ended. */
export type OpenRun = ThinkingRun | SpeakingRun;

export interface ThinkingRun extends RunFacts {
  phase: 'thinking';
}

export interface SpeakingRun extends RunFacts {
  phase: 'speaking';
  /** The person is looking at the hidden text. */
  peeking: boolean;
}

export interface EndedRun extends RunFacts {
  phase: 'ended';
  /** Reached its end; false if the person stopped early. */
  finished: boolean;
  endedAtMs: number;
  /** For `undo`, in case ending it was a slip of the finger. */
  beforeEnd: OpenRun;
  /** Ids of outline items ticked as left out. */
  missed: string[];
  /** The person changed these ticks, so that what was heard changes them no more. */
  corrected: boolean;
  /** The person’s own; null until given. */
  rating: Rating | null;
}

interface RunFacts {
  /** When it was asked, which tells it from every other run of the program. */
  askedAtMs: number;
  /**
   * Counts the think time down while thinking, then the answer to its target; everything in session.ts,
   * countdown.ts and cursor.ts works on it. Its cursor is at the start of the current section, or on a later row of it.
   */
  clock: Session;
  targetMs: number;
  /** The plan’s sections that have time, in order; never empty. */
  sections: PlanSection[];
  /** The time spoken when each section was left, never decreasing; sections that weren’t left have none. */
  marksMs: number[];
  /** When a key last did something. */
  touchedAtMs: number;
  /** How much text was on screen when the answer began, and is now. */
  startLevel: FadeLevel;
  level: FadeLevel;
  /** Changes while speaking, by the time spoken. */
  levelChanges: { atMs: number; level: FadeLevel }[];
  /** How often the person looked at the hidden text. */
  peeks: number;
  /** What a page heard of the answer so far; null where none listens. */
  heard: Heard | null;
}

export interface StartRunOptions {
  plan: Plan;
  /** 0 skips the think time. */
  thinkMs: number;
  level: FadeLevel;
  /** Without think time, the clock waits for the first word, which a page listens for, or for a key. */
  waits?: boolean;
}

/** Nobody talks this long without a key, unless the target is even longer. */
export const awayAfterMs = 600_000;
const awayAfterTargets = 3;

/** A run that starts now, with the think time if there is any. The plan’s target must be positive. */
export function startRun({ plan, thinkMs, level, waits = false }: StartRunOptions, nowMs: number): OpenRun {
  const { targetMs } = plan;
  const thinking: ThinkingRun = {
    phase: 'thinking',
    clock: thinkMs > 0 ? startedClock(thinkMs, nowMs) : newSession(targetMs, 'step', 1),
    askedAtMs: nowMs,
    targetMs,
    sections: sectionsOf(plan),
    marksMs: [],
    touchedAtMs: nowMs,
    startLevel: level,
    level,
    levelChanges: [],
    peeks: 0,
    heard: null,
  };
  return thinkMs > 0 || waits ? thinking : speakFrom(thinking, nowMs);
}

/** Whether the clock counts think time down, or waits for the first word with the answer’s own time. */
function isCountingThinkTime({ phase, clock }: OpenRun): boolean {
  return phase === 'thinking' && clock.status.kind !== 'idle';
}

/** Whether the answer’s clock waits for the first word. */
export function isWaiting(run: OpenRun): boolean {
  return run.phase === 'thinking' && !isCountingThinkTime(run);
}

function sectionsOf({ sections, targetMs }: Plan): PlanSection[] {
  const timed = sections.filter((section) => section.endMs > section.startMs);
  return timed.length > 0 ? timed : [{ kind: 'other', label: '', startMs: 0, endMs: targetMs }];
}

/** The run on the plan of another story, its clock as it is; itself once a section was left. */
export function onOtherPlan<Run extends OpenRun>(run: Run, plan: Plan): Run {
  if (run.marksMs.length > 0) return run;
  const { targetMs } = plan;
  const clock = isCountingThinkTime(run) ? run.clock : { ...run.clock, targetMs, cursorMs: 0 };
  return { ...run, clock, targetMs, sections: sectionsOf(plan) };
}

/**
 * The run as it is at `nowMs`: after the think time the answer begins, and when nobody is there the clock pauses. Take
 * all figures from what this returns.
 */
export function runAt(run: OpenRun, nowMs: number): OpenRun;
export function runAt(run: RehearsalRun, nowMs: number): RehearsalRun;
export function runAt(run: RehearsalRun, nowMs: number): RehearsalRun {
  if (run.phase === 'ended' || !isRunning(run.clock)) return run;
  if (run.phase === 'thinking') {
    const overMs = elapsedMs(run.clock, nowMs) - run.clock.targetMs;
    return overMs < 0 ? run : runAt(speakFrom(run, nowMs - overMs), nowMs);
  }
  const atMs = awayAtMs(run);
  return nowMs <= atMs ? run : { ...run, clock: reduceSession(run.clock, { type: 'away', atMs }, nowMs) };
}

/** Until `runAt` changes the run, in whole milliseconds above zero; null if it never does. */
export function nextTurnInMs(run: OpenRun, nowMs: number): number | null {
  if (!isRunning(run.clock)) return null;
  const leftMs =
    run.phase === 'thinking' ? run.clock.targetMs - elapsedMs(run.clock, nowMs) : awayAtMs(run) - nowMs + 1;
  return Math.max(1, Math.ceil(leftMs));
}

function awayAtMs({ touchedAtMs, targetMs }: RehearsalRun): number {
  return touchedAtMs + Math.max(awayAfterMs, awayAfterTargets * targetMs);
}

/** The answer, its clock started at `atMs`. */
export function speakFrom(run: ThinkingRun, atMs: number): SpeakingRun {
  const clock = startedClock(run.targetMs, atMs);
  return { ...run, phase: 'speaking', peeking: false, clock, touchedAtMs: atMs, startLevel: run.level };
}

function startedClock(targetMs: number, nowMs: number): Session {
  return reduceSession(newSession(targetMs, 'step', 1), { type: 'play' }, nowMs);
}
