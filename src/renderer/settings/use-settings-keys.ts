import { useEffect, type RefObject } from 'react';
import { useRunCommand } from '../client/program-context.ts';
import { answerSettingsKey, settingsPlace } from './settings-keys.ts';

/** Runs commands by the keys pressed in the settings; undo says here what it undid. */
export function useSettingsKeys(search: RefObject<HTMLInputElement | null>, undo: () => void): void {
  const runCommand = useRunCommand();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const answer = answerSettingsKey(event, settingsPlace(event.target));
      if (answer === null) return;
      event.preventDefault();
      if (answer === 'search' || answer === 'show-settings') search.current?.focus();
      else if (answer === 'undo-setting') undo();
      else runCommand(answer);
    };
    // Before the keys that all views share, which know nothing of switches and of what is being written.
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  });
}
