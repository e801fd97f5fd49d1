import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

type Environment = Readonly<Record<string, string | undefined>>;

/** Debian’s Chromium without windows, whose pages take less than half of the work. */
export const headlessShell = '/usr/bin/chromium-headless-shell';

/** Where the installers of Chromium and Chrome put them, and their names on the PATH. */
const systemPlaces: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    headlessShell,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'],
};
const commandNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/**
 * Every place where the system's Chromium or Chrome could be, the lightest and the most likely first. Windows names its program folders
 * in the environment.
 */
export function systemCandidates(platform: NodeJS.Platform, env: Environment): string[] {
  const places = systemPlaces[platform] ?? [];
  if (platform === 'win32') {
    const folders = [env['LOCALAPPDATA'], env['PROGRAMFILES'], env['PROGRAMFILES(X86)']].filter(isGiven);
    return folders.flatMap((folder) => places.map((place) => path.win32.join(folder, place)));
  }
  const onPath = (env['PATH'] ?? '').split(':').filter(isGiven);
  return [...places, ...onPath.flatMap((folder) => commandNames.map((name) => path.posix.join(folder, name)))];
}

/** The browser to use: the system's, or else one that Playwright downloaded; null without either. */
export function installedBrowser(): string | null {
  return firstThatRuns([...systemCandidates(process.platform, process.env), chromium.executablePath()]);
}

/** The first of these files that exists and really is a browser. */
export function firstThatRuns(candidates: readonly string[]): string | null {
  return candidates.find((file) => existsSync(file) && runs(file)) ?? null;
}

/** Some distributions have a script there that only says how to install the browser, and libraries may be missing. */
function runs(file: string): boolean {
  if (process.platform !== 'linux') return true;
  const answer = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return answer.status === 0 && /chrom/i.test(answer.stdout);
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
