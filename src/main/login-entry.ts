/** What the system is to start. */
export interface LoginEntry {
  /** Windows alone asks for it; null means the program's own file. */
  path: string | null;
  args: string[];
}

/**
 * What stands in the system's list. A program that isn't packaged is Electron with a folder to start (`appPath`,
 * null where it is packaged). The portable program of Windows runs from a folder that is gone after its end; the
 * file that was started stands in the environment.
 */
export function loginEntry(appPath: string | null, env: Readonly<Record<string, string | undefined>>): LoginEntry {
  return { path: env['PORTABLE_EXECUTABLE_FILE'] || null, args: appPath === null ? [] : [`"${appPath}"`] };
}
