import { useContext, useEffect, useReducer } from 'react';
import type { SessionState } from '../../core/contract/contract.ts';
import { clockFigure, nextFigureInMs, phaseOf, type Phase } from '../../core/prompter/countdown.ts';
import { driftMs, rowIndexAt } from '../../core/prompter/cursor.ts';
import { cursorMs, elapsedMs, heldMs, timeLeftMs } from '../../core/prompter/session.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { useProgram, WindowContext } from './program-context.ts';
import { programNowMs } from './store.ts';

/** Now on the services' clock, whenever it is called. */
export function useProgramNow(): () => number {
  const { store, nowMs } = useProgram();
  return () => programNowMs(store.getState(), nowMs());
}

/** What changes with time on the prompter. */
export function usePrompterFrame(shown: SessionState, settings: Settings): PrompterFrame {
  return useTimed((nowMs) => prompterFrameAt(shown, settings, nowMs));
}

/**
 * What changes with time, rendered again exactly when it looks different: the next change is known, so one timer waits
 * for it. A hidden window catches up once it is visible again. `at` gets the services' clock.
 */
export function useTimed<Shown extends { nextChangeInMs: number | null }>(at: (nowMs: number) => Shown): Shown {
  const win = useContext(WindowContext);
  const [, render] = useReducer((count: number) => count + 1, 0);
  const frame = at(useProgramNow()());
  useEffect(() => {
    const { nextChangeInMs } = frame;
    if (nextChangeInMs === null) return undefined;
    // Timers count whole milliseconds; one that is early would render the old figure again.
    const timer = win.setTimeout(render, Math.ceil(nextChangeInMs));
    return () => win.clearTimeout(timer);
  }, [win, frame]);
  useEffect(() => {
    win.document.addEventListener('visibilitychange', render);
    return () => win.document.removeEventListener('visibilitychange', render);
  }, [win]);
  return frame;
}

/** Everything on the prompter that changes with time, at one time. */
export interface PrompterFrame {
  figure: string;
  phase: Phase;
  /** Cursor against clock, in milliseconds; above zero when ahead. */
  driftMs: number;
  /** Index of the row on the reading line; -1 where there are no rows. */
  rowIndex: number;
  cursorMs: number;
  elapsedMs: number;
  /** Until any of this looks different; null while nothing changes with time. */
  nextChangeInMs: number | null;
}

type ClockSettings = Pick<Settings, 'countUp' | 'soonMs' | 'lastMs'>;

/** `nowMs` is the services' clock. */
export function prompterFrameAt(
  { plan, session }: SessionState,
  settings: ClockSettings,
  nowMs: number,
): PrompterFrame {
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
    const holdMs = heldMs(session, nowMs);
    const rowInMs = nextRowMs === undefined ? Infinity : holdMs + (nextRowMs - atMs) / session.speed;
    return Math.min(figureInMs, ...[holdMs, rowInMs, ...phasesInMs].filter((inMs) => inMs > 0));
  }
}
