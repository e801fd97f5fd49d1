import { useContext, useEffect, useReducer } from 'react';
import type { SessionState } from '../../core/contract/contract.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { momentOf, type Moment } from './frame.ts';
import { programNowMs } from './store.ts';
import { useProgram, WindowContext } from './program-context.ts';

/** Now on the services' clock, whenever it is called. */
export function useProgramNow(): () => number {
  const { store, nowMs } = useProgram();
  return () => programNowMs(store.getState(), nowMs());
}

/** What the prompter shows that changes with time. */
export function useMoment(shown: SessionState, settings: Settings): Moment {
  return useTimed((nowMs) => momentOf(shown, settings, nowMs));
}

/**
 * What changes with time, drawn anew exactly when it looks different: the next change is known from the
 * facts, so one timer waits for it. A window that was hidden catches up when it is seen again. `at` gets the
 * services' clock.
 */
export function useTimed<Shown extends { nextChangeInMs: number | null }>(at: (nowMs: number) => Shown): Shown {
  const win = useContext(WindowContext);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const moment = at(useProgramNow()());
  useEffect(() => {
    const { nextChangeInMs } = moment;
    if (nextChangeInMs === null) return undefined;
    // Timers count whole milliseconds; one too early would draw the old figure again.
    const timer = win.setTimeout(drawAgain, Math.ceil(nextChangeInMs));
    return () => win.clearTimeout(timer);
  }, [win, moment]);
  useEffect(() => {
    win.document.addEventListener('visibilitychange', drawAgain);
    return () => win.document.removeEventListener('visibilitychange', drawAgain);
  }, [win]);
  return moment;
}
