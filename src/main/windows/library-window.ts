import { BrowserWindow, type BrowserWindowConstructorOptions, type WebPreferences } from 'electron';
import type { ViewName } from '../../core/contract/commands.ts';
import type { Desktop } from '../desktop.ts';
import type { Log } from '../log.ts';
import { pageUrl } from '../own-pages.ts';
import { onceReady } from './first-show.ts';
import type { PlaceKeeper } from './place-keeper.ts';
import { pagePreferences } from './window-options.ts';
import { minimumSizes, type WindowPlace } from './window-place.ts';

/** The views of the library window. */
export type LibraryWindowView = Exclude<ViewName, 'prompter'>;

/** The window for every view but the prompter. It is created when it is first shown, and again after it was closed. */
export interface LibraryWindow {
  /** Brings it to the front; a new one starts with this view. */
  show: (view: LibraryWindowView) => void;
  /** Null while it is closed. */
  window: () => BrowserWindow | null;
}

export interface LibraryWindowOptions {
  desktop: Desktop;
  /** The built preload, an absolute path. */
  preload: string;
  devTools: boolean;
  /** The file of its icon; null where the system knows it. */
  icon: string | null;
  place: PlaceKeeper;
  /** The colour of the window until its page is painted. */
  backgroundColor: () => string;
  /** Its page is gone or reloads, and won't finish what it was doing. */
  pageGone: () => void;
  log: Log;
}

export function createLibraryWindow({
  desktop,
  preload,
  devTools,
  icon,
  place,
  backgroundColor,
  pageGone,
  log,
}: LibraryWindowOptions): LibraryWindow {
  let window: BrowserWindow | null = null;

  const open = (view: LibraryWindowView): void => {
    const { at, maximized } = place.find();
    const opened = new BrowserWindow(libraryOptions(at, backgroundColor(), pagePreferences(preload, devTools), icon));
    window = opened;
    place.follow(opened);
    onceReady(opened, desktop, () => {
      if (maximized) opened.maximize();
      opened.show();
    });
    opened.once('closed', () => {
      window = null;
      pageGone();
    });
    opened.webContents.on('render-process-gone', pageGone);
    opened.webContents.on('did-start-loading', pageGone);
    // setUpCrashes reports pages that can't be loaded; this only keeps the rejection from being unhandled.
    opened
      .loadURL(`${pageUrl}?view=${view}`)
      .catch((error: unknown) => log(`The library's page didn't load: ${String(error)}`));
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
  icon: string | null,
): BrowserWindowConstructorOptions {
  return {
    ...place,
    ...(icon === null ? {} : { icon }),
    minWidth: minimumSizes.library.width,
    minHeight: minimumSizes.library.height,
    title: 'Offbook',
    show: false,
    autoHideMenuBar: true,
    backgroundColor,
    webPreferences,
  };
}
