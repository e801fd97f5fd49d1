import { realpath } from 'node:fs/promises';
import path from 'node:path';
import {
  isProgram,
  programPlaces,
  type Environment,
  type OutsideProgram,
} from '../services/system/outside-programs.ts';

/** A browser that can show a page in a window of its own, without tabs and address: with `--app=`. */
export interface AppBrowser {
  /** As people call it. */
  name: string;
  file: string;
  /** It is a snap, so it can’t read everything that its owner can. */
  isSnap: boolean;
}

interface Browser extends Omit<OutsideProgram, 'name'> {
  name: string;
  /** On the PATH of Linux. */
  commands: readonly string[];
}

/**
 * Tried in this order. A Flatpak has other names on the PATH, on purpose: it can’t read the file that lets a page in,
 * unless the system’s opener hands it over.
 */
const browsers: readonly Browser[] = [
  {
    name: 'Chrome',
    commands: ['google-chrome-stable', 'google-chrome'],
    mac: 'Google Chrome.app/Contents/MacOS/Google Chrome',
    windows: 'Google\\Chrome\\Application\\chrome.exe',
  },
  {
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser'],
    mac: 'Chromium.app/Contents/MacOS/Chromium',
    windows: 'Chromium\\Application\\chrome.exe',
  },
  {
    name: 'Edge',
    commands: ['microsoft-edge-stable', 'microsoft-edge'],
    mac: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    windows: 'Microsoft\\Edge\\Application\\msedge.exe',
  },
  {
    name: 'Brave',
    commands: ['brave-browser-stable', 'brave-browser', 'brave'],
    mac: 'Brave Browser.app/Contents/MacOS/Brave Browser',
    windows: 'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  },
];

/** Every place where such a browser could be, best first. */
export function appBrowserPlaces(platform: NodeJS.Platform, env: Environment): Omit<AppBrowser, 'isSnap'>[] {
  // A shell that isn’t a login shell may lack the folder of snaps.
  const places = platform === 'linux' ? { ...env, PATH: `${env['PATH'] ?? ''}:/snap/bin` } : env;
  const found = browsers.flatMap(({ name, commands, mac, windows }) =>
    commands.flatMap((command) =>
      programPlaces({ name: command, mac, windows }, platform, places).map((file) => ({ name, file })),
    ),
  );
  return found.filter(({ file }) => !/\.(?:cmd|bat)$/i.test(file));
}

/** The first such browser on this computer; null without one. */
export async function findAppBrowser(platform: NodeJS.Platform, env: Environment): Promise<AppBrowser | null> {
  for (const { name, file } of appBrowserPlaces(platform, env)) {
    if (await isProgram(file)) return { name, file, isSnap: platform === 'linux' && (await isSnap(file)) };
  }
  return null;
}

/** Snaps are links to the program that starts them. */
async function isSnap(file: string): Promise<boolean> {
  if (file.startsWith('/snap/')) return true;
  return path.basename(await realpath(file)) === 'snap';
}
