import { useEffect } from 'react';
import { commands, type CommandId, type ViewName } from '../../core/commands.ts';
import { answerKey, placeOf } from '../keys.ts';
import { useRunCommand } from '../views/program.ts';

/**
 * The keys before a rehearsal, where there is no run yet for them to act on: Enter starts, Escape leaves, and the
 * others of a run do nothing.
 */
export function useSetupKeys(start: () => void): void {
  const runCommand = useRunCommand();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = answerKey(event, placeOf(event.target), 'rehearsal');
      if (command === null || (command !== 'nothing' && !isOfRun(command))) return;
      event.preventDefault();
      if (command === 'finish-run') start();
      if (command === 'end-run') runCommand('show-prompter');
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
