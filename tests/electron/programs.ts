import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, expect, inject, onTestFinished, vi } from 'vitest';
import type { CommandId } from '../../src/core/contract/commands.ts';
import { callChannel, eventChannel } from '../../src/core/contract/channels.ts';
import type {
  AppState,
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
  Result,
} from '../../src/core/contract/contract.ts';
import type { SettingsPatch } from '../../src/core/settings/schema.ts';
import { makeFolder } from './driver/program-copy.ts';
import { startProgram, type ProgramOptions, type Running } from './driver/start-program.ts';

/** Longer than anything here takes on a busy machine. */
const patience = { timeout: 15_000, interval: 20 };

/** Where a page of the program says that it is. */
export const ownFrame = { url: 'app://offbook/', origin: 'app://offbook', isMain: true };

/** The longest that a test with programs of its own may take. */
const programTestMs = 40_000;

type StartOptions = Partial<Omit<ProgramOptions, 'browser'>>;

/** Whether its windows' pages are in a browser: only for tests that look at them, or at what is between them and the program. */
interface Where {
  pages?: boolean | undefined;
}

export interface Programs {
  /** Starts the built program in a home of its own; it ends with the test. */
  start: (options?: StartOptions & Where) => Promise<Running>;
  /** The same for all tests of the file, in `beforeAll`. */
  startForAll: (where?: Where) => Promise<Running>;
  /** A copy of the built program that the test may spoil. */
  copy: () => Promise<string>;
}

/** The browser and the built program that `browser-for-all.ts` has at hand, for the tests of a file. */
export function setUpPrograms(): Programs {
  vi.setConfig({ testTimeout: programTestMs, hookTimeout: programTestMs });
  let connected: Promise<Browser> | null = null;
  const connect = async (): Promise<Browser> => {
    // Takes long to load, and most files need no browser.
    const { chromium } = await import('@playwright/test');
    return chromium.connect(inject('browser'));
  };
  const browserFor = async ({ pages = false }: Where) => (pages ? await (connected ??= connect()) : null);
  const ends: (() => Promise<void>)[] = [];
  const program = inject('program');
  afterAll(async () => {
    for (const end of ends) await end();
    await (await connected)?.close();
  });
  return {
    start: async ({ pages, ...options } = {}) => {
      const home = options.home ?? (await temporary('home'));
      const appDir = options.appDir ?? program;
      const browser = await browserFor({ pages });
      const running = await startProgram({ ...options, browser, appDir, home });
      onTestFinished(() => running.dispose());
      return running;
    },
    startForAll: async (where = {}) => {
      const home = await makeFolder('home');
      const running = await startProgram({ browser: await browserFor(where), appDir: program, home: home.path });
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

/** What a window's page was told in events of this name, so far. */
export function eventsOf<Name extends EventName>(running: Running, name: Name, window = 1): EventPayload<Name>[] {
  const told = callsOf(running, 'send', `contents ${window}`).filter(({ args }) => args[0] === eventChannel(name));
  return told.map(({ args }) => args[1] as EventPayload<Name>);
}

/** Waits until the first window of a program, whichever it is, is loaded and shown. */
export async function untilWindowShown(running: Running): Promise<void> {
  const happened = (call: string): boolean => callsOf(running, call).length > 0;
  const shown = vi.waitFor(() => {
    if (!happened('emits did-finish-load') || !happened('emits show')) throw new Error(whyNotShown(running));
  }, patience);
  const ended = running.exited.then((code) =>
    Promise.reject(new Error(`It ended with ${code}. ${whyNotShown(running)}`)),
  );
  await Promise.race([shown, ended]);
}

/** Waits until the program's first window is loaded and shown, and Offbook has read its stories. */
export async function untilShown(running: Running): Promise<void> {
  await untilWindowShown(running);
  // Before, its commands would find nothing to act on.
  await eventually(async () => (await stateOf(running)).library.status).not.toBe('loading');
}

/** Waits for the same, and until its page has heard of it; that page, in the browser. */
export async function shownPage(running: Running): Promise<Page> {
  await untilShown(running);
  const [first] = running.pages();
  if (first === undefined) throw new Error('A window is shown, and has no page.');
  await eventually(async () => (await stateOf(first.page)).library.status).not.toBe('loading');
  return first.page;
}

function whyNotShown({ entries, stderr }: Running): string {
  const last = entries.slice(-5).map(({ on, call }) => `${on} ${call}`);
  return `No window was shown. The last that happened: ${last.join(', ')}. The program said: ${stderr()}`;
}

/** Ends the process of a window's page, and waits until the program has heard of it. */
export async function crash(running: Running, window = 1): Promise<void> {
  const gone = () => callsOf(running, 'emits render-process-gone', 'app').length;
  const before = gone();
  running.crash(window);
  await eventually(gone).toBe(before + 1);
}

/** Looks again and again until it is as expected. */
export function eventually<Value>(look: () => Value | Promise<Value>) {
  return expect.poll(look, patience);
}

/** Who calls: a page in the browser, or as the page of a window would, the first one unless it says which. */
type Caller = Page | { act: Running['act']; window?: number };

/** Calls the program; throws the error that it answers. */
export async function call<Name extends CallName>(
  caller: Caller,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const result = (await ('act' in caller
    ? callAsPage(caller, name, input)
    : callInPage(caller, name, input))) as Result<CallOutput<Name>>;
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

async function callAsPage({ act, window }: Exclude<Caller, Page>, name: CallName, input: unknown): Promise<unknown> {
  const [first] = await act.windows();
  const contents = window ?? Number(first?.name.split(' ')[1]);
  return act.message(contents, ownFrame, { channel: callChannel, args: [name, input] });
}

function callInPage(page: Page, name: CallName, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([wanted, value]) => {
      const { offbook } = window as unknown as { offbook: Record<string, (input: unknown) => Promise<unknown>> };
      return offbook[wanted]?.(value);
    },
    [name, input] as const,
  );
}

/** What the program says of itself to a view. */
export function stateOf(caller: Caller): Promise<AppState> {
  return call(caller, 'readState', undefined);
}

/** Does what the command's key does. */
export async function runCommand(caller: Caller, id: CommandId): Promise<void> {
  await call(caller, 'runCommand', { id });
}

/** Sets this, as the settings view does. */
export async function changeSettings(caller: Caller, patch: SettingsPatch): Promise<void> {
  await call(caller, 'changeSettings', patch);
}

/** The sentences that a person sees, or could scroll to. */
export async function noticesOf(caller: Caller): Promise<string[]> {
  return (await stateOf(caller)).notices.map(({ text }) => text);
}
