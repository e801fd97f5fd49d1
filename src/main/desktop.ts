/** The systems on which windows behave differently. */
export type Desktop = 'macos' | 'windows' | 'x11' | 'xwayland' | 'wayland';

interface DesktopTraits {
  /** Windows can be kept on top. Native Wayland ignores it, though Electron reports success (electron#50403). */
  onTop: boolean;
  /** Electron's name for the level above full-screen calls; null if there is only one level. */
  onTopLevel: 'screen-saver' | 'pop-up-menu' | null;
  /**
   * How the window becomes transparent. `background`: the page has a transparent background, and the text stays opaque.
   * `window`: the whole window, since on Linux transparent windows can't always be resized by their edges; Electron
   * supports this there since 44 (electron#51455). `none`: nobody has confirmed yet that it works.
   */
  seeThrough: 'background' | 'window' | 'none';
  /** Windows can be moved, and report where they are. */
  placeable: boolean;
  /** Registered hotkeys work. On Wayland they may not, though Electron reports success (electron#52218). */
  hotkeysWork: boolean;
  /** Windows can ask to be left out of shared screens. Linux has no way to. */
  contentProtection: boolean;
  /** Electron can start programs at login. Not on Linux. */
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
 * Which desktop this is. In a Wayland session, Electron (38 and later) is a native Wayland program unless it is started
 * with `--ozone-platform=x11`; `ozonePlatform` is that switch's value, empty without it.
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

/** A sentence for people whose hotkeys may do nothing although the system accepted them; null if they work. */
export function hotkeyHint(desktop: Desktop): string | null {
  if (desktopTraits[desktop].hotkeysWork) return null;
  return (
    'On Wayland, hotkeys may not reach Offbook while another window has the focus. If they do nothing, ' +
    'let a shortcut in your desktop’s keyboard settings run Offbook with “--do next-row”.'
  );
}
