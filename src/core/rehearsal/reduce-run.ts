import * as v from 'valibot';
import { elapsedMs, isRunning, reduceSession, type SessionAction } from '../prompter/session.ts';
import { fadeLevels, hidesText, type FadeLevel } from './fade.ts';
import { ratings, type Rating } from './rating.ts';
import {
  isWaiting,
  runAt,
  speakFrom,
  type EndedRun,
  type OpenRun,
  type RehearsalRun,
  type SpeakingRun,
  type ThinkingRun,
} from './run.ts';
import { undoEndWithinMs } from './undo-end.ts';
import { shortestRunMs } from './run-times.ts';
import { heard, type Heard } from '../voice/heard.ts';

export type RunAction =
  /** Ends the think time. */
  | { type: 'begin' }
  /** Leaves the present section; from the last one, ends the run. While thinking: begins. */
  | { type: 'nextSection' }
  /** Takes back the last mark, including one that ended the run, as if it had never been made. */
  | { type: 'undo' }
  | { type: 'pause' }
  | { type: 'resume' }
  /** The machine has slept since `atMs`. */
  | { type: 'sleep'; atMs: number }
  /** Moves to another row of the current section; only marks lead to another section. */
  | { type: 'moveCursor'; cursorMs: number }
  /** The person’s voice has reached this place: leaves the sections before it. Never goes back, and never ends the run. */
  | { type: 'reach'; cursorMs: number }
  /** What was heard so far of the run that was asked then; after its end, all of it. */
  | { type: 'heard'; askedAtMs: number; heard: Heard }
  | { type: 'peekDown' }
  | { type: 'peekUp' }
  | { type: 'setLevel'; level: FadeLevel }
  /** Stops it here, early: the person does, or something else begins, or the program quits. */
  | { type: 'end' }
  /** The answer is complete, whether each section was marked or not. */
  | { type: 'finish' }
  /** The same after a long silence, which isn’t part of the answer. */
  | { type: 'finishInSilence'; silentMs: number }
  | { type: 'setMissed'; itemId: string; missed: boolean }
  | { type: 'rate'; rating: Rating | null };

const ms = v.pipe(v.number(), v.finite(), v.minValue(0));

/** What a person can do with a run, and what a page hears of it, for calls: `RunAction` without what only the program does. */
export const personAction = v.variant('type', [
  v.strictObject({
    type: v.picklist(['begin', 'nextSection', 'undo', 'pause', 'resume', 'peekDown', 'peekUp', 'end', 'finish']),
  }),
  v.strictObject({ type: v.literal('reach'), cursorMs: ms }),
  v.strictObject({ type: v.literal('heard'), askedAtMs: v.pipe(v.number(), v.finite()), heard }),
  v.strictObject({ type: v.literal('finishInSilence'), silentMs: ms }),
  v.strictObject({ type: v.literal('setLevel'), level: v.picklist(fadeLevels) }),
  v.strictObject({
    type: v.literal('setMissed'),
    itemId: v.pipe(v.string(), v.maxLength(1000)),
    missed: v.boolean(),
  }),
  v.strictObject({ type: v.literal('rate'), rating: v.nullable(v.picklist(ratings)) }),
]);
export type PersonAction = v.InferOutput<typeof personAction>;

/**
 * `(run, action, now) → run`. What doesn’t apply (marking while paused, rating before the end) changes nothing, nor does
 * a slip of the finger (see `isSlip`).
 */
export function reduceRun(run: RehearsalRun, action: RunAction, nowMs: number): RehearsalRun {
  if (action.type === 'sleep') return run.phase === 'ended' ? run : fallAsleep(run, Math.min(action.atMs, nowMs));
  const present = runAt(run, nowMs);
  // Not by a key, so nobody touched the run.
  if (action.type === 'heard') return hear(present, action);
  const next = act(present, action, nowMs);
  return next === present ? present : { ...next, touchedAtMs: nowMs };
}

type KeyAction = Exclude<RunAction, { type: 'sleep' | 'heard' }>;

/** Before the answer begins there’s nothing to keep. */
function hear(run: RehearsalRun, action: Extract<RunAction, { type: 'heard' }>): RehearsalRun {
  return run.phase === 'thinking' || run.askedAtMs !== action.askedAtMs ? run : { ...run, heard: action.heard };
}

