/** What the system should start. */
export interface LoginEntry {
  /** Only Windows uses it; null means Offbook's own file. */
  path: string | null;
  args: string[];
}

/**
 * The entry in the system's list. Unpackaged, Offbook is Electron with a folder to start: `appPath`, null when
 * packaged. The portable version for Windows unpacks itself into a folder that it deletes when it quits; the
 * environment names the file that was really started.
 */
export function loginEntry(appPath: string | null, env: Readonly<Record<string, string | undefined>>): LoginEntry {
  return { path: env['PORTABLE_EXECUTABLE_FILE'] || null, args: appPath === null ? [] : [`"${appPath}"`] };
}
