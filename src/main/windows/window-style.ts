import type { Settings } from '../../core/settings/schema.ts';
import { desktopTraits, type Desktop } from '../desktop.ts';

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
