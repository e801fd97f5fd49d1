import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, inject, onTestFinished, vi } from 'vitest';
import type { CommandId } from '../../src/core/contract/commands.ts';
import type { AppState, Bridge } from '../../src/core/contract/contract.ts';
import type { SettingsPatch } from '../../src/core/settings/schema.ts';
import { makeFolder } from './driver/program-copy.ts';
import { startProgram, type ProgramOptions, type Running } from './driver/start-program.ts';

/** Longer than anything here takes on a busy machine. */
const patience = { timeout: 15_000, interval: 20 };

/** The longest that a test with programs of its own may take. */
const programTestMs = 40_000;

export interface Programs {
  /** Starts the built program in a home of its own; it ends with the test. */
  start: (options?: Partial<ProgramOptions>) => Promise<Running>;
  /** The same for all tests of the file, in `beforeAll`. */
  startForAll: () => Promise<Running>;
  /** A copy of the built program that the test may spoil. */
  copy: () => Promise<string>;
}

/** The browser and the built program that `browser-for-all.ts` has at hand, for the tests of a file. */
export function setUpPrograms(): Programs {
  vi.setConfig({ testTimeout: programTestMs, hookTimeout: programTestMs });
  let browser: Browser | null = null;
  const open = (): Browser => {
    if (browser === null) throw new Error('The browser is open during tests only.');
    return browser;
  };
  const ends: (() => Promise<void>)[] = [];
  const program = inject('program');
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterAll(async () => {
    for (const end of ends) await end();
    await browser?.close();
  });
  return {
    start: async (options = {}) => {
      const home = options.home ?? (await temporary('home'));
      const appDir = options.appDir ?? program;
      const running = await startProgram({ browser: open(), ...options, appDir, home });
      onTestFinished(() => running.dispose());
      return running;
    },
    startForAll: async () => {
      const home = await makeFolder('home');
      const running = await startProgram({ browser: open(), appDir: program, home: home.path });
      ends.push(running.dispose, home.remove);
      return running;
    },
    copy: async () => {
      const folder = await temporary('copy');
      await cp(program, folder, { recursive: true });
      return folder;
    },
  };
}

/** A folder that is gone after the test. */
export async function temporary(name: string): Promise<string> {
  const folder = await makeFolder(name);
  onTestFinished(folder.remove);
  return folder.path;
}

/** Writes files by their names; gives the folder. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return folder;
}

/** The calls of this name, or those on this object of this name, so far. */
export function callsOf(running: Running, call: string, on?: string): Running['entries'] {
  return running.entries.filter((entry) => entry.call === call && (on === undefined || entry.on === on));
}

/** Waits until the program's first window is loaded and shown, and Offbook has read its stories; its page. */
export async function shownPage(running: Running): Promise<Page> {
  const happened = (call: string): boolean => callsOf(running, call).length > 0;
  const shown = vi.waitFor(() => {
    if (!happened('emits did-finish-load') || !happened('emits show')) throw new Error(whyNotShown(running));
  }, patience);
  const ended = running.exited.then((code) =>
    Promise.reject(new Error(`It ended with ${code}. ${whyNotShown(running)}`)),
  );
  await Promise.race([shown, ended]);
  const [first] = running.pages();
  if (first === undefined) throw new Error('A window is shown, and has no page.');
  // Before, its commands would find nothing to act on.
  await expect.poll(() => first.page.evaluate(isReading), patience).toBe(false);
  return first.page;
}

/** Whether a page is one of Offbook that has yet to hear of its stories; runs in the page. */
async function isReading(): Promise<boolean> {
  const { offbook } = window as unknown as { offbook?: Bridge };
  const state = await offbook?.readState(undefined);
  return state?.ok === true && state.value.library.status === 'loading';
}

function whyNotShown({ entries, stderr }: Running): string {
  const last = entries.slice(-5).map(({ on, call }) => `${on} ${call}`);
  return `No window was shown. The last that happened: ${last.join(', ')}. The program said: ${stderr()}`;
}

/** Looks again and again until it is as expected. */
export function eventually<Value>(look: () => Value | Promise<Value>) {
  return expect.poll(look, patience);
}

/** What the program says of itself to a view. */
export async function stateOf(page: Page): Promise<AppState> {
  const result = await page.evaluate(() => (window as unknown as { offbook: Bridge }).offbook.readState(undefined));
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** Does what the command's key does. */
export async function runCommand(page: Page, id: CommandId): Promise<void> {
  const result = await page.evaluate(
    (wanted) => (window as unknown as { offbook: Bridge }).offbook.runCommand({ id: wanted }),
    id,
  );
  if (!result.ok) throw new Error(result.error);
}

/** Sets this, as the settings view does. */
export async function changeSettings(page: Page, patch: SettingsPatch): Promise<void> {
  const change = (wanted: SettingsPatch) => (window as unknown as { offbook: Bridge }).offbook.changeSettings(wanted);
  const result = await page.evaluate(change, patch);
  if (!result.ok) throw new Error(result.error);
}

/** The sentences that a person sees, or could scroll to. */
export async function noticesOf(page: Page): Promise<string[]> {
  return (await stateOf(page)).notices.map(({ text }) => text);
}
