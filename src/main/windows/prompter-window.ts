import { BrowserWindow, nativeTheme, powerMonitor, screen } from 'electron';
import { isRunning } from '../../core/prompter/session.ts';
import { lowestPx, sizeAfter, type Size, type SizeCommand } from '../../core/prompter/window-sizes.ts';
import type { OffbookApp } from '../../services/base/program.ts';
import { desktopTraits, type Desktop } from '../desktop.ts';
import type { Log } from '../log.ts';
import { pageUrl } from '../own-pages.ts';
import { onceReady } from './first-show.ts';
import { displayInUse, type PlaceKeeper } from './place-keeper.ts';
import { pagePreferences, prompterLook, prompterOptions, type PrompterLook } from './window-options.ts';
import { onScreen, resized, topCentre } from './window-place.ts';

interface PrompterWindowOptions {
  desktop: Desktop;
  /** The built preload, an absolute path. */
  preload: string;
  devTools: boolean;
  /** The file of its icon; null where the system knows it. */
  icon: string | null;
  place: PlaceKeeper;
  log: Log;
}

/** The prompter's window. It is created when it is first shown, and again after it was closed. */
export interface PrompterWindow {
  /** Shows it without taking the focus. */
  show: () => void;
  /** Hides or shows it. Showing it turns click-through off. */
  toggle: () => void;
  /** Shows it and gives it the keyboard, for the search. */
  takeFocus: () => void;
  /** Shows it at the top centre of the display in use, where the camera is. */
  moveUnderCamera: () => void;
  /** Shows it in another size, where it is. */
  resize: (command: SizeCommand) => void;
  /** Gives the keyboard back if it was taken from another program. */
  giveFocusBack: () => void;
  /** What the window reports; null while it is closed. */
  isOnTop: () => boolean | null;
  isClickThrough: () => boolean;
  setClickThrough: (on: boolean) => void;
  /** Null while it is closed. */
  window: () => BrowserWindow | null;
  setLook: (look: PrompterLook) => void;
  /** Chromium slows down a hidden page's timers unless a countdown runs. */
  setRunning: (running: boolean) => void;
}

export function createPrompterWindow(options: PrompterWindowOptions, firstLook: PrompterLook): PrompterWindow {
  const { desktop } = options;
  const isLinux = desktop !== 'macos' && desktop !== 'windows';
  let window: BrowserWindow | null = null;
  let painted = false;
  let look = firstLook;
  let running = false;
  let clickThrough = false;
  let focusTaken = false;
  let wantsFocus = false;
  let sizeBefore: Size | null = null;

  /** On X11 Electron forgets it whenever it draws the frame again (electron#52456). */
  const keepClickThrough = (): void => {
    if (clickThrough && desktop === 'x11') window?.setIgnoreMouseEvents(true);
  };
  const applyNow = (): void => {
    if (window !== null) applyLook(window, desktop, look);
    keepClickThrough();
  };
  const open = (): void => {
    const opened = openWindow(options, look);
    window = opened;
    painted = false;
    // Some window managers forget what was set before a window was shown, and Windows what was set before another program
    // filled the screen (electron#20933).
    opened.on('show', () => {
      if (isLinux) opened.setVisibleOnAllWorkspaces(true);
      applyNow();
    });
    opened.on('blur', applyNow);
    opened.on('focus', keepClickThrough);
    opened.on('move', keepClickThrough);
    opened.on('resize', keepClickThrough);
    onceReady(opened, desktop, () => {
      painted = true;
      if (wantsFocus) opened.show();
      else opened.showInactive();
      wantsFocus = false;
    });
    opened.once('closed', () => {
      window = null;
      clickThrough = false;
    });
    opened.webContents.setBackgroundThrottling(!running);
    options.place.follow(opened);
    // setUpCrashes reports pages that can't be loaded; this only keeps the rejection from being unhandled.
    opened.loadURL(pageUrl).catch((error: unknown) => options.log(`The prompter's page didn't load: ${String(error)}`));
  };
  const show = (): void => {
    if (window === null) return open();
    if (!painted) return;
    if (window.isMinimized()) window.restore();
    window.showInactive();
  };
  const setClickThrough = (on: boolean): void => {
    clickThrough = on;
    window?.setIgnoreMouseEvents(on);
  };
  return {
    show,
    toggle: () => {
      if (window?.isVisible() === true) return hide(window, desktop);
      if (clickThrough) setClickThrough(false);
      show();
    },
    takeFocus: () => {
      focusTaken = window?.isFocused() !== true;
      if (window === null || !painted) {
        wantsFocus = true;
        return show();
      }
      window.show();
      window.focus();
    },
    moveUnderCamera: () => {
      show();
      if (window !== null) window.setBounds(topCentre(displayInUse(), window.getNormalBounds()));
    },
    resize: (command) => {
      show();
      if (window === null) return;
      const place = window.getNormalBounds();
      const size = sizeAfter(command, place, sizeBefore);
      if (place.height >= lowestPx) sizeBefore = { width: place.width, height: place.height };
      window.setBounds(onScreen(resized(place, size), screen.getAllDisplays(), displayInUse()));
    },
    giveFocusBack: () => {
      // Whoever clicked on another window meanwhile has given it the keyboard already.
      if (focusTaken && window?.isFocused() === true) {
        giveUpFocus(window, desktop);
        applyNow();
      }
      focusTaken = false;
    },
    isOnTop: () => window?.isAlwaysOnTop() ?? null,
    isClickThrough: () => clickThrough,
    setClickThrough,
    window: () => window,
    setLook: (changed) => {
      look = changed;
      applyNow();
    },
    setRunning: (nowRunning) => {
      running = nowRunning;
      window?.webContents.setBackgroundThrottling(!running);
    },
  };
}

