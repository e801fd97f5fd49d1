import { elapsedMs } from '../prompter/session.ts';
import { shortestRunMs } from './run-times.ts';
import type { RehearsalRun } from './run.ts';

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
export function isSlip(run: RehearsalRun, type: 'nextSection' | 'pause' | 'finish', nowMs: number): boolean {
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
