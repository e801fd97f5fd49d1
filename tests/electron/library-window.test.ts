import type { Page } from '@playwright/test';
import type { BrowserWindowConstructorOptions } from 'electron';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Bridge } from '../../src/core/contract/contract.ts';
import type { Running } from './driver/start-program.ts';
import { expectHardenedWindows } from './hardened-windows.ts';
import {
  callsOf,
  changeSettings,
  eventually,
  noticesOf,
  runCommand,
  setUpPrograms,
  shownPage,
  stateOf,
} from './programs.ts';

/* The ordinary window beside the prompter, which of the two a command leads to, and what else only a desktop has. */
const { start, startForAll } = setUpPrograms();

const lastOptions = (running: Running) => callsOf(running, 'new').at(-1)?.args[0] as BrowserWindowConstructorOptions;

/** Which views a page was asked for, from now on. */
async function asked(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    (window as unknown as { offbook: Bridge }).offbook.on('viewRequested', ({ view }) => seen.push(view));
  });
  return () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
}

const giveFocusBack = (page: Page) =>
  page.evaluate(() => (window as unknown as { offbook: Bridge }).offbook.giveFocusBack(undefined));

const suspendHotkeys = (page: Page, suspended: boolean) =>
  page.evaluate(
    (now) => (window as unknown as { offbook: Bridge }).offbook.suspendHotkeys({ suspended: now }),
    suspended,
  );

/** The labels of a menu, with those of its submenus. */
const labels = (menu: unknown): string[] =>
  (menu as { label?: string; submenu?: unknown[] }[]).flatMap(({ label, submenu }) => [
    ...(label === undefined ? [] : [label]),
    ...(submenu === undefined ? [] : labels(submenu)),
  ]);

/* One program for these; the library's window is closed after each. */
describe('on Linux', () => {
  let running: Running;
  let prompter: Page;
  beforeAll(async () => {
    running = await startForAll();
  });
  beforeEach(async () => {
    prompter = await shownPage(running);
  });
  afterEach(closeLibrary);

  const windowAt = async (index: 0 | 1) => (await running.act.windows())[index];
  const pressFind = () => running.act.pressHotkey('CommandOrControl+Shift+F3');

  /** Has a view shown that the library's window has; its page, once that is shown. */
  async function open(command: 'show-library' | 'show-settings'): Promise<Page> {
    await runCommand(prompter, command);
    await eventually(async () => (await windowAt(1))?.visible).toBe(true);
    return running.pages()[1]!.page;
  }

  /** The number of the library's window; null while it is closed. */
  async function libraryId(): Promise<number | null> {
    const name = (await windowAt(1))?.name;
    return name === undefined ? null : Number(name.split(' ')[1]);
  }

  async function closeLibrary(): Promise<void> {
    const id = await libraryId();
    if (id !== null) await running.act.closeWindow(id);
    await eventually(async () => (await running.act.windows()).length).toBe(1);
  }

  describe('the library’s window', () => {
    test('is an ordinary one, as hardened as the prompter, and one only', async () => {
      const library = await open('show-library');
      expectHardenedWindows(running);
      expect(lastOptions(running)).toMatchObject({ show: false, backgroundColor: '#0e1014' });
      expect(lastOptions(running).frame).not.toBe(false);
      expect(lastOptions(running).alwaysOnTop).not.toBe(true);
      expect(new URL(library.url()).search).toBe('?view=library');
      expect((await stateOf(library)).library.samples).toBe(true);

      const [inPrompter, inLibrary] = [await asked(prompter), await asked(library)];
      await runCommand(prompter, 'show-settings');
      await eventually(inLibrary).toEqual(['settings']);
      expect(await inPrompter()).toEqual([]);
      expect(await running.act.windows()).toHaveLength(2);
      expect((await windowAt(1))?.focused).toBe(true);
    });

    test('opens again after it was closed, with the requested view; the prompter stays', async () => {
      await open('show-library');
      await closeLibrary();
      const settings = await open('show-settings');
      expect(new URL(settings.url()).search).toBe('?view=settings');
    });
  });

  test('a view that is requested while the library’s window opens is the one that it shows', async () => {
    await Promise.all([runCommand(prompter, 'show-library'), runCommand(prompter, 'show-settings')]);
    await eventually(async () => (await windowAt(1))?.visible).toBe(true);
    await eventually(() => running.pages()[1]!.page.getByRole('main').getAttribute('aria-label')).toBe('Settings');
  });

  describe('finding a story by hotkey', () => {
    test('gives the prompter the keyboard, and gives it back', async () => {
      const inPrompter = await asked(prompter);
      await pressFind();
      await eventually(inPrompter).toEqual(['palette']);
      expect(await windowAt(0)).toMatchObject({ visible: true, focused: true });
      await giveFocusBack(prompter);
      await eventually(async () => (await windowAt(0))?.focused).toBe(false);
    });

    test('opens in the window with the focus, which keeps it', async () => {
      const library = await open('show-library');
      await running.act.focusWindow((await libraryId())!);
      const [inPrompter, inLibrary] = [await asked(prompter), await asked(library)];
      await pressFind();
      await eventually(inLibrary).toEqual(['palette']);
      expect(await inPrompter()).toEqual([]);
      await giveFocusBack(library);
      expect((await windowAt(1))?.focused).toBe(true);
    });
  });

  test('click-through is turned on and off by the same command, and off by hiding and showing', async () => {
    const ignores = () => callsOf(running, 'setIgnoreMouseEvents').map(({ args }) => args[0]);
    await runCommand(prompter, 'toggle-click-through');
    await runCommand(prompter, 'toggle-click-through');
    expect(ignores()).toEqual([true, false]);
    await runCommand(prompter, 'toggle-click-through');
    await running.act.pressHotkey('CommandOrControl+Shift+F11');
    await running.act.pressHotkey('CommandOrControl+Shift+F11');
    await eventually(ignores).toEqual([true, false, true, false]);
  });

  test('settings that only other desktops follow are not asked for, and the panel says why', async () => {
    await changeSettings(prompter, { contentProtection: true, startAtLogin: true });
    const { capabilities } = await stateOf(prompter);
    expect([capabilities.contentProtection, capabilities.startAtLogin]).toEqual([false, false]);
    expect(capabilities.panel.find(({ id }) => id === 'contentProtection')).toMatchObject({ state: 'no' });
    expect(callsOf(running, 'setContentProtection')).toEqual([]);
    expect(callsOf(running, 'setLoginItemSettings')).toEqual([]);
  });

  describe('while a hotkey is being recorded', () => {
    test('none does anything; those that are set meanwhile are registered all the same', async () => {
      await suspendHotkeys(prompter, true);
      expect(await running.act.pressHotkey('CommandOrControl+Shift+F8')).toBe(false);
      await changeSettings(prompter, { hotkeys: { reset: 'Control+Shift+F5' } });
      await suspendHotkeys(prompter, false);
      const { hotkeys } = (await stateOf(prompter)).capabilities;
      expect(hotkeys).toContainEqual({ command: 'reset', accelerator: 'Control+Shift+F5', state: 'registered' });
      expect(await running.act.pressHotkey('Control+Shift+F5')).toBe(true);
    });

    test('a settings window that is closed meanwhile doesn’t leave them dead', async () => {
      await suspendHotkeys(await open('show-settings'), true);
      expect(await running.act.pressHotkey('CommandOrControl+Shift+F11')).toBe(false);
      await closeLibrary();
      await eventually(() => running.act.pressHotkey('CommandOrControl+Shift+F11')).toBe(true);
    });
  });

  test('the notification area leads to a hidden prompter, to the windows, and out', () => {
    expect(callsOf(running, 'put', 'tray')).toHaveLength(1);
    const [entry] = callsOf(running, 'setContextMenu', 'tray');
    expect(labels(entry?.args[0])).toEqual([
      'Show or hide the prompter',
      'Find a story',
      'Show the library',
      'Show the settings',
      'Start or pause',
      'Next story',
      'Previous story',
      'Quit Offbook',
    ]);
  });
});

