import { useEffect } from 'react';
import { commands, type CommandId, type ViewName } from '../../core/contract/commands.ts';
import { answerKey, placeOf } from '../client/keys.ts';
import { useProgram, useRunCommand } from '../client/program-context.ts';

/**
 * The keys before a rehearsal, where there is no run yet for them to act on: Enter starts, Escape goes back to where it
 * others of a run do nothing.
 */
export function useSetupKeys(start: () => void): void {
  const runCommand = useRunCommand();
  const { store } = useProgram();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = answerKey(event, placeOf(event.target), 'rehearsal');
      if (command === null || (command !== 'nothing' && !isOfRun(command))) return;
      event.preventDefault();
      if (command === 'finish-run') start();
      if (command !== 'end-run') return;
      const { setupFrom } = store.getState();
      if (setupFrom === null || setupFrom === 'prompter' || setupFrom === 'rehearsal') runCommand('show-prompter');
      else store.setState({ route: setupFrom, panel: 'none' });
    };
    // Before the keys that all views share, which would hand them to the program.
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  });
}

function isOfRun(command: CommandId): boolean {
  const views: readonly ViewName[] = commands[command].views;
  return views.every((view) => view === 'rehearsal');
}
