import { clamp } from '../values.ts';

/**
 * One run of a story against the clock, as plain facts: nothing here ticks. Every figure is computed from these facts
 * and the time passed in. `nowMs` is a monotonic clock in milliseconds; only differences matter.
 */

/** What moves the cursor: the clock, the person alone, or the person’s voice, which a page listens to. */
export type SessionMode = 'auto' | 'step' | 'voice';

/** Whether the clock runs, and why not. */
export type SessionStatus =
  | { kind: 'idle' }
  /** `sinceMs` is when the present stretch began. */
  | { kind: 'running'; sinceMs: number }
  /** By the person, since the machine slept, or since nobody was there any more. */
  | { kind: 'paused'; by: PauseCause };
type PauseCause = 'person' | 'sleep' | 'away';

export interface Session {
  status: SessionStatus;
  targetMs: number;
  /** Time added to the target; below zero if taken away. */
  addedMs: number;
  /** Running time before the current stretch. */
  elapsedBeforeMs: number;
  mode: SessionMode;
  /** How fast the cursor moves in auto mode, relative to the clock, 0.5–2. */
  speed: number;
  /** The cursor's place on the plan when it was last moved… */
  cursorMs: number;
  /** …and the elapsed time at that moment; while the cursor is held, the elapsed time when it goes on. */
  cursorAtElapsedMs: number;
}

export type SessionAction =
  | { type: 'play' }
  | { type: 'pause' }
  /** The machine slept, or nobody has been there, since `atMs`. */
  | { type: 'sleep' | 'away'; atMs: number }
  | { type: 'reset'; targetMs: number }
  | { type: 'addTime'; deltaMs: number }
  | { type: 'moveCursor'; cursorMs: number }
  /** In auto mode the cursor waits for so long while the clock goes on; 0 lets it go on at once. */
  | { type: 'hold'; forMs: number }
  | { type: 'setMode'; mode: SessionMode }
  | { type: 'setSpeed'; speed: number };

export const slowest = 0.5;
export const fastest = 2;

/** A session that hasn't started. `targetMs` must be above zero. */
export function newSession(targetMs: number, mode: SessionMode, speed: number): Session {
  return {
    status: { kind: 'idle' },
    targetMs,
    addedMs: 0,
    elapsedBeforeMs: 0,
    mode,
    speed: clamp(speed, slowest, fastest),
    cursorMs: 0,
    cursorAtElapsedMs: 0,
  };
}

export function isRunning({ status }: Pick<Session, 'status'>): boolean {
  return status.kind === 'running';
}

/** Whether the clock hasn’t started and nobody moved the cursor. */
export function isAtStart({ status, cursorMs: atMs }: Session): boolean {
  return status.kind === 'idle' && atMs === 0;
}

/** Running time so far. A clock set back to before the current stretch counts as one that hasn't moved since. */
export function elapsedMs({ status, elapsedBeforeMs }: Session, nowMs: number): number {
  return elapsedBeforeMs + (status.kind === 'running' ? Math.max(0, nowMs - status.sinceMs) : 0);
}

/** Time left, below zero in overtime. */
export function timeLeftMs(session: Session, nowMs: number): number {
  return session.targetMs + session.addedMs - elapsedMs(session, nowMs);
}

/** The cursor's place on the plan, 0 to `targetMs`. A clock set back never takes it to before where it was put. */
export function cursorMs(session: Session, nowMs: number): number {
  if (session.mode !== 'auto') return session.cursorMs;
  const sinceMovedMs = Math.max(0, elapsedMs(session, nowMs) - session.cursorAtElapsedMs);
  return clamp(session.cursorMs + sinceMovedMs * session.speed, 0, session.targetMs);
}

/** How much longer the cursor is held, in milliseconds of the running clock; 0 if it isn’t. */
export function heldMs(session: Session, nowMs: number): number {
  if (session.mode !== 'auto') return 0;
  return Math.max(0, session.cursorAtElapsedMs - elapsedMs(session, nowMs));
}

/** Applies an action. One that doesn't apply, such as pausing an idle session, changes nothing. */
export function reduceSession(session: Session, action: SessionAction, nowMs: number): Session {
  switch (action.type) {
    case 'play':
      return isRunning(session) ? session : { ...session, status: { kind: 'running', sinceMs: nowMs } };
    case 'pause':
      return stop(session, nowMs, 'person');
    case 'sleep':
    case 'away':
      // That time doesn’t count, nor does any that passed before the program noticed.
      return stop(session, Math.min(action.atMs, nowMs), action.type);
    case 'reset':
      return newSession(action.targetMs, session.mode, session.speed);
    case 'addTime':
      return addTime(session, action.deltaMs, nowMs);
    case 'moveCursor':
      return moveCursor(session, action.cursorMs, nowMs);
    case 'hold':
      return hold(session, action.forMs, nowMs);
    case 'setMode':
      return { ...moveCursor(session, cursorMs(session, nowMs), nowMs), mode: action.mode };
    case 'setSpeed':
      return {
        ...moveCursor(session, cursorMs(session, nowMs), nowMs),
        speed: clamp(action.speed, slowest, fastest),
      };
  }
}

function stop(session: Session, atMs: number, by: PauseCause): Session {
  if (!isRunning(session)) return session;
  const elapsedBeforeMs = elapsedMs(session, atMs);
  return {
    ...session,
    status: { kind: 'paused', by },
    elapsedBeforeMs,
    // A cursor moved between falling asleep and the notice of it continues from there at once.
    cursorAtElapsedMs: Math.min(session.cursorAtElapsedMs, elapsedBeforeMs),
  };
}

/**
 * Taking time stops at `0:00` and never leads into overtime. It takes whole milliseconds, rounded up, because a
 * fraction of a millisecond left over would show `0:01` on a paused clock.
 */
function addTime(session: Session, deltaMs: number, nowMs: number): Session {
  const leftMs = Math.ceil(timeLeftMs(session, nowMs));
  const takeable = deltaMs < 0 ? Math.max(deltaMs, Math.min(0, -leftMs)) : deltaMs;
  return takeable === 0 ? session : { ...session, addedMs: session.addedMs + takeable };
}

/** The hold ends with its time, so that a page that is gone can’t hold the cursor for good. */
function hold(session: Session, forMs: number, nowMs: number): Session {
  if (session.mode !== 'auto' || !isRunning(session)) return session;
  if (forMs === 0 && heldMs(session, nowMs) === 0) return session;
  const held = moveCursor(session, cursorMs(session, nowMs), nowMs);
  return { ...held, cursorAtElapsedMs: held.cursorAtElapsedMs + Math.max(0, forMs) };
}

function moveCursor(session: Session, toMs: number, nowMs: number): Session {
  return {
    ...session,
    cursorMs: clamp(toMs, 0, session.targetMs),
    cursorAtElapsedMs: elapsedMs(session, nowMs),
  };
}
