import { useContext } from 'react';
import { showFailure } from '../client/store.ts';
import { FloatingContext, useProgram, useRunCommand } from '../client/program-context.ts';

/** What can be put on the prompter. */
export interface Wanted {
  id: string;
  variant?: number | null;
  alternate?: number | null;
}

/** Puts a story on the prompter and shows it, unless it floats in sight already. */
export function usePrompt(): (wanted: Wanted) => void {
  const { bridge, store } = useProgram();
  const runCommand = useRunCommand();
  const isFloating = useContext(FloatingContext);
  const prompt = async ({ id, variant = null, alternate = null }: Wanted): Promise<void> => {
    const result = await bridge.openStory({ id, variant, alternate });
    showFailure(store, result);
    if (result.ok && !isFloating) runCommand('show-prompter');
  };
  return (wanted) => void prompt(wanted);
}
