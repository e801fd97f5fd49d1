import { setTimeout as wait } from 'node:timers/promises';
import { app, dialog } from 'electron';
import type { OffbookApp } from '../services/base/program.ts';
import { describeError } from '../services/base/system-error.ts';
import type { Desktop } from './desktop.ts';
import type { Hotkeys } from './hotkeys.ts';
import { quitRequest } from './launch.ts';
import type { Log } from './log.ts';
import type { PlaceMemories } from './windows/place-memory.ts';
import type { PrompterWindow } from './windows/prompter-window.ts';

/** A disk that hangs must not keep Offbook from quitting. */
const mostMs = 3000;

/** Quits with the last window, except on macOS, where programs stay in the Dock. Saves everything first. */
export function setUpQuit(
  offbook: OffbookApp,
  prompter: PrompterWindow,
  hotkeys: Pick<Hotkeys, 'suspend'>,
  places: PlaceMemories,
  desktop: Desktop,
  log: Log,
): void {
  app.on('window-all-closed', () => {
    if (desktop !== 'macos') app.quit();
  });
  // A click on the Dock brings windows to the front. A prompter that somebody has hidden beside them stays hidden.
  app.on('activate', (_event, hasVisibleWindows) => {
    if (!hasVisibleWindows) prompter.show();
  });
  process.on('message', (message) => {
    if (message === quitRequest) app.quit();
  });
  let quitting = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (quitting) return;
    quitting = true;
    hotkeys.suspend(true);
    const saved = save(offbook, places, log).catch((error: unknown) => {
      log(`Not everything could be saved: ${describeError(error)}.`);
    });
    void Promise.race([saved, wait(mostMs)]).then(() => app.exit());
  });
}

async function save(offbook: OffbookApp, places: PlaceMemories, log: Log): Promise<void> {
  const [unsaved] = await Promise.all([offbook.close(), places.flush()]);
  if (unsaved.length === 0) return;
  for (const sentence of unsaved) log(sentence);
  // No window is left to show it in, and the log may be on the same full disk.
  dialog.showErrorBox('Offbook couldn’t save everything', unsaved.join('\n'));
}
