import { useState } from 'react';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import { answering } from '../client/keys.ts';
import { useProgram, useRunCommand } from '../client/program-context.ts';
import type { Float } from '../ui/use-float.ts';
import { useKeys } from '../client/use-keys.ts';

/** Runs a view's commands by their keys, in the window that it is drawn in. Shows nothing. */
export function Keys({ float }: { float: Float | null }) {
  const { store } = useProgram();
  const runCommand = useRunCommand();
  const [answer] = useState(() => answering(() => isUnderWay(store.getState().app?.rehearsal?.step)));
  useKeys((press) => {
    const command = answer(press);
    if (command === null) return false;
    // In a browser the window that can be shown and hidden is the floating one.
    if (command === 'toggle-prompter' && float !== null) float.toggle();
    else if (command !== 'nothing') runCommand(command);
    return true;
  });
  return null;
}

/** On the sheet at the end of a mock interview there is nothing left to mark. */
function isUnderWay(step: RehearsalState['step'] | undefined): boolean {
  return step !== undefined && step !== 'sheet';
}
