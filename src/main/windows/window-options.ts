import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { type Desktop, desktopTraits } from '../desktop.ts';
import { minimumSizes, type WindowPlace } from './window-place.ts';
import type { Settings } from '../../core/settings/schema.ts';

/** What the settings make of the prompter's window. */
export interface PrompterLook {
  /** What stands behind the page, in Electron's colours (`#RRGGBB` or `#AARRGGBB`). */
  backgroundColor: string;
  /** The whole window's, 0.6–1; null where the page does it or nobody can. */
  opacity: number | null;
  onTop: boolean;
  /** Whether the system is asked to leave the window out of shared screens; null where it can't be asked. */
  contentProtection: boolean | null;
}

/** Nothing behind the page: its own background lets through as much as it is told to. */
const clear = '#00000000';

/** The pages' own backgrounds, so that a window that is no longer clear doesn't flash. */
const backgrounds = { dark: '#0e1014', light: '#f6f6f3', contrast: '#000000' };

/** The page's own background under a theme; `systemDark` is whether the system's windows are dark. */
export function pageBackground(theme: Settings['theme'], systemDark: boolean): string {
  return backgrounds[theme === 'system' ? (systemDark ? 'dark' : 'light') : theme];
}

/** `systemDark` is whether the system's own windows are dark. */
export function prompterLook(
  settings: Pick<Settings, 'theme' | 'opacity' | 'alwaysOnTop' | 'contentProtection'>,
  desktop: Desktop,
  systemDark: boolean,
): PrompterLook {
  const traits = desktopTraits[desktop];
  return {
    backgroundColor: traits.seeThrough === 'background' ? clear : pageBackground(settings.theme, systemDark),
    opacity: traits.seeThrough === 'window' ? settings.opacity : null,
    onTop: settings.alwaysOnTop && traits.onTop,
    contentProtection: traits.contentProtection ? settings.contentProtection : null,
  };
}

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
  place: WindowPlace,
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
    minWidth: minimumSizes.prompter.width,
    minHeight: minimumSizes.prompter.height,
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
