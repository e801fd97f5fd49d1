import { isRunning } from '../core/prompter/session.ts';
import { nativeTheme } from 'electron';
import type { OffbookApp } from '../services/base/program.ts';
import type { Desktop } from './desktop.ts';
import { prompterLook } from './windows/window-style.ts';
import type { Prompter } from './windows/prompter-window.ts';

/** Keeps the prompter's window as the settings, the system's theme and the session want it. */
export function setUpPrompterSettings(offbook: OffbookApp, prompter: Prompter, desktop: Desktop): void {
  const look = (): void => {
    const wasOnTop = prompter.isOnTop();
    prompter.setLook(prompterLook(offbook.state().settings, desktop, nativeTheme.shouldUseDarkColors));
    if (prompter.isOnTop() !== wasOnTop) offbook.capabilitiesChanged();
  };
  look();
  offbook.on('settingsChanged', look);
  nativeTheme.on('updated', look);
  prompter.setRunning(isRunning(offbook.state().session.session));
  offbook.on('sessionChanged', ({ session }) => prompter.setRunning(isRunning(session)));
}
