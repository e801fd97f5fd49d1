import type { PersonAction } from '../../core/rehearsal/reduce-run.ts';
import { showFailure } from '../client/store.ts';
import { useProgram } from '../client/program-context.ts';

/** Acts on the run that is under way; resolves when that is done. What fails is told in the status line. */
export function useRun(): (action: PersonAction) => Promise<void> {
  const { bridge, store } = useProgram();
  return async (action) => showFailure(store, await bridge.actOnRun({ action }));
}
