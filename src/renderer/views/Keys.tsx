import { useContext, useEffect } from 'react';
import type { CommandId } from '../../core/commands.ts';
import { setUpKeys } from '../keys.ts';
import { useRunCommand, ViewContext, WindowContext } from './program.ts';
import type { Float } from './use-float.ts';

/** The keys of a view, in the window that it is drawn in. Shows nothing. */
export function Keys({ float }: { float: Float | null }) {
  const win = useContext(WindowContext);
  const view = useContext(ViewContext);
  const runCommand = useRunCommand();
  useEffect(() => {
    // In a browser the window that can be shown and hidden is the floating one.
    const run = (command: CommandId): void =>
      command === 'toggle-prompter' && float !== null ? float.toggle() : runCommand(command);
    return setUpKeys(win, view, run);
  });
  return null;
}
