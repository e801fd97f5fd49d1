import type { BrowserWindow } from 'electron';
import { desktopTraits, type Desktop } from '../desktop.ts';

/**
 * Calls back once, as soon as a new window can be shown: when its page is painted, so that nobody sees an empty one. Where
 * hidden windows aren’t painted it is when the page has loaded.
 */
export function onceReady(window: BrowserWindow, desktop: Desktop, ready: () => void): void {
  let isReady = false;
  const first = (): void => {
    if (isReady) return;
    isReady = true;
    ready();
  };
  window.once('ready-to-show', first);
  if (!desktopTraits[desktop].paintsHidden) window.webContents.once('did-finish-load', first);
}