/** Gives the keyboard to the window that had it before. Afterwards the window needs its look again. */
function giveUpFocus(window: BrowserWindow, desktop: Desktop): void {
  const { focusBack } = desktopTraits[desktop];
  if (focusBack === 'never') return;
  if (focusBack === 'lowered') window.setAlwaysOnTop(false);
  if (focusBack === 'hidden') window.hide();
  else window.blur();
  if (focusBack !== 'lowered') window.showInactive();
}

/** Windows leaves the keyboard to nobody if a window is hidden while it has it (electron#10023). */
function hide(window: BrowserWindow, desktop: Desktop): void {
  if (desktopTraits[desktop].focusBack === 'lowered' && window.isFocused()) giveUpFocus(window, desktop);
  window.hide();
}

function openWindow(
  { desktop, preload, devTools, icon, place }: PrompterWindowOptions,
  look: PrompterLook,
): BrowserWindow {
  const preferences = pagePreferences(preload, devTools);
  const window = new BrowserWindow(prompterOptions(desktop, place.find().at, look, preferences, icon));
  if (desktop === 'macos') {
    // A panel floats over full-screen programs. Without the skip, Electron would also hide the Dock icon and the menu
    // bar (electron#26350).
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  }
  return window;
}

function applyLook(window: BrowserWindow, desktop: Desktop, look: PrompterLook): void {
  const level = desktopTraits[desktop].onTopLevel;
  if (level === null) window.setAlwaysOnTop(look.onTop);
  else window.setAlwaysOnTop(look.onTop, level);
  if (look.contentProtection !== null) window.setContentProtection(look.contentProtection);
  window.setBackgroundColor(look.backgroundColor);
  if (look.opacity !== null) window.setOpacity(look.opacity);
}

/** Updates the prompter's window whenever the settings, the system's theme or the session change. */
export function setUpPrompterSettings(offbook: OffbookApp, prompter: PrompterWindow, desktop: Desktop): void {
  const look = (): void => {
    const wasOnTop = prompter.isOnTop();
    prompter.setLook(prompterLook(offbook.state().settings, desktop, nativeTheme.shouldUseDarkColors));
    if (prompter.isOnTop() !== wasOnTop) offbook.capabilitiesChanged();
  };
  look();
  offbook.on('settingsChanged', look);
  nativeTheme.on('updated', look);
  powerMonitor.on('resume', look);
  prompter.setRunning(isRunning(offbook.state().session.session));
  offbook.on('sessionChanged', ({ session }) => prompter.setRunning(isRunning(session)));
}
