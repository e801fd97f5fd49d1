import { BrowserWindow, type BrowserWindowConstructorOptions, type WebPreferences } from 'electron';
import type { ViewName } from '../../core/contract/commands.ts';
import type { Log } from '../log.ts';
import { pageUrl } from '../own-pages.ts';
import type { PlaceKeeper } from './place-keeper.ts';
import { pagePreferences } from './window-options.ts';
import { minimumSizes, type WindowPlace } from './window-place.ts';

/** The views of the ordinary window. */
export type LibraryWindowView = Exclude<ViewName, 'prompter'>;

/** The ordinary window, for all but the prompter. It is made when it is first shown and again after it was closed. */
export interface LibraryWindow {
  /** Brings it to the front; a new one begins with this view. */
  show: (view: LibraryWindowView) => void;
  /** Null while there is none. */
  window: () => BrowserWindow | null;
}

export interface LibraryWindowOptions {
  /** The built preload, an absolute path. */
  preload: string;
  devTools: boolean;
  place: PlaceKeeper;
  /** What stands behind the page until it is painted. */
  backgroundColor: () => string;
  /** Its page is gone or begins anew: whatever it had under way won't be ended by it. */
  pageGone: () => void;
  log: Log;
}

export function createLibraryWindow({
  preload,
  devTools,
  place,
  backgroundColor,
  pageGone,
  log,
}: LibraryWindowOptions): LibraryWindow {
  let window: BrowserWindow | null = null;

  const open = (view: LibraryWindowView): void => {
    const { at, maximized } = place.find();
    const opened = new BrowserWindow(libraryOptions(at, backgroundColor(), pagePreferences(preload, devTools)));
    window = opened;
    place.follow(opened);
    opened.once('ready-to-show', () => {
      if (maximized) opened.maximize();
      opened.show();
    });
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

function libraryOptions(
  place: WindowPlace,
  backgroundColor: string,
  webPreferences: WebPreferences,
): BrowserWindowConstructorOptions {
  return {
    ...place,
    minWidth: minimumSizes.library.width,
    minHeight: minimumSizes.library.height,
    title: 'Offbook',
    show: false,
    autoHideMenuBar: true,
    backgroundColor,
    webPreferences,
  };
}
