import { elapsedMs, newSession, reduceSession, type Session } from '../prompter/session.ts';
import type { Plan, PlanSection } from '../prompter/plan.ts';
import type { FadeLevel } from './fade.ts';
import type { Rating } from './rating.ts';

/**
 * One timed answer, as facts: nothing here ticks. A think countdown, then the clock of the answer with a mark
 * where each section was left, then the end. `nowMs` is a monotonic clock in milliseconds, as in session.ts.
 */
export interface RehearsalRun {
  phase: 'thinking' | 'speaking' | 'ended';
  /**
   * Counts the think time down while thinking, else the answer to its target; everything of session.ts,
   * countdown.ts and cursor.ts works on it. Its cursor stands at the present section's start on the plan.
   */
  clock: Session;
  targetMs: number;
  /** The plan's sections that have time, in order; never empty. */
  sections: PlanSection[];
  /** The time spoken when each section was left: as many as were left, none below the one before. */
  marksMs: number[];
  /** The clock stands since nothing was pressed for so long that nobody can be there. */
  away: boolean;
  /** When something was last pressed. */
  touchedAtMs: number;
  /** How much text there was when the speaking began, and is now. */
  startLevel: FadeLevel;
  level: FadeLevel;
  /** Changes while speaking, by the time spoken. */
  levelChanges: { atMs: number; level: FadeLevel }[];
  /** How often the hidden text was looked at. */
  peeks: number;
  /** It is being looked at. */
  peeking: boolean;
  /** Came to its end, rather than being left half-way. */
  finished: boolean;
  endedAtMs: number | null;
  /** The run before it ended, in case that was a slip of the finger; null unless ended. */
  beforeEnd: RehearsalRun | null;
  /** Ids of outline items ticked as left out. */
  missed: string[];
  /** The person's own; null until given. */
  rating: Rating | null;
}

export interface RunOptions {
  plan: Plan;
  /** 0 begins with speaking. */
  thinkMs: number;
  level: FadeLevel;
}

/** Nobody keeps talking this long without a key, unless the target says so. */
const awayAfterMs = 600_000;
const awayAfterTargets = 3;

/** A run that starts now, with thinking where there is time for it. The plan's target must be positive. */
export function startRun({ plan, thinkMs, level }: RunOptions, nowMs: number): RehearsalRun {
  const { targetMs } = plan;
  const timed = plan.sections.filter((section) => section.endMs > section.startMs);
  const whole: PlanSection = { kind: 'other', label: '', startMs: 0, endMs: targetMs };
  return {
    phase: thinkMs > 0 ? 'thinking' : 'speaking',
    clock: startedClock(thinkMs > 0 ? thinkMs : targetMs, nowMs),
    targetMs,
    sections: timed.length > 0 ? timed : [whole],
    marksMs: [],
    away: false,
    touchedAtMs: nowMs,
    startLevel: level,
    level,
    levelChanges: [],
    peeks: 0,
    peeking: false,
    finished: false,
    endedAtMs: null,
    beforeEnd: null,
    missed: [],
    rating: null,
  };
}

/**
 * The run as it stands at `nowMs`: when the think time is over it speaks, and when nobody is there it is
 * paused. Ask for figures of what this gives.
 */
export function runAt(run: RehearsalRun, nowMs: number): RehearsalRun {
  if (run.clock.status !== 'running') return run;
  if (run.phase === 'thinking') {
    const overMs = elapsedMs(run.clock, nowMs) - run.clock.targetMs;
    return overMs < 0 ? run : runAt(spokenFrom(run, nowMs - overMs), nowMs);
  }
  const atMs = awayAtMs(run);
  if (nowMs <= atMs) return run;
  return { ...run, away: true, clock: reduceSession(run.clock, { type: 'sleep', atMs }, nowMs) };
}

/** How long until the run becomes another one by itself, in whole milliseconds above zero; null where it never does. */
export function nextTurnInMs(run: RehearsalRun, nowMs: number): number | null {
  if (run.clock.status !== 'running') return null;
  const leftMs =
    run.phase === 'thinking' ? run.clock.targetMs - elapsedMs(run.clock, nowMs) : awayAtMs(run) - nowMs + 1;
  return Math.max(1, Math.ceil(leftMs));
}

function awayAtMs({ touchedAtMs, targetMs }: RehearsalRun): number {
  return touchedAtMs + Math.max(awayAfterMs, awayAfterTargets * targetMs);
}

/** The run with its answer's clock started at `atMs`. */
export function spokenFrom(run: RehearsalRun, atMs: number): RehearsalRun {
  const clock = startedClock(run.targetMs, atMs);
  return { ...run, phase: 'speaking', clock, away: false, touchedAtMs: atMs, startLevel: run.level };
}

function startedClock(targetMs: number, nowMs: number): Session {
  return reduceSession(newSession(targetMs, 'step', 1), { type: 'play' }, nowMs);
}
