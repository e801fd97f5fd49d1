import { useEffect } from 'react';
import type { ViewState } from '../client/store.ts';
import { useProgram } from '../client/program-context.ts';

/** What failed is over once the view is left, a rehearsal goes on, or another value is taken. */
export function useFailureEnd(): void {
  const { store } = useProgram();
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.failure !== null && now.failure === before.failure && hasGoneOn(now, before)) {
          store.setState({ failure: null });
        }
      }),
    [store],
  );
}

function hasGoneOn(now: ViewState, before: ViewState): boolean {
  return (
    now.route !== before.route ||
    now.app?.settings !== before.app?.settings ||
    now.app?.rehearsal?.step !== before.app?.rehearsal?.step
  );
}
