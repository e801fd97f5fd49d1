import { setTimeout as wait } from 'node:timers/promises';
import { app, globalShortcut } from 'electron';
import type { App } from '../services/app-types.ts';
import { reasonOf } from '../services/error-code.ts';
import type { Desktop } from './desktop.ts';
import type { Log } from './log.ts';
import type { PlaceMemory } from './place-memory.ts';
import type { Prompter } from './prompter-window.ts';

/** A disk that hangs must not keep the program from ending. */
const mostMs = 3000;

/** Ends with the last window, except on macOS, where programs stay in the Dock; first everything is on disk. */
export function setUpQuit(offbook: App, prompter: Prompter, places: PlaceMemory, desktop: Desktop, log: Log): void {
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
    const saved = Promise.all([offbook.close(), places.flush()]).catch((error: unknown) => {
      log(`Not everything could be saved: ${reasonOf(error)}.`);
    });
    void Promise.race([saved, wait(mostMs)]).then(() => app.exit());
  });
}
