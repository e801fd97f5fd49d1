import { setTimeout as wait } from 'node:timers/promises';
import { app, dialog, globalShortcut } from 'electron';
import type { App } from '../services/base/program-types.ts';
import { reasonOf } from '../services/base/system-error.ts';
import type { Desktop } from './desktop.ts';
import type { Log } from './log.ts';
import type { PlaceMemories } from './windows/place-memory.ts';
import type { PrompterWindow } from './windows/prompter-window.ts';

/** A disk that hangs must not keep the program from ending. */
const mostMs = 3000;

/** Ends with the last window, except on macOS, where programs stay in the Dock; first everything is on disk. */
export function setUpQuit(
  offbook: App,
  prompter: PrompterWindow,
  places: PlaceMemories,
  desktop: Desktop,
  log: Log,
): void {
  app.on('window-all-closed', () => {
    if (desktop !== 'macos') app.quit();
  });
  app.on('activate', () => prompter.show());
  let ending = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (ending) return;
    ending = true;
    globalShortcut.unregisterAll();
    const saved = save(offbook, places, log).catch((error: unknown) => {
      log(`Not everything could be saved: ${reasonOf(error)}.`);
    });
    void Promise.race([saved, wait(mostMs)]).then(() => app.exit());
  });
}

async function save(offbook: App, places: PlaceMemories, log: Log): Promise<void> {
  const [unsaved] = await Promise.all([offbook.close(), places.flush()]);
  if (unsaved.length === 0) return;
  for (const sentence of unsaved) log(sentence);
  // No window is left to say it in, and the log may lie on the same full disk.
  dialog.showErrorBox('Offbook could not save everything', unsaved.join('\n'));
}
