import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { type Desktop, desktopTraits } from '../desktop.ts';
import { minimumSizes, type WindowPlace } from './window-place.ts';
import type { Settings } from '../../core/settings/schema.ts';

/** How the settings make the prompter's window look. */
export interface PrompterLook {
  /** The colour behind the page, as Electron writes it (`#RRGGBB` or `#AARRGGBB`). */
  backgroundColor: string;
  /** The opacity of the whole window, 0.6–1; null if the page does it, or nothing can. */
  opacity: number | null;
  onTop: boolean;
  /** Whether to ask the system to leave the window out of shared screens; null if it can't be asked. */
  contentProtection: boolean | null;
}

/** Fully transparent: the page's own background decides how much shows through. */
const clear = '#00000000';

/** The pages' own backgrounds, so that an opaque window doesn't flash when it opens. */
const backgrounds = { dark: '#0e1014', light: '#f6f6f3', contrast: '#000000' };

/** The page's background in a theme; `systemDark` is whether the system uses dark mode. */
export function pageBackground(theme: Settings['theme'], systemDark: boolean): string {
  return backgrounds[theme === 'system' ? (systemDark ? 'dark' : 'light') : theme];
}

/** The prompter's look with these settings; `systemDark` is whether the system uses dark mode. */
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

/** The web preferences of every page. Defaults are written out, so that none changes unnoticed. */
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

/** The options of the prompter's window. It starts hidden, so that it can be shown without taking the focus. */
export function prompterOptions(
  desktop: Desktop,
  place: WindowPlace,
  look: PrompterLook,
  webPreferences: WebPreferences,
  icon: string | null,
): BrowserWindowConstructorOptions {
  const transparent = desktopTraits[desktop].seeThrough === 'background';
  return {
    ...place,
    ...(icon === null ? {} : { icon }),
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
    // macOS draws a transparent window’s shadow once and leaves it behind moving text; some window managers of Linux
    // show its margin as a band (electron#52024).
    hasShadow: false,
    // The first click on a window without the focus counts.
    acceptFirstMouse: true,
    alwaysOnTop: look.onTop,
    // A panel can have the keyboard while the call stays the active program, and floats over full-screen programs.
    ...(desktop === 'macos' ? { type: 'panel' } : {}),
    webPreferences,
  };
}
