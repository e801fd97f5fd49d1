/** What draws the windows, as far as windows behave differently on it. */
export type Desktop = 'macos' | 'windows' | 'x11' | 'xwayland' | 'wayland';

interface DesktopTraits {
  /** Windows can be kept above others. Native Wayland ignores it while Electron says that it worked (electron#50403). */
  onTop: boolean;
  /** Electron's name of the level that stands above calls in full screen; null where there is only one. */
  onTopLevel: 'screen-saver' | 'pop-up-menu' | null;
  /**
   * How the window becomes see-through. `background`: the page paints its background so, and the text stays
   * opaque. `window`: the whole window, since transparent ones can't be resized by their edge everywhere on
   * Linux; Electron does that there since 44 (electron#51455). `none`: nobody could yet confirm that it works.
   */
  seeThrough: 'background' | 'window' | 'none';
  /** A window can be put somewhere and tells where it is. */
  placeable: boolean;
  /** A hotkey that was registered works. On Wayland that proves nothing (electron#52218). */
  hotkeysWork: boolean;
  /** The window can ask to be left out of shared screens. Linux has nothing for that. */
  contentProtection: boolean;
  /** Electron can put the program among those that start at login; on Linux it has no way to. */
  startAtLogin: boolean;
}

export const desktopTraits: Readonly<Record<Desktop, DesktopTraits>> = {
  macos: {
    onTop: true,
    onTopLevel: 'screen-saver',
    seeThrough: 'background',
    placeable: true,
    hotkeysWork: true,
    contentProtection: true,
    startAtLogin: true,
  },
  windows: {
    onTop: true,
    onTopLevel: 'pop-up-menu',
    seeThrough: 'background',
    placeable: true,
    hotkeysWork: true,
    contentProtection: true,
    startAtLogin: true,
  },
  x11: {
    onTop: true,
    onTopLevel: null,
    seeThrough: 'window',
    placeable: true,
    hotkeysWork: true,
    contentProtection: false,
    startAtLogin: false,
  },
  xwayland: {
    onTop: true,
    onTopLevel: null,
    seeThrough: 'window',
    placeable: true,
    hotkeysWork: false,
    contentProtection: false,
    startAtLogin: false,
  },
  wayland: {
    onTop: false,
    onTopLevel: null,
    seeThrough: 'none',
    placeable: false,
    hotkeysWork: false,
    contentProtection: false,
    startAtLogin: false,
  },
};

/**
 * Which desktop this is. In a Wayland session Electron (38 and later) is a native Wayland program, unless
 * it was started with `--ozone-platform=x11`; `ozonePlatform` is that switch's value, empty without it.
 */
export function desktopOf(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  ozonePlatform: string,
): Desktop {
  if (platform === 'darwin') return 'macos';
  if (platform === 'win32') return 'windows';
  const waylandSession = env['XDG_SESSION_TYPE'] === 'wayland';
  if (ozonePlatform === 'wayland' || (waylandSession && ozonePlatform !== 'x11')) return 'wayland';
  return waylandSession ? 'xwayland' : 'x11';
}

/** A sentence for people whose hotkeys may do nothing although the system took them; null where they work. */
export function hotkeyHint(desktop: Desktop): string | null {
  if (desktopTraits[desktop].hotkeysWork) return null;
  return (
    'Wayland may keep hotkeys from Offbook while another window has the focus. If they do nothing, ' +
    'let a shortcut in the keyboard settings of your desktop run Offbook with "--do next-row".'
  );
}
