import type { Page } from '@playwright/test';
import type { BrowserWindowConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import type { Bridge } from '../../src/core/contract.ts';
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

/* The ordinary window beside the prompter, and which of the two a command leads to. */
const { start } = setUpPrograms();

const optionsOf = (running: Running, window: number) =>
  callsOf(running, 'new')[window - 1]?.args[0] as BrowserWindowConstructorOptions;

/** Which views a page was asked for, from now on. */
async function asked(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    (window as unknown as { offbook: Bridge }).offbook.on('viewAsked', ({ view }) => seen.push(view));
  });
  return () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
}

/** The page of the library's window, once it is shown. */
async function libraryPage(running: Running): Promise<Page> {
  await eventually(async () => (await running.act.windows())[1]?.visible).toBe(true);
  return running.pages()[1]!.page;
}

describe('the library’s window', () => {
  test('is an ordinary one, as hardened as the prompter, and one only', async () => {
    const running = await start();
    const prompter = await shownPage(running);
    await runCommand(prompter, 'show-library');
    const library = await libraryPage(running);
    expectHardenedWindows(running);
    expect(optionsOf(running, 2)).toMatchObject({ width: 1120, height: 720, show: false, backgroundColor: '#0e1014' });
    expect(optionsOf(running, 2).frame).not.toBe(false);
    expect(optionsOf(running, 2).alwaysOnTop).not.toBe(true);
    expect(new URL(library.url()).search).toBe('?view=library');
    expect((await stateOf(library)).library.samples).toBe(true);

    const [inPrompter, inLibrary] = [await asked(prompter), await asked(library)];
    await runCommand(prompter, 'show-settings');
    await eventually(inLibrary).toEqual(['settings']);
    expect(await inPrompter()).toEqual([]);
    expect(await running.act.windows()).toHaveLength(2);
    expect((await running.act.windows())[1]?.focused).toBe(true);
  });

  test('opens anew after it was closed, with the view that is asked for; the prompter stays', async () => {
    const running = await start();
    const prompter = await shownPage(running);
    await runCommand(prompter, 'show-library');
    await libraryPage(running);
    await running.act.closeWindow(2);
    await eventually(async () => (await running.act.windows()).length).toBe(1);
    await runCommand(prompter, 'show-settings');
    const settings = await libraryPage(running);
    expect(new URL(settings.url()).search).toBe('?view=settings');
  });
});

describe('finding a story by hotkey', () => {
  test('gives the prompter the keyboard, and gives it back', async () => {
    const running = await start();
    const prompter = await shownPage(running);
    const inPrompter = await asked(prompter);
    await running.act.pressHotkey('CommandOrControl+Shift+F3');
    await eventually(inPrompter).toEqual(['palette']);
    expect((await running.act.windows())[0]).toMatchObject({ visible: true, focused: true });
    await prompter.evaluate(() => (window as unknown as { offbook: Bridge }).offbook.giveFocusBack(undefined));
    await eventually(async () => (await running.act.windows())[0]?.focused).toBe(false);
  });

  test('finds in the window that has the focus; its focus is not given away', async () => {
    const running = await start();
    const prompter = await shownPage(running);
    await runCommand(prompter, 'show-library');
    const library = await libraryPage(running);
    await running.act.focusWindow(2);
    const [inPrompter, inLibrary] = [await asked(prompter), await asked(library)];
    await running.act.pressHotkey('CommandOrControl+Shift+F3');
    await eventually(inLibrary).toEqual(['palette']);
    expect(await inPrompter()).toEqual([]);
    await library.evaluate(() => (window as unknown as { offbook: Bridge }).offbook.giveFocusBack(undefined));
    expect((await running.act.windows())[1]?.focused).toBe(true);
  });
});

