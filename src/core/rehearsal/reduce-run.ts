import * as v from 'valibot';
import { elapsedMs, reduceSession } from '../prompter/session.ts';
import { fadeLevels, hidesText, type FadeLevel } from './fade.ts';
import { ratings, type Rating } from './rating.ts';
import { runAt, spokenFrom, type RehearsalRun } from './run.ts';
import { shortestRunMs } from './run-times.ts';

export type RunAction =
  /** Ends the think time. */
  | { type: 'begin' }
  /** Leaves the present section; from the last one, ends the run. While thinking: begins. */
  | { type: 'nextSection' }
  /** Takes the last mark back, also one that ended the run, as if it had never been made. */
  | { type: 'undo' }
  | { type: 'pause' }
  | { type: 'resume' }
  /** The machine slept since `atMs`. */
  | { type: 'sleep'; atMs: number }
  /** Stands on another row of the present section; another section is reached by marks alone. */
  | { type: 'moveCursor'; cursorMs: number }
  | { type: 'peekDown' }
  | { type: 'peekUp' }
  | { type: 'setLevel'; level: FadeLevel }
  /** The person ends it: finished if it came to its end (see `isAtItsEnd`), else half-way. */
  | { type: 'end' }
  /** It is over because something else began or the program closes: never finished, since nobody said so. */
  | { type: 'leave' }
  /** All was said, whether each section was marked or not. */
  | { type: 'finish' }
  | { type: 'setMissed'; itemId: string; missed: boolean }
  | { type: 'rate'; rating: Rating | null };

/** What a person can do with a run, for calls: of `RunAction` all but what the program itself does. */
export const personAction = v.variant('type', [
  v.strictObject({
    type: v.picklist(['begin', 'nextSection', 'undo', 'pause', 'resume', 'peekDown', 'peekUp', 'end', 'finish']),
  }),
  v.strictObject({ type: v.literal('setLevel'), level: v.picklist(fadeLevels) }),
  v.strictObject({
    type: v.literal('setMissed'),
    itemId: v.pipe(v.string(), v.maxLength(1000)),
    missed: v.boolean(),
  }),
  v.strictObject({ type: v.literal('rate'), rating: v.nullable(v.picklist(ratings)) }),
]);
export type PersonAction = v.InferOutput<typeof personAction>;

/** How long after the end `undo` still takes it back: as long as one keeps talking without noticing. */
export const undoEndWithinMs = 10_000;

/**
 * `(run, action, now) → run`. What doesn't apply (marking while paused, rating what goes on) changes nothing, nor does
 * a slip of the finger (see `isSlip`).
 */
export function reduceRun(run: RehearsalRun, action: RunAction, nowMs: number): RehearsalRun {
  if (action.type === 'sleep') return fallAsleep(run, Math.min(action.atMs, nowMs));
  const present = runAt(run, nowMs);
  const next = present.phase === 'ended' ? afterEnd(present, action, nowMs) : act(present, action, nowMs);
  return next === present ? present : { ...next, touchedAtMs: nowMs };
}

function act(run: RehearsalRun, action: Exclude<RunAction, { type: 'sleep' }>, nowMs: number): RehearsalRun {
  const moving = run.clock.status === 'running';
  switch (action.type) {
    case 'begin':
      return run.phase === 'thinking' ? spokenFrom(run, nowMs) : run;
    case 'nextSection':
      if (run.phase === 'thinking') return spokenFrom(run, nowMs);
      return moving && !isSlip(run, 'nextSection', nowMs) ? leaveSection(run, nowMs) : run;
    case 'undo':
      return run.marksMs.length > 0 ? atMark(run, run.marksMs.slice(0, -1), nowMs) : run;
    case 'pause':
      return moving && !isSlip(run, 'pause', nowMs) ? paused(run, nowMs) : run;
    case 'resume':
      return moving ? run : { ...run, away: false, clock: reduceSession(run.clock, { type: 'play' }, nowMs) };
    case 'moveCursor':
      return run.phase === 'speaking' ? onRow(run, action.cursorMs, nowMs) : run;
    case 'peekDown':
      return canPeek(run) ? { ...run, peeking: true, peeks: run.peeks + 1 } : run;
    case 'peekUp':
      return run.peeking ? { ...run, peeking: false } : run;
    case 'setLevel':
      return run.level === action.level ? run : atLevel(run, action.level, nowMs);
    case 'end':
      return ended(run, isAtItsEnd(run, nowMs), nowMs);
    case 'leave':
      return ended(run, false, nowMs);
    case 'finish':
      return isSlip(run, 'finish', nowMs) ? run : ended(run, run.phase === 'speaking', nowMs);
    case 'setMissed':
    case 'rate':
      return run;
  }
}

