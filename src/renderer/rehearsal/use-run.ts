import type { PersonAction } from '../../core/rehearsal/reduce-run.ts';
import { showFailure } from '../client/store.ts';
import { useProgram } from '../client/program-context.ts';

/** Acts on the current run; resolves when that is done. The status line shows what failed. */
export function useRun(): (action: PersonAction) => Promise<void> {
  const { bridge, store } = useProgram();
  return async (action) => showFailure(store, await bridge.actOnRun({ action }));
}
