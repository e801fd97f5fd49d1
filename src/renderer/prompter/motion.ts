import type { SessionState } from '../../core/contract/contract.ts';
import { rowIndexAt } from '../../core/prompter/cursor.ts';
import { cursorMs, elapsedMs, heldMs, isRunning, type Session } from '../../core/prompter/session.ts';

/** The position of an animation over the plan, in plan milliseconds, and its rate; 0 while it rests. */
export interface Motion {
  atMs: number;
  rate: number;
}

/**
 * The cursor as the screen follows it: from row to row where the clock doesn’t move it or the person wants little motion,
 * else gliding.
 */
export function cursorMotion({ plan, session }: SessionState, nowMs: number, reduced: boolean): Motion {
  const atMs = cursorMs(session, nowMs);
  if (session.mode !== 'auto' || reduced) return { atMs: plan.rows[rowIndexAt(plan, atMs)]?.startMs ?? 0, rate: 0 };
  return { atMs, rate: rateOf(session, nowMs) };
}

/** How fast the cursor moves while it moves with the clock: not at all while it is held. */
function rateOf(session: Session, nowMs: number): number {
  return isRunning(session) && heldMs(session, nowMs) === 0 ? session.speed : 0;
}

/** How the outline moves: with the plan, or from stop to stop at `stepRate`; both rates are 0 while nothing moves. */
export interface RowsMotion extends Motion {
  stepRate: number;
}

/**
 * The cursor as the outline follows it. Where rows don't glide, a row that is too tall for the window still goes by at
 * its pace, line after line; in step mode it waits at its end.
 */
export function rowsMotion({ plan, session }: SessionState, nowMs: number, reduced: boolean): RowsMotion {
  const atMs = cursorMs(session, nowMs);
  const rate = rateOf(session, nowMs);
  if (session.mode === 'auto') return reduced ? { atMs, rate: 0, stepRate: rate } : { atMs, rate, stepRate: 0 };
  const lastMs = Math.max(atMs, (plan.rows[rowIndexAt(plan, atMs)]?.endMs ?? 0) - 1);
  const spokenMs = Math.max(0, elapsedMs(session, nowMs) - session.cursorAtElapsedMs) * session.speed;
  const lineMs = Math.min(atMs + spokenMs, lastMs);
  return { atMs: lineMs, rate: 0, stepRate: lineMs < lastMs ? rate : 0 };
}

/** The clock on the plan's scale. With reduced motion it moves when the figure does. */
export function clockMotion({ plan, session }: SessionState, nowMs: number, reduced: boolean): Motion {
  const atMs = Math.min(plan.targetMs, elapsedMs(session, nowMs));
  return { atMs, rate: isRunning(session) && !reduced ? 1 : 0 };
}

/** Less than this apart is the same place: under a tenth of a pixel at a usual scrolling speed. */
const toleranceMs = 8;

/**
 * Moves an animation to the motion's position and rate; true if that was a jump. One that already runs right is left
 * alone, since every change makes the browser hand it to the compositor again. `timelineMs` is the time of the
 * animation's own timeline.
 */
export function drive(animation: Animation, { atMs, rate }: Motion, timelineMs: number): boolean {
  const awayMs = Math.abs(Number(animation.currentTime ?? 0) - atMs);
  if (rate === 0) {
    if (animation.playState !== 'paused') animation.pause();
    // Exactly, so that a paused outline is in the same place in every view.
    if (awayMs > 0.01) animation.currentTime = atMs;
    return awayMs > toleranceMs;
  }
  const goes = animation.playState === 'running' || animation.playState === 'finished';
  if (goes && awayMs <= toleranceMs && animation.playbackRate === rate) return false;
  animation.playbackRate = rate;
  // By its start time: the current time would count from the last frame, which may be old.
  animation.startTime = timelineMs - atMs / rate;
  return awayMs > toleranceMs;
}
