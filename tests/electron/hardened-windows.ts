import path from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';
import { expect } from 'vitest';
import type { Running } from './driver/start-program.ts';
import { hardenedPreferences } from './hardened-preferences.ts';
import { callsOf } from './programs.ts';

/** Expects every window that a program opened so far to be made as docs/hardening.md says. */
export function expectHardenedWindows(running: Running): void {
  const windows = callsOf(running, 'new').map(({ args }) => args[0] as BrowserWindowConstructorOptions);
  expect(windows.length).toBeGreaterThan(0);
  for (const { webPreferences } of windows) {
    expect(webPreferences).toMatchObject(hardenedPreferences);
    expect(webPreferences).not.toHaveProperty('enableBlinkFeatures');
    expect(path.basename(webPreferences?.preload ?? '')).toBe('index.cjs');
  }
}
