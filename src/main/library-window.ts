import { BrowserWindow, type BrowserWindowConstructorOptions, type WebPreferences } from 'electron';
import { pageUrl } from './assets.ts';
import type { Log } from './log.ts';
import { pagePreferences } from './prompter-options.ts';

/** The views of the ordinary window. */
export type LibraryView = 'library' | 'settings';

/** The ordinary window, for the library and the settings. It is made when it is first shown and again after it was closed. */
export interface LibraryWindow {
  /** Brings it to the front; a new one begins with this view. */
  show: (view: LibraryView) => void;
  /** Null while there is none. */
  window: () => BrowserWindow | null;
}

export interface LibraryOptions {
  /** The built preload, an absolute path. */
  preload: string;
  devTools: boolean;
  /** What stands behind the page until it is painted. */
  backgroundColor: () => string;
  /** Its page is gone or begins anew: whatever it had under way won't be ended by it. */
  pageGone: () => void;
  log: Log;
}

export function createLibraryWindow({
  preload,
  devTools,
  backgroundColor,
  pageGone,
  log,
}: LibraryOptions): LibraryWindow {
  let window: BrowserWindow | null = null;

  const open = (view: LibraryView): void => {
    const opened = new BrowserWindow(libraryOptions(backgroundColor(), pagePreferences(preload, devTools)));
    window = opened;
    opened.once('ready-to-show', () => opened.show());
    opened.once('closed', () => {
      window = null;
      pageGone();
    });
    opened.webContents.on('render-process-gone', pageGone);
    opened.webContents.on('did-start-loading', pageGone);
    // A page that can't be loaded is reported by setUpCrashes; here it must only not go unhandled.
    opened
      .loadURL(`${pageUrl}?view=${view}`)
      .catch((error: unknown) => log(`The library's page did not load: ${String(error)}`));
  };
  return {
    show: (view) => {
      if (window === null) return open(view);
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    window: () => window,
  };
}

function libraryOptions(backgroundColor: string, webPreferences: WebPreferences): BrowserWindowConstructorOptions {
  return {
    width: 1120,
    height: 720,
    minWidth: 480,
    minHeight: 360,
    title: 'Offbook',
    show: false,
    autoHideMenuBar: true,
    backgroundColor,
    webPreferences,
  };
}