function act(run: RehearsalRun, action: KeyAction, nowMs: number): RehearsalRun {
  switch (run.phase) {
    case 'thinking':
      return whileThinking(run, action, nowMs);
    case 'speaking':
      return whileSpeaking(run, action, nowMs);
    case 'ended':
      return afterEnd(run, action, nowMs);
  }
}

function whileThinking(run: ThinkingRun, action: KeyAction, nowMs: number): RehearsalRun {
  switch (action.type) {
    case 'begin':
    case 'nextSection':
      return speakFrom(run, nowMs);
    case 'pause':
      return withClock(run, { type: 'pause' }, nowMs);
    case 'resume':
      return isWaiting(run) ? run : withClock(run, { type: 'play' }, nowMs);
    case 'setLevel':
      return run.level === action.level ? run : { ...run, level: action.level };
    case 'end':
    case 'finish':
      return ended(run, false, nowMs);
    default:
      return run;
  }
}

function whileSpeaking(run: SpeakingRun, action: KeyAction, nowMs: number): RehearsalRun {
  switch (action.type) {
    case 'nextSection':
      return isRunning(run.clock) && !isSlip(run, 'nextSection', nowMs) ? leaveSection(run, nowMs) : run;
    case 'undo':
      return run.marksMs.length > 0 ? atMark(run, run.marksMs.slice(0, -1), nowMs) : run;
    case 'pause':
      return isSlip(run, 'pause', nowMs) ? run : withClock(run, { type: 'pause' }, nowMs);
    case 'resume':
      return withClock(run, { type: 'play' }, nowMs);
    case 'moveCursor':
      return onRow(run, action.cursorMs, nowMs);
    case 'reach':
      return isRunning(run.clock) ? reached(run, action.cursorMs, nowMs) : run;
    case 'peekDown':
      return run.peeking || !hidesText(run.level) ? run : { ...run, peeking: true, peeks: run.peeks + 1 };
    case 'peekUp':
      return run.peeking ? { ...run, peeking: false } : run;
    case 'setLevel':
      return run.level === action.level ? run : atLevel(run, action.level, nowMs);
    case 'end':
      return ended(run, false, nowMs);
    case 'finish':
      return isSlip(run, 'finish', nowMs) ? run : ended(run, true, nowMs);
    case 'finishInSilence':
      return isSlip(run, 'finish', nowMs) ? run : endedInSilence(run, action.silentMs, nowMs);
    default:
      return run;
  }
}

/** On the result sheet. */
function afterEnd(run: EndedRun, action: KeyAction, nowMs: number): RehearsalRun {
  switch (action.type) {
    case 'setMissed': {
      const others = run.missed.filter((id) => id !== action.itemId);
      return { ...run, missed: action.missed ? [...others, action.itemId] : others, corrected: true };
    }
    case 'rate':
      return { ...run, rating: action.rating };
    case 'undo':
      // Later, somebody is reading the sheet, and the time in between wasn’t spoken.
      return nowMs - run.endedAtMs <= undoEndWithinMs ? run.beforeEnd : run;
    default:
      return run;
  }
}

/** The time asleep doesn’t count, nor does any before the program noticed; marks made in it stay. */
function fallAsleep(run: OpenRun, atMs: number): OpenRun {
  const then = runAt(run, atMs);
  if (!isRunning(then.clock)) return then;
  const clock = reduceSession(then.clock, { type: 'sleep', atMs }, atMs);
  return { ...then, clock: { ...clock, elapsedBeforeMs: Math.max(clock.elapsedBeforeMs, then.marksMs.at(-1) ?? 0) } };
}

/** Itself where the action doesn’t change its clock. */
function withClock<Run extends OpenRun>(run: Run, action: SessionAction, nowMs: number): Run {
  const clock = reduceSession(run.clock, action, nowMs);
  return clock === run.clock ? run : { ...run, clock };
}

