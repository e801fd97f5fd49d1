import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { reasonOf } from '../services/error-code.ts';

/** Where Chromium keeps what it needs, apart from the person's settings. */
export function browserFolder(settingsDir: string): string {
  return path.join(settingsDir, 'electron');
}

/** Makes the settings folder; a sentence where that is not possible. Before ready, hence synchronous. */
export function makeSettingsFolder(settingsDir: string): string | null {
  try {
    mkdirSync(browserFolder(settingsDir), { recursive: true });
    accessSync(settingsDir, constants.W_OK);
    return null;
  } catch (error) {
    return (
      `Offbook can't keep its settings in ${settingsDir}: ${reasonOf(error)}. ` +
      'Make that folder writable, or name another one in the environment variable OFFBOOK_HOME.'
    );
  }
}
