import { createHash } from 'node:crypto';
import { accessSync, constants, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { errorCode, describeError } from '../services/base/system-error.ts';

/** What became of the folder for the person's settings. */
export interface SettingsFolder {
  /** Where Chromium keeps what it needs, and the lock that keeps Offbook single; null where there is no room at all. */
  browser: string | null;
  /** Why settings can't be kept, as a sentence; null where they can. */
  trouble: string | null;
}

/** Where Chromium keeps what it needs, apart from the person's settings. */
export function browserFolder(settingsDir: string): string {
  return path.join(settingsDir, 'electron');
}

/**
 * Makes the settings folder. Where it can't be written in, Offbook goes on with settings in memory, and
 * Chromium, which can't go on without a folder, gets one in `temporaryDir`. Before ready, hence synchronous.
 */
export function openSettingsFolder(settingsDir: string, temporaryDir: string): SettingsFolder {
  const browser = browserFolder(settingsDir);
  try {
    mkdirSync(browser, { recursive: true, mode: 0o700 });
    for (const folder of [settingsDir, browser]) accessSync(folder, constants.W_OK);
    return { browser, trouble: null };
  } catch (error) {
    const trouble =
      `Offbook can't keep its settings in ${settingsDir}: ${describeError(error)}. They hold until it ends. ` +
      'Make that folder writable, or name another one in the environment variable OFFBOOK_HOME.';
    return { browser: temporaryFolder(settingsDir, temporaryDir), trouble };
  }
}

/** The same one at each start, so that a second start finds the first; null where none can be made. */
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

/** Whether nobody else can have prepared it: where many people share a computer they share this place too. */
function isPrivate(folder: string): boolean {
  const found = lstatSync(folder);
  if (!found.isDirectory()) return false;
  const { getuid } = process;
  return getuid === undefined || (found.uid === getuid() && (found.mode & 0o077) === 0);
}
