import { chromium } from '@playwright/test';
import type { TestProject } from 'vitest/node';
import { browserOptions } from '../../scripts/browser-options.ts';
import { installedBrowser } from '../../scripts/find-browser.ts';
import { copyProgram } from './driver/program-copy.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser is, of which every program has a context. */
    browser: string;
    /** The folder with a copy of the built program, which nobody may change. */
    program: string;
  }
}

const ends: (() => Promise<void>)[] = [];

/** Electron's pages may close their windows. The rest is Playwright's own value, which this one replaces. */
const blinkSettings =
  'primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4,allowScriptsToCloseWindows=true';

/** Opens a browser and copies the built program, once for all files. */
export async function setup({ provide }: TestProject): Promise<void> {
  const executable = installedBrowser();
  if (executable === null) throw new Error('No Chromium or Chrome on this computer. "npm test" gets one.');
  const options = browserOptions(executable);
  const args = [...(options.args ?? []), `--blink-settings=${blinkSettings}`];
  const [server, program] = await Promise.all([chromium.launchServer({ ...options, args }), copyProgram()]);
  provide('browser', server.wsEndpoint());
  provide('program', program.path);
  ends.push(() => server.close(), program.remove);
}

export async function teardown(): Promise<void> {
  for (const end of ends) await end();
}
