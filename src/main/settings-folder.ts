import { createHash } from 'node:crypto';
import { accessSync, constants, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../services/base/private-folder.ts';
import { errorCode, describeError } from '../services/base/system-error.ts';
import { browserFolderIn } from '../services/system/paths.ts';

/** Whether the settings folder can be used. */
export interface SettingsFolder {
  /** Where Chromium keeps its files and the single-instance lock; null if no folder can be written. */
  browser: string | null;
  /** Why settings can't be saved, as a sentence; null if they can. */
  problem: string | null;
}

/**
 * Creates the settings folder. If it can't be written, Offbook keeps settings in memory, and Chromium, which needs a
 * folder, gets one in `temporaryDir`. Synchronous, because it has to be done before Electron is ready.
 */
export function openSettingsFolder(settingsDir: string, temporaryDir: string): SettingsFolder {
  const browser = browserFolderIn(settingsDir);
  try {
    makeFolder(browser);
    for (const folder of [settingsDir, browser]) accessSync(folder, constants.W_OK);
    return { browser, problem: null };
  } catch (error) {
    const problem =
      `Offbook can’t save its settings in ${settingsDir}: ${describeError(error)}. Changes last only until you quit. ` +
      'Make that folder writable, or name another one in the environment variable OFFBOOK_HOME.';
    return { browser: temporaryFolder(settingsDir, temporaryDir), problem };
  }
}

/** The same folder at each start, so that a second start finds the first; null if it can't be created. */
function temporaryFolder(settingsDir: string, temporaryDir: string): string | null {
  const name = createHash('sha256').update(settingsDir).digest('hex').slice(0, 16);
  const folder = path.join(temporaryDir, `offbook-${name}`);
  try {
    makePrivate(folder);
    return isPrivate(folder) ? folder : mkdtempSync(`${folder}-`);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return null;
  }
}

function makePrivate(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

/** Whether nobody else can have prepared it: everybody on this computer can write to the temporary folder. */
function isPrivate(folder: string): boolean {
  const found = lstatSync(folder);
  if (!found.isDirectory()) return false;
  const { getuid } = process;
  return getuid === undefined || (found.uid === getuid() && (found.mode & 0o077) === 0);
}