/** With a mark for each section before the place. */
function reached(run: SpeakingRun, cursorMs: number, nowMs: number): SpeakingRun {
  const section = run.sections.findLastIndex(({ startMs }) => startMs <= cursorMs);
  if (section <= run.marksMs.length) return onRow(run, cursorMs, nowMs);
  const markMs = Math.max(elapsedMs(run.clock, nowMs), run.marksMs.at(-1) ?? 0);
  const left = Array.from({ length: section - run.marksMs.length }, () => markMs);
  return onRow(atMark(run, [...run.marksMs, ...left], nowMs), cursorMs, nowMs);
}

function leaveSection(run: SpeakingRun, nowMs: number): RehearsalRun {
  const marksMs = [...run.marksMs, Math.max(elapsedMs(run.clock, nowMs), run.marksMs.at(-1) ?? 0)];
  if (marksMs.length < run.sections.length) return atMark(run, marksMs, nowMs);
  return { ...ended(run, true, nowMs), marksMs };
}

/** With the cursor at the start of the current section, so that a prompter that shows this run follows. */
function atMark(run: SpeakingRun, marksMs: number[], nowMs: number): SpeakingRun {
  const cursorMs = run.sections[marksMs.length]?.startMs ?? 0;
  return withClock({ ...run, marksMs }, { type: 'moveCursor', cursorMs }, nowMs);
}

/** The cursor stays inside the current section. */
function onRow(run: SpeakingRun, cursorMs: number, nowMs: number): SpeakingRun {
  const section = run.sections[run.marksMs.length];
  const isInside = section !== undefined && cursorMs >= section.startMs && cursorMs < section.endMs;
  return isInside ? withClock(run, { type: 'moveCursor', cursorMs }, nowMs) : run;
}

function atLevel(run: SpeakingRun, level: FadeLevel, nowMs: number): SpeakingRun {
  const atMs = Math.round(elapsedMs(run.clock, nowMs));
  return { ...run, level, levelChanges: [...run.levelChanges, { atMs, level }] };
}

function ended(run: OpenRun, finished: boolean, nowMs: number): EndedRun {
  const { askedAtMs, clock, targetMs, sections, marksMs, touchedAtMs } = run;
  const { startLevel, level, levelChanges, peeks, heard: heardSoFar } = run;
  return {
    phase: 'ended',
    askedAtMs,
    clock: reduceSession(clock, { type: 'pause' }, nowMs),
    targetMs,
    sections,
    marksMs,
    touchedAtMs,
    startLevel,
    level,
    levelChanges,
    peeks,
    heard: heardSoFar,
    finished,
    endedAtMs: nowMs,
    beforeEnd: run,
    missed: [],
    corrected: false,
    rating: null,
  };
}

/** The silence doesn’t count, but a mark made in it does. `undo` brings the answer back with all of its time. */
function endedInSilence(run: SpeakingRun, silentMs: number, nowMs: number): EndedRun {
  const end = ended(run, true, nowMs);
  if (!isRunning(run.clock)) return end;
  const spokenMs = Math.max(end.clock.elapsedBeforeMs - silentMs, run.marksMs.at(-1) ?? 0);
  return { ...end, clock: { ...end.clock, elapsedBeforeMs: spokenMs } };
}

/**
 * A key pressed just as the think time runs out was meant to end it, and so was one pressed twice: nobody marks, pauses
 * or finishes so soon after the first word.
 */
const beginningMs = 500;
/** Two marks closer than this are one press that came twice: from two windows, or from a key that bounced. */
const betweenMarksMs = 300;

/**
 * Whether a key while speaking is a slip of the finger: right after the beginning or the last mark, or ending an answer
 * too short to hold a word. Takes what `runAt` returns.
 */
function isSlip(run: SpeakingRun, type: 'nextSection' | 'pause' | 'finish', nowMs: number): boolean {
  // A clock that was set back doesn’t show how fast the fingers were.
  if (nowMs < run.touchedAtMs) return false;
  const spokenMs = elapsedMs(run.clock, nowMs);
  if (spokenMs < beginningMs) return true;
  if (type === 'pause') return false;
  const isEnd = type === 'finish' || run.marksMs.length === run.sections.length - 1;
  if (isEnd && spokenMs < shortestRunMs) return true;
  const lastMarkMs = run.marksMs.at(-1) ?? -Infinity;
  return type === 'nextSection' && spokenMs - lastMarkMs < betweenMarksMs;
}
