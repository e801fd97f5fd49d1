import type { PersonAction } from '../../core/rehearsal/run-calls.ts';
import { showFailure } from '../store.ts';
import { useProgram } from '../views/program.ts';

/** Acts on the run that is under way; resolves when that is done. What fails is told in the status line. */
export function useRun(): (action: PersonAction) => Promise<void> {
  const { bridge, store } = useProgram();
  return async (action) => showFailure(store, await bridge.actOnRun({ action }));
}
