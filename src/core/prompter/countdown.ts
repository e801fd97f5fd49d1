import { elapsedMs, timeLeftMs, type Session, isRunning } from './session.ts';

/** How pressing the time is: colours and signs go by it. */
export type Phase = 'calm' | 'soon' | 'last' | 'over';

export interface PhaseThresholds {
  soonMs: number;
  lastMs: number;
}

/**
 * A time within this of a boundary is past it. Sums of fractional clock readings are off by some 1e-11 ms, so
 * that without it a boundary's own moment could still show the figure before. No timer keeps time to 1 µs anyway.
 */
const crumbMs = 0.001;

/** The phase with `leftMs` to go; `over` from zero on. It changes together with the figure. */
export function phaseOf(leftMs: number, thresholds: PhaseThresholds): Phase {
  const left = leftMs - crumbMs;
  if (left <= 0) return 'over';
  if (left <= thresholds.lastMs) return 'last';
  if (left <= thresholds.soonMs) return 'soon';
  return 'calm';
}

/**
 * The figure on screen: `1:42`, then `0:00` for one second, then `+0:01` and up. A second is shown until
 * it is wholly used, so that a countdown of two minutes begins with `2:00` and every figure lasts a second.
 */
export function formatTimeLeft(leftMs: number): string {
  const seconds = Math.ceil((leftMs - crumbMs) / 1000);
  return seconds < 0 ? `+${formatSeconds(-seconds)}` : formatSeconds(seconds);
}

/** Whole seconds as `m:ss`, or `h:mm:ss` from an hour on. Takes milliseconds, drops what is begun. */
export function formatDuration(ms: number): string {
  return formatSeconds(Math.floor((Math.max(0, ms) + crumbMs) / 1000));
}

function formatSeconds(seconds: number): string {
  const whole = Math.abs(seconds); // also turns -0 into 0
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** What the clock shows at `nowMs`: the time left, or with `countUp` the time run. */
export function clockFigure(session: Session, nowMs: number, countUp: boolean): string {
  return countUp ? formatDuration(elapsedMs(session, nowMs)) : formatTimeLeft(timeLeftMs(session, nowMs));
}

/**
 * Milliseconds until `clockFigure` changes, 1 to 1000; null while it stands still. Whole and rounded up: timers
 * drop fractions, so a fraction would wake before the boundary, and the rest of it, near zero, would spin. A
 * timer that fires early all the same finds the old figure: ask again after each wake, whatever it showed.
 */
export function nextFigureInMs(session: Session, nowMs: number, countUp: boolean): number | null {
  if (!isRunning(session)) return null;
  if (countUp) return Math.ceil(1000 - ((elapsedMs(session, nowMs) + crumbMs) % 1000));
  const leftMs = timeLeftMs(session, nowMs) - crumbMs;
  return Math.ceil(leftMs - (Math.ceil(leftMs / 1000) - 1) * 1000);
}