describe('click-through', () => {
  const ignores = (running: Running) => callsOf(running, 'setIgnoreMouseEvents').map(({ args }) => args[0]);

  test('is let through and ended by the same command, and by hiding and showing', async () => {
    const running = await start();
    const page = await shownPage(running);
    await runCommand(page, 'toggle-click-through');
    await runCommand(page, 'toggle-click-through');
    expect(ignores(running)).toEqual([true, false]);
    await runCommand(page, 'toggle-click-through');
    await running.act.pressHotkey('CommandOrControl+Shift+F11');
    await running.act.pressHotkey('CommandOrControl+Shift+F11');
    await eventually(() => ignores(running)).toEqual([true, false, true, false]);
  });

  test('is refused while no hotkey leads back', async () => {
    const running = await start({ heldElsewhere: ['CommandOrControl+Shift+F11'] });
    const page = await shownPage(running);
    await runCommand(page, 'toggle-click-through');
    expect(ignores(running)).toEqual([]);
    await eventually(async () => (await noticesOf(page)).join()).toContain('no hotkey would lead back');
  });
});

describe('settings that only a desktop follows', () => {
  test('macOS: hidden from screen sharing when asked, and started at login', async () => {
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
  });

  test('Linux: neither is asked for, and the panel says why', async () => {
    const running = await start();
    const page = await shownPage(running);
    await changeSettings(page, { contentProtection: true, startAtLogin: true });
    const { capabilities } = await stateOf(page);
    expect([capabilities.contentProtection, capabilities.startAtLogin]).toEqual([false, false]);
    expect(capabilities.panel.find(({ id }) => id === 'contentProtection')).toMatchObject({ state: 'no' });
    expect(callsOf(running, 'setContentProtection')).toEqual([]);
    expect(callsOf(running, 'setLoginItemSettings')).toEqual([]);
  });
});

describe('while a hotkey is being recorded', () => {
  const suspend = (page: Page, suspended: boolean) =>
    page.evaluate(
      (now) => (window as unknown as { offbook: Bridge }).offbook.suspendHotkeys({ suspended: now }),
      suspended,
    );

  test('none does anything; those that are set meanwhile are registered all the same', async () => {
    const running = await start();
    const page = await shownPage(running);
    await suspend(page, true);
    expect(await running.act.pressHotkey('CommandOrControl+Shift+F8')).toBe(false);
    await changeSettings(page, { hotkeys: { reset: 'Control+Shift+F5' } });
    await suspend(page, false);
    const { hotkeys } = (await stateOf(page)).capabilities;
    expect(hotkeys).toContainEqual({ command: 'reset', accelerator: 'Control+Shift+F5', state: 'registered' });
    expect(await running.act.pressHotkey('Control+Shift+F5')).toBe(true);
  });

  test('a settings window that is closed meanwhile doesn’t leave them dead', async () => {
    const running = await start();
    const page = await shownPage(running);
    await runCommand(page, 'show-settings');
    await suspend(await libraryPage(running), true);
    expect(await running.act.pressHotkey('CommandOrControl+Shift+F8')).toBe(false);
    await running.act.closeWindow(2);
    await eventually(() => running.act.pressHotkey('CommandOrControl+Shift+F8')).toBe(true);
  });
});

describe('menus', () => {
  const labels = (menu: unknown): string[] =>
    (menu as { label?: string; submenu?: unknown[] }[]).flatMap(({ label, submenu }) => [
      ...(label === undefined ? [] : [label]),
      ...(submenu === undefined ? [] : labels(submenu)),
    ]);

  test('the notification area leads to a hidden prompter, to the windows, and out', async () => {
    const running = await start();
    await shownPage(running);
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

  test('macOS: the menu bar has the commands, each once', async () => {
    const running = await start({ platform: 'darwin' });
    await shownPage(running);
    const shown = labels(callsOf(running, 'setApplicationMenu').at(-1)?.args[0]);
    expect(shown).toEqual(expect.arrayContaining(['Stories', 'Prompter', 'Pinned story 9', 'Show all keys']));
    expect(new Set(shown).size).toBe(shown.length);
  });
});
