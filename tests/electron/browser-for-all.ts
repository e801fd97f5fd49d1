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

/** Opens a browser and copies the built program, once for all files; both are gone after the last one. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const executable = installedBrowser();
  if (executable === null) throw new Error('No Chromium or Chrome on this computer. "npm test" gets one.');
  const [server, program] = await Promise.all([chromium.launchServer(browserOptions(executable)), copyProgram()]);
  provide('browser', server.wsEndpoint());
  provide('program', program.path);
  return async () => {
    await server.close();
    await program.remove();
  };
}
