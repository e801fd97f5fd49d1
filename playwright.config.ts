import { defineConfig } from '@playwright/test';
import { browserOptions } from './scripts/browser-options.ts';
import { electronForTests } from './scripts/electron-for-tests.ts';
import { installedBrowser } from './scripts/find-browser.ts';
import { flowProject, shells } from './tests/flows/driver.ts';
import type { FlowOptions } from './tests/flows/flow.ts';

/*
 * The whole program, driven in a real Chromium through the browser shell (tests/e2e), and the flows that are the
 * same in every shell (tests/flows). `npm test` sees to it that there is a browser and a build, and says which flows
 * could not be run; by itself, `npx playwright test` takes the browser that is there.
 */
const launchOptions = browserOptions(installedBrowser());
const whyNoElectron = electronForTests();

export default defineConfig<object, FlowOptions>({
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 3,
  timeout: 30_000,
  reporter: 'list',
  use: { screenshot: 'only-on-failure', launchOptions },
  projects: [
    { name: 'chromium', testDir: 'tests/e2e' },
    ...shells
      .filter((shell) => shell !== 'Electron' || whyNoElectron === null)
      .map((shell) => ({
        name: flowProject(shell),
        testDir: 'tests/flows',
        // Flows start whole programs, some of them twice.
        timeout: 60_000,
        expect: { timeout: 15_000 },
        use: { shell },
      })),
  ],
});