test('finding a story by hotkey opens a prompter that was closed, with the search', async () => {
  const running = await start({ platform: 'darwin' });
  await shownPage(running);
  await running.act.closeWindow(1);
  await eventually(async () => (await running.act.windows()).length).toBe(0);
  await running.act.pressHotkey('CommandOrControl+Shift+F3');
  const search = async () => (await shownPage(running)).getByRole('combobox', { name: 'Find a story' }).isVisible();
  await eventually(search).toBe(true);
});

test('click-through is refused while no hotkey can turn it off', async () => {
  const running = await start({ heldElsewhere: ['CommandOrControl+Shift+F11'] });
  const page = await shownPage(running);
  await runCommand(page, 'toggle-click-through');
  expect(callsOf(running, 'setIgnoreMouseEvents')).toEqual([]);
  await eventually(async () => (await noticesOf(page)).join()).toContain('needs a hotkey');
});

test('macOS: hidden from screen sharing when asked, started at login, and the commands in the menu bar, each once', async () => {
  const running = await start({ platform: 'darwin' });
  const page = await shownPage(running);
  const protection = () => callsOf(running, 'setContentProtection').at(-1)?.args;
  expect(protection()).toEqual([false]);
  await changeSettings(page, { contentProtection: true, startAtLogin: true });
  await eventually(protection).toEqual([true]);
  await eventually(() => callsOf(running, 'setLoginItemSettings').map(({ args }) => args[0])).toEqual([
    expect.objectContaining({ openAtLogin: true }),
  ]);
  await changeSettings(page, { startAtLogin: false });
  await eventually(() => callsOf(running, 'setLoginItemSettings').length).toBe(2);

  const shown = labels(callsOf(running, 'setApplicationMenu').at(-1)?.args[0]);
  expect(shown).toEqual(expect.arrayContaining(['Stories', 'Prompter', 'Pinned story 9', 'Show all keys']));
  expect(new Set(shown).size).toBe(shown.length);
});
