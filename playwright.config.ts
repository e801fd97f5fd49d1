import { defineConfig } from '@playwright/test';
import { browserOptions } from './scripts/browser-options.ts';
import { installedBrowser } from './scripts/find-browser.ts';

/*
 * The whole program, driven in a real Chromium through the browser shell. `npm test` sees to it that there
 * is a browser and a build; by itself, `npx playwright test` takes the browser that is there.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  timeout: 30_000,
  reporter: 'list',
  use: { screenshot: 'only-on-failure' },
  projects: [{ name: 'chromium', use: { launchOptions: browserOptions(installedBrowser()) } }],
});
