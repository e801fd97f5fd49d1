import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { desktopTraits, type Desktop } from '../desktop.ts';
import type { PrompterLook } from './window-style.ts';
import { leastSizes, type Place } from './window-place.ts';

/** What every page of the program runs under. Defaults are written out, so that none changes unnoticed. */
export function pagePreferences(preload: string, devTools: boolean): WebPreferences {
  return {
    preload,
    devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    // Off only while a countdown runs.
    backgroundThrottling: true,
  };
}

/** The prompter's window, hidden at first, so that it can be shown without taking the focus. */
export function prompterOptions(
  desktop: Desktop,
  place: Place,
  look: PrompterLook,
  webPreferences: WebPreferences,
): BrowserWindowConstructorOptions {
  const transparent = desktopTraits[desktop].seeThrough === 'background';
  return {
    ...place,
    title: 'Offbook',
    show: false,
    frame: false,
    resizable: true,
    minWidth: leastSizes.prompter.width,
    minHeight: leastSizes.prompter.height,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    roundedCorners: true,
    transparent,
    backgroundColor: look.backgroundColor,
    // macOS draws a clear window's shadow from what the page painted once, and leaves it behind the moving text.
    hasShadow: !transparent,
    // A click on a button of a window that hasn't the focus counts at once.
    acceptFirstMouse: true,
    alwaysOnTop: look.onTop,
    // A panel may have the keyboard while the call's program stays the active one, and floats over full screen.
    ...(desktop === 'macos' ? { type: 'panel' } : {}),
    webPreferences,
  };
}
