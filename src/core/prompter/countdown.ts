import { elapsedMs, timeLeftMs, type Session, isRunning } from './session.ts';

/** How urgent the time is; colours and symbols depend on it. */
export type Phase = 'calm' | 'soon' | 'last' | 'over';

export interface PhaseThresholds {
  soonMs: number;
  lastMs: number;
}

/**
 * A time this close to a boundary counts as past it. Sums of fractional clock readings are off by some 1e-11 ms;
 * without this, the clock could still show the old figure at the boundary. No timer is exact to 1 µs anyway.
 */
const epsilonMs = 0.001;

/** The phase with `leftMs` to go; `over` from zero on. It changes at the same moment as the figure. */
export function phaseOf(leftMs: number, thresholds: PhaseThresholds): Phase {
  const left = leftMs - epsilonMs;
  if (left <= 0) return 'over';
  if (left <= thresholds.lastMs) return 'last';
  if (left <= thresholds.soonMs) return 'soon';
  return 'calm';
}

/**
 * The figure on screen: `1:42` down to `0:00` for one second, then `+0:01` and up. Rounded up to whole seconds, so a
 * countdown of two minutes begins with `2:00` and every figure lasts a second.
 */
export function formatTimeLeft(leftMs: number): string {
  const seconds = Math.ceil((leftMs - epsilonMs) / 1000);
  return seconds < 0 ? `+${formatSeconds(-seconds)}` : formatSeconds(seconds);
}

/** Milliseconds as `m:ss`, or `h:mm:ss` from an hour on, rounded down to whole seconds. */
export function formatDuration(ms: number): string {
  return formatSeconds(Math.floor((Math.max(0, ms) + epsilonMs) / 1000));
}

function formatSeconds(seconds: number): string {
  const whole = Math.abs(seconds); // also turns -0 into 0
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** What the clock shows at `nowMs`: the time left, or with `countUp` the running time. */
export function clockFigure(session: Session, nowMs: number, countUp: boolean): string {
  return countUp ? formatDuration(elapsedMs(session, nowMs)) : formatTimeLeft(timeLeftMs(session, nowMs));
}

/**
 * Milliseconds until `clockFigure` changes, 1 to 1000; null unless the session is running. Rounded up to whole ones:
 * timers drop fractions, so they would fire just before the boundary and then spin on the tiny rest. A timer may still
 * fire early and find the old figure, so call this again after each one.
 */
export function nextFigureInMs(session: Session, nowMs: number, countUp: boolean): number | null {
  if (!isRunning(session)) return null;
  if (countUp) return Math.ceil(1000 - ((elapsedMs(session, nowMs) + epsilonMs) % 1000));
  const leftMs = timeLeftMs(session, nowMs) - epsilonMs;
  return Math.ceil(leftMs - (Math.ceil(leftMs / 1000) - 1) * 1000);
}
