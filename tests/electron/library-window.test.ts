import type { BrowserWindowConstructorOptions } from 'electron';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Running } from './driver/start-program.ts';
import { expectHardenedWindows } from './hardened-windows.ts';
import {
  call,
  callsOf,
  changeSettings,
  eventsOf,
  eventually,
  noticesOf,
  runCommand,
  setUpPrograms,
  shownPage,
  stateOf,
  untilShown,
} from './programs.ts';

/* The ordinary window beside the prompter, which of the two a command leads to, and what else only a desktop has. */
const { start, startForAll } = setUpPrograms();

const lastOptions = (running: Running) => callsOf(running, 'new').at(-1)?.args[0] as BrowserWindowConstructorOptions;

/** Which views a window's page was asked for, from now on. */
function asked(running: Running, window: number): () => string[] {
  const requested = () => eventsOf(running, 'viewRequested', window).map(({ view }) => view);
  const before = requested().length;
  return () => requested().slice(before);
}

/** Where a window's page was loaded from: what it is asked for at first. */
const searchOf = (running: Running, window: number) =>
  new URL(String(callsOf(running, 'loadURL', `window ${window}`)[0]?.args[0])).search;

/* One program for these; the library's window is closed after each. */
describe('on Linux', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startForAll();
  });
  beforeEach(() => untilShown(running));
  afterEach(closeLibrary);

  const windowAt = async (index: 0 | 1) => (await running.act.windows())[index];
  const pressFind = () => running.act.pressHotkey('CommandOrControl+Shift+F3');

  /** Has a view shown that the library's window has; the number of that, once it is shown. */
  async function open(command: 'show-library' | 'show-settings'): Promise<number> {
    await runCommand(running, command);
    await eventually(async () => (await windowAt(1))?.visible).toBe(true);
    return Number((await windowAt(1))?.name.split(' ')[1]);
  }

  async function closeLibrary(): Promise<void> {
    const name = (await windowAt(1))?.name;
    if (name !== undefined) await running.act.closeWindow(Number(name.split(' ')[1]));
    await eventually(async () => (await running.act.windows()).length).toBe(1);
  }

  describe('the library’s window', () => {
    test('is an ordinary one, as hardened as the prompter, and one only', async () => {
      const library = await open('show-library');
      expectHardenedWindows(running);
      expect(lastOptions(running)).toMatchObject({ show: false, backgroundColor: '#0e1014' });
      expect(lastOptions(running).frame).not.toBe(false);
      expect(lastOptions(running).alwaysOnTop).not.toBe(true);
      expect(searchOf(running, library)).toBe('?view=library');
      expect((await stateOf({ ...running, window: library })).library.samples).toBe(true);

      const [inPrompter, inLibrary] = [asked(running, 1), asked(running, library)];
      await runCommand(running, 'show-settings');
      await eventually(inLibrary).toEqual(['settings']);
      expect(inPrompter()).toEqual([]);
      expect(await running.act.windows()).toHaveLength(2);
      expect((await windowAt(1))?.focused).toBe(true);
    });

    test('opens again after it was closed, with the requested view; the prompter stays', async () => {
      await open('show-library');
      await closeLibrary();
      const settings = await open('show-settings');
      expect(searchOf(running, settings)).toBe('?view=settings');
    });
  });

  describe('finding a story by hotkey', () => {
    test('gives the prompter the keyboard', async () => {
      const inPrompter = asked(running, 1);
      await pressFind();
      await eventually(inPrompter).toEqual(['palette']);
      expect(await windowAt(0)).toMatchObject({ visible: true, focused: true });
      await call(running, 'giveFocusBack', undefined);
    });

    test('opens in the window with the focus, which keeps it', async () => {
      const library = await open('show-library');
      await running.act.focusWindow(library);
      const [inPrompter, inLibrary] = [asked(running, 1), asked(running, library)];
      await pressFind();
      await eventually(inLibrary).toEqual(['palette']);
      expect(inPrompter()).toEqual([]);
      await call({ ...running, window: library }, 'giveFocusBack', undefined);
      expect((await windowAt(1))?.focused).toBe(true);
    });
  });

  test('click-through is turned on and off by the same command, and off by hiding and showing', async () => {
    const ignores = () => callsOf(running, 'setIgnoreMouseEvents').map(({ args }) => args[0]);
    await runCommand(running, 'toggle-click-through');
    await runCommand(running, 'toggle-click-through');
    expect(ignores()).toEqual([true, false]);
    await runCommand(running, 'toggle-click-through');
    await running.act.pressHotkey('CommandOrControl+Shift+F11');
    await running.act.pressHotkey('CommandOrControl+Shift+F11');
    await eventually(ignores).toEqual([true, false, true, false]);
  });

  test('settings that only other desktops follow are not asked for, and the panel says why', async () => {
    await changeSettings(running, { contentProtection: true, startAtLogin: true });
    const { capabilities } = await stateOf(running);
    expect([capabilities.contentProtection, capabilities.startAtLogin]).toEqual([false, false]);
    expect(capabilities.panel.find(({ id }) => id === 'contentProtection')).toMatchObject({ state: 'no' });
    expect(callsOf(running, 'setContentProtection')).toEqual([]);
    expect(callsOf(running, 'setLoginItemSettings')).toEqual([]);
  });

  describe('while a hotkey is being recorded', () => {
    test('none does anything; those that are set meanwhile are registered all the same', async () => {
      await call(running, 'suspendHotkeys', { suspended: true });
      expect(await running.act.pressHotkey('CommandOrControl+Shift+F8')).toBe(false);
      await changeSettings(running, { hotkeys: { reset: 'Control+Shift+F5' } });
      await call(running, 'suspendHotkeys', { suspended: false });
      const { hotkeys } = (await stateOf(running)).capabilities;
      expect(hotkeys).toContainEqual({ command: 'reset', accelerator: 'Control+Shift+F5', state: 'registered' });
      expect(await running.act.pressHotkey('Control+Shift+F5')).toBe(true);
    });

    test('a settings window that is closed meanwhile doesn’t leave them dead', async () => {
      const settings = await open('show-settings');
      await call({ ...running, window: settings }, 'suspendHotkeys', { suspended: true });
      expect(await running.act.pressHotkey('CommandOrControl+Shift+F11')).toBe(false);
      await closeLibrary();
      await eventually(() => running.act.pressHotkey('CommandOrControl+Shift+F11')).toBe(true);
    });
  });

  test('the notification area leads to a hidden prompter, to the windows, and out', () => {
    expect(callsOf(running, 'put', 'tray')).toHaveLength(1);
    const [menu] = callsOf(running, 'setContextMenu', 'tray').map(({ args }) => args[0] as { label: string }[]);
    expect(menu?.map(({ label }) => label)).toEqual([
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

test('a view that is requested while the library’s window opens is the one that it shows', async () => {
  const running = await start({ pages: true });
  const prompter = await shownPage(running);
  await Promise.all([runCommand(prompter, 'show-library'), runCommand(prompter, 'show-settings')]);
  await eventually(async () => (await running.act.windows())[1]?.visible).toBe(true);
  await eventually(() => running.pages()[1]!.page.getByRole('main').getAttribute('aria-label')).toBe('Settings');
});

test('finding a story by hotkey opens a prompter that was closed, with the search', async () => {
  const running = await start({ platform: 'darwin', pages: true });
  await shownPage(running);
  await running.act.closeWindow(1);
  await eventually(async () => (await running.act.windows()).length).toBe(0);
  await running.act.pressHotkey('CommandOrControl+Shift+F3');
  const search = async () => (await shownPage(running)).getByRole('combobox', { name: 'Find a story' }).isVisible();
  await eventually(search).toBe(true);
});

test('a prompter that was opened for the search takes the keyboard that once only', async () => {
  const running = await start({ platform: 'darwin' });
  await untilShown(running);
  const shownBy = (window: number) =>
    ['show', 'showInactive'].filter((call) => callsOf(running, call, `window ${window}`).length > 0);
  const close = async (window: number) => {
    await running.act.closeWindow(window);
    await eventually(async () => (await running.act.windows()).length).toBe(0);
  };
  await close(1);
  await running.act.pressHotkey('CommandOrControl+Shift+F3');
  await eventually(() => shownBy(2)).toEqual(['show']);
  await close(2);
  await running.act.activate();
  await eventually(() => shownBy(3)).not.toEqual([]);
  expect(shownBy(3)).toEqual(['showInactive']);
});

test('click-through is refused while no hotkey can turn it off', async () => {
  const running = await start({ heldElsewhere: ['CommandOrControl+Shift+F11'] });
  await untilShown(running);
  await runCommand(running, 'toggle-click-through');
  expect(callsOf(running, 'setIgnoreMouseEvents')).toEqual([]);
  await eventually(async () => (await noticesOf(running)).join()).toContain('needs a hotkey');
});
