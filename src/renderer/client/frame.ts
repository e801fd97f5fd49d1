import type { SessionState } from '../../core/contract/contract.ts';
import { clockFigure, nextFigureInMs, phaseOf, type Phase } from '../../core/prompter/countdown.ts';
import { driftMs, rowIndexAt } from '../../core/prompter/cursor.ts';
import { cursorMs, elapsedMs, timeLeftMs } from '../../core/prompter/session.ts';
import type { Settings } from '../../core/settings/schema.ts';

/** All of the prompter that changes with time, at one moment. */
export interface Moment {
  figure: string;
  phase: Phase;
  /** Cursor against clock, in milliseconds; above zero when ahead. */
  driftMs: number;
  /** Index of the row on the reading line; -1 where there are no rows. */
  rowIndex: number;
  cursorMs: number;
  elapsedMs: number;
  /** Until any of this looks different; null while nothing changes by itself. */
  nextChangeInMs: number | null;
}

type ClockSettings = Pick<Settings, 'countUp' | 'soonMs' | 'lastMs'>;

/** `nowMs` is the services' clock. */
export function momentOf({ plan, session }: SessionState, settings: ClockSettings, nowMs: number): Moment {
  const atMs = cursorMs(session, nowMs);
  const rowIndex = rowIndexAt(plan, atMs);
  const leftMs = timeLeftMs(session, nowMs);
  return {
    figure: clockFigure(session, nowMs, settings.countUp),
    phase: phaseOf(leftMs, settings),
    driftMs: session.status.kind === 'idle' ? 0 : driftMs(session, plan, nowMs),
    rowIndex,
    cursorMs: atMs,
    elapsedMs: elapsedMs(session, nowMs),
    nextChangeInMs: nextChange(),
  };

  function nextChange(): number | null {
    const figureInMs = nextFigureInMs(session, nowMs, settings.countUp);
    if (figureInMs === null) return null;
    const phasesInMs = [settings.soonMs, settings.lastMs, 0].map((thresholdMs) => leftMs - thresholdMs);
    const nextRowMs = session.mode === 'auto' ? plan.rows[rowIndex + 1]?.startMs : undefined;
    const rowInMs = nextRowMs === undefined ? Infinity : (nextRowMs - atMs) / session.speed;
    return Math.min(figureInMs, ...[rowInMs, ...phasesInMs].filter((inMs) => inMs > 0));
  }
}
