import type { SessionState } from '../../core/contract/contract.ts';
import { rowIndexAt } from '../../core/prompter/cursor.ts';
import { cursorMs, elapsedMs, isRunning } from '../../core/prompter/session.ts';

/** Where an animation over the plan stands, in plan milliseconds, and how fast it goes on; 0 stands still. */
export interface Motion {
  atMs: number;
  rate: number;
}

/**
 * The cursor as things on screen follow it. Where it stays on its row (step mode), or where the person wants
 * little motion, they go from row to row; else they glide with it.
 */
export function cursorMotion({ plan, session }: SessionState, nowMs: number, reduced: boolean): Motion {
  const atMs = cursorMs(session, nowMs);
  if (session.mode === 'step' || reduced) return { atMs: plan.rows[rowIndexAt(plan, atMs)]?.startMs ?? 0, rate: 0 };
  return { atMs, rate: isRunning(session) ? session.speed : 0 };
}

/** The clock, on the plan's scale. With little motion wanted it moves when the figure does. */
export function clockMotion({ plan, session }: SessionState, nowMs: number, reduced: boolean): Motion {
  const atMs = Math.min(plan.targetMs, elapsedMs(session, nowMs));
  return { atMs, rate: isRunning(session) && !reduced ? 1 : 0 };
}

/** Less than this apart is the same place: it is under a tenth of a pixel at a usual scrolling speed. */
const toleranceMs = 8;

/**
 * Puts an animation where the motion says; true when that was somewhere else. What already goes as it
 * should is left alone, since every touch makes the browser hand it to the compositor again.
 * `timelineMs` is the time of the animation's own timeline.
 */
export function drive(animation: Animation, { atMs, rate }: Motion, timelineMs: number): boolean {
  const awayMs = Math.abs(Number(animation.currentTime ?? 0) - atMs);
  if (rate === 0) {
    if (animation.playState !== 'paused') animation.pause();
    // Exactly, so that a paused outline stands where every other view of it stands.
    if (awayMs > 0.01) animation.currentTime = atMs;
    return awayMs > toleranceMs;
  }
  const goes = animation.playState === 'running' || animation.playState === 'finished';
  if (goes && awayMs <= toleranceMs && animation.playbackRate === rate) return false;
  animation.playbackRate = rate;
  // By its start, not by its current time: that one would be taken from the last frame, which may be old.
  animation.startTime = timelineMs - atMs / rate;
  return awayMs > toleranceMs;
}
