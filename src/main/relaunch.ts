import path from 'node:path';
import { chromiumSwitches } from './desktop.ts';

/** How this program was started. */
export interface ProgramStart {
  isPackaged: boolean;
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  /** What Chromium uses for its windows. */
  ozonePlatform: string;
  /** The words after the program. */
  words: readonly string[];
  /** The running executable. */
  execPath: string;
}

/** What to start instead: Electron's options for `app.relaunch`. */
export interface Relaunch {
  execPath: string;
  args: string[];
}

/**
 * How to start again as an X program, for starts that don't say so: a double click on the AppImage, `offbook` in a
 * terminal, a list of startup programs. Chromium chooses before it runs any of ours, so only another start can change
 * that. Null if this one is right, or if somebody chose Wayland.
 */
export function throughX({ isPackaged, platform, env, ozonePlatform, words, execPath }: ProgramStart): Relaunch | null {
  const switches = chromiumSwitches(platform, env);
  const isChosen = words.some((word) => /^--ozone-platform(?:=|$)/u.test(word));
  // An unpackaged start has a switch already, or is somebody's own.
  if (!isPackaged || isChosen || switches.length === 0 || ozonePlatform === 'x11') return null;
  return { execPath: imageOf(execPath, env) ?? execPath, args: [...switches, ...words] };
}

/** The AppImage that this executable is in. The variables may also come from another one, such as a terminal's. */
function imageOf(execPath: string, { APPIMAGE, APPDIR }: ProgramStart['env']): string | null {
  if (!APPIMAGE || !APPDIR) return null;
  return execPath.startsWith(`${path.resolve(APPDIR)}${path.sep}`) ? APPIMAGE : null;
}
