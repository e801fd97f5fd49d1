import path from 'node:path';

/**
 * The folder of Offbook’s settings, the same for both shells: `%APPDATA%\Offbook` on Windows,
 * `~/Library/Application Support/Offbook` on macOS, `$XDG_CONFIG_HOME/Offbook` or `~/.config/Offbook`
 * elsewhere. `OFFBOOK_HOME` in the environment overrides all of them.
 */
export function settingsDirectory(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  const override = env['OFFBOOK_HOME'];
  if (override) return path.resolve(override);
  if (platform === 'win32') {
    return path.win32.join(env['APPDATA'] || path.win32.join(home, 'AppData', 'Roaming'), 'Offbook');
  }
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'Offbook');
  return path.posix.join(xdgConfigHome(env) ?? path.posix.join(home, '.config'), 'Offbook');
}

/** The XDG base directory specification says that a relative path there must be ignored. */
function xdgConfigHome(env: Readonly<Record<string, string | undefined>>): string | null {
  const directory = env['XDG_CONFIG_HOME'];
  return directory !== undefined && path.posix.isAbsolute(directory) ? directory : null;
}

/** The desktop app’s own log of errors. */
export function logFileIn(settingsDir: string): string {
  return path.join(settingsDir, 'offbook.log');
}

/** Where Chromium keeps its files in the desktop app, apart from the settings. */
export function browserFolderIn(settingsDir: string): string {
  return path.join(settingsDir, 'electron');
}