/** On the result sheet. */
function afterEnd(run: RehearsalRun, action: RunAction, nowMs: number): RehearsalRun {
  if (action.type === 'setMissed') {
    const others = run.missed.filter((id) => id !== action.itemId);
    return { ...run, missed: action.missed ? [...others, action.itemId] : others };
  }
  if (action.type === 'rate') return { ...run, rating: action.rating };
  if (action.type !== 'undo' || run.beforeEnd === null || run.endedAtMs === null) return run;
  // Later than that somebody is reading the sheet, and the time in between wasn't spoken.
  return nowMs - run.endedAtMs <= undoEndWithinMs ? run.beforeEnd : run;
}

/** The time asleep doesn't count, nor does any that passed before somebody noticed; what was marked in it stays. */
function fallAsleep(run: RehearsalRun, atMs: number): RehearsalRun {
  const then = runAt(run, atMs);
  if (then.phase === 'ended' || then.clock.status !== 'running') return then;
  const clock = reduceSession(then.clock, { type: 'sleep', atMs }, atMs);
  return { ...then, clock: { ...clock, elapsedBeforeMs: Math.max(clock.elapsedBeforeMs, then.marksMs.at(-1) ?? 0) } };
}

/** While thinking there is no line to look at yet. */
function canPeek({ phase, peeking, level }: RehearsalRun): boolean {
  return phase === 'speaking' && !peeking && hidesText(level);
}

function leaveSection(run: RehearsalRun, nowMs: number): RehearsalRun {
  const marksMs = [...run.marksMs, Math.max(elapsedMs(run.clock, nowMs), run.marksMs.at(-1) ?? 0)];
  if (marksMs.length < run.sections.length) return atMark(run, marksMs, nowMs);
  return { ...ended(run, true, nowMs), marksMs };
}

/** With the cursor on the present section, so that a prompter that shows this run follows. */
function atMark(run: RehearsalRun, marksMs: number[], nowMs: number): RehearsalRun {
  const cursorMs = run.sections[marksMs.length]?.startMs ?? 0;
  return { ...run, marksMs, clock: reduceSession(run.clock, { type: 'moveCursor', cursorMs }, nowMs) };
}

/** What lies outside of the present section is no place to be. */
function onRow(run: RehearsalRun, cursorMs: number, nowMs: number): RehearsalRun {
  const section = run.sections[run.marksMs.length];
  const isInside = section !== undefined && cursorMs >= section.startMs && cursorMs < section.endMs;
  return isInside ? { ...run, clock: reduceSession(run.clock, { type: 'moveCursor', cursorMs }, nowMs) } : run;
}

function atLevel(run: RehearsalRun, level: FadeLevel, nowMs: number): RehearsalRun {
  if (run.phase === 'thinking') return { ...run, level };
  const atMs = Math.round(elapsedMs(run.clock, nowMs));
  return { ...run, level, levelChanges: [...run.levelChanges, { atMs, level }] };
}

/** From this share of the target on, an answer in one piece was given, rather than begun and left. */
const givenFrom = 0.5;

/**
 * Whether a run that is ended now came to its end: it is in its last section. Where that is the only one, no mark
 * tells that it was reached by speaking, so that the time must.
 */
function isAtItsEnd(run: RehearsalRun, nowMs: number): boolean {
  const { phase, clock, marksMs, sections, targetMs } = run;
  if (phase !== 'speaking' || marksMs.length < sections.length - 1) return false;
  return marksMs.length > 0 || elapsedMs(clock, nowMs) >= targetMs * givenFrom;
}

/** The run with its clock stopped by the person. */
function paused(run: RehearsalRun, nowMs: number): RehearsalRun {
  return { ...run, clock: reduceSession(run.clock, { type: 'pause' }, nowMs) };
}

/** The run at its end; what it was before is kept for `undo`. */
function ended(run: RehearsalRun, finished: boolean, nowMs: number): RehearsalRun {
  return { ...paused(run, nowMs), phase: 'ended', finished, peeking: false, endedAtMs: nowMs, beforeEnd: run };
}

/**
 * A key pressed just as the think time runs out was meant to begin, and one pressed twice to begin once: so soon
 * after the first word nobody marks, pauses or is done.
 */
const beginningMs = 500;
/** Two marks closer than this are one press that came twice, as from two windows, or a key that bounced. */
const betweenMarksMs = 300;

/**
 * Whether what would move a run that speaks is a slip of the finger: right after the beginning or the last mark, or
 * the end of an answer in which nothing can have been said. Takes what `runAt` gives.
 */
function isSlip(run: RehearsalRun, type: 'nextSection' | 'pause' | 'finish', nowMs: number): boolean {
  // A clock that was set back doesn't tell how fast the fingers were.
  if (run.phase !== 'speaking' || nowMs < run.touchedAtMs) return false;
  const spokenMs = elapsedMs(run.clock, nowMs);
  if (spokenMs < beginningMs) return true;
  if (type === 'pause') return false;
  const isEnd = type === 'finish' || run.marksMs.length === run.sections.length - 1;
  if (isEnd && spokenMs < shortestRunMs) return true;
  const lastMarkMs = run.marksMs.at(-1) ?? -Infinity;
  return type === 'nextSection' && spokenMs - lastMarkMs < betweenMarksMs;
}
