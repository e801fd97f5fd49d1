/** The systems on which windows behave differently. */
export type Desktop = 'macos' | 'windows' | 'x11' | 'xwayland' | 'wayland';

/**
 * `behind`: `blur` moves a Mac’s window behind the others of its level, so it is brought to the front again. `lowered`:
 * Windows passes the keyboard on to the next window in the stacking order, which is the task bar unless the window is
 * lowered first. `hidden`: on X11 `blur` leaves a window that gets all keys and ignores them, so it is hidden for a moment.
 * `never`: native Wayland has no way.
 */
type FocusBack = 'behind' | 'lowered' | 'hidden' | 'never';

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
  /** A hidden window is painted, so that Electron can say when it is ready. Not on native Wayland (electron#48859). */
  paintsHidden: boolean;
  /** What makes the system give the keyboard back to the window that had it before. */
  focusBack: FocusBack;
  /** Registered hotkeys work. On Wayland they may not, though Electron reports success (electron#52218). */
  hotkeysWork: boolean;
  /**
   * Hotkeys can be given back. Native Wayland’s portal keeps them bound, and one that is pressed after Electron has
   * forgotten it crashes the program (GlobalShortcut::ExecuteCommand).
   */
  hotkeysReturn: boolean;
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
    paintsHidden: true,
    focusBack: 'behind',
    hotkeysWork: true,
    hotkeysReturn: true,
    contentProtection: true,
    startAtLogin: true,
  },
  windows: {
    onTop: true,
    onTopLevel: 'pop-up-menu',
    seeThrough: 'background',
    placeable: true,
    paintsHidden: true,
    focusBack: 'lowered',
    hotkeysWork: true,
    hotkeysReturn: true,
    contentProtection: true,
    startAtLogin: true,
  },
  x11: {
    onTop: true,
    onTopLevel: null,
    seeThrough: 'window',
    placeable: true,
    paintsHidden: true,
    focusBack: 'hidden',
    hotkeysWork: true,
    hotkeysReturn: true,
    contentProtection: false,
    startAtLogin: false,
  },
  xwayland: {
    onTop: true,
    onTopLevel: null,
    seeThrough: 'window',
    placeable: true,
    paintsHidden: true,
    focusBack: 'hidden',
    hotkeysWork: false,
    hotkeysReturn: true,
    contentProtection: false,
    startAtLogin: false,
  },
  wayland: {
    onTop: false,
    onTopLevel: null,
    seeThrough: 'none',
    placeable: false,
    paintsHidden: false,
    focusBack: 'never',
    hotkeysWork: false,
    hotkeysReturn: false,
    contentProtection: false,
    startAtLogin: false,
  },
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Not every session says what it is: one that was started from a terminal may only name its socket. */
function isWaylandSession(env: Environment): boolean {
  return env['XDG_SESSION_TYPE'] === 'wayland' || Boolean(env['WAYLAND_DISPLAY']);
}

/**
 * Chromium's switches for a system. In a Wayland session with an X server at hand the program runs as an X one,
 * since a native Wayland window can neither stay on top nor be moved (electron#50403).
 */
export function chromiumSwitches(platform: NodeJS.Platform, env: Environment): string[] {
  return platform === 'linux' && isWaylandSession(env) && env['DISPLAY'] ? ['--ozone-platform=x11'] : [];
}

/**
 * Which desktop this is. In a Wayland session, Electron (38 and later) is a native Wayland program unless it is started
 * with `--ozone-platform=x11`; `ozonePlatform` is that switch's value, which Chromium sets to its own choice without one.
 */
export function desktopOf(platform: NodeJS.Platform, env: Environment, ozonePlatform: string): Desktop {
  if (platform === 'darwin') return 'macos';
  if (platform === 'win32') return 'windows';
  const isWayland = isWaylandSession(env);
  if (ozonePlatform === 'wayland' || (isWayland && ozonePlatform !== 'x11')) return 'wayland';
  return isWayland ? 'xwayland' : 'x11';
}

/** A sentence for people whose hotkeys may do nothing although the system accepted them; null if they work. */
export function hotkeyHint(desktop: Desktop): string | null {
  if (desktopTraits[desktop].hotkeysWork) return null;
  return (
    'On Wayland, hotkeys may not reach Offbook while another window has the focus. If they do nothing, ' +
    'let a shortcut in your desktop’s keyboard settings run Offbook with “--do next-row”.'
  );
}
