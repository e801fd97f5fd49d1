import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Running } from './driver/start-program.ts';
import {
  call,
  callsOf,
  changeSettings,
  crash,
  eventually,
  noticesOf,
  runCommand,
  setUpPrograms,
  stateOf,
  temporary,
  untilShown,
} from './programs.ts';

/* How the program behaves as a guest of the desktop: what it ends with, what it gives back, and what it leaves alone. */
const { start, startForAll } = setUpPrograms();

/** Opens the library's window and waits for it. */
async function withLibrary(running: Running): Promise<void> {
  await untilShown(running);
  await runCommand(running, 'show-library');
  await eventually(async () => (await running.act.windows())[1]?.visible).toBe(true);
}

/** Expects that a program that has quit left the Dock, the task bar and the system’s own settings alone. */
function expectNothingLeft(running: Running): void {
  const used = new Set(running.entries.map(({ on, call }) => `${on.replace(/ \d+$/u, '')}.${call}`));
  for (const call of ['app.setBadgeCount', 'app.setLoginItemSettings', 'window.setSkipTaskbar', 'window.flashFrame']) {
    expect(used).not.toContain(call);
  }
  expect([...used].filter((call) => /dock|jumplist|setAsDefault|notification/iu.test(call))).toEqual([]);
  // What nobody gives back stays behind on some systems.
  const at = (call: string, on?: string) =>
    running.entries.findLastIndex((entry) => entry.call === call && (on === undefined || entry.on === on));
  expect(at('destroy', 'tray')).toBeGreaterThan(at('emits will-quit'));
}

describe('closing', () => {
  test('Linux: the last window quits the program, one of two doesn’t; the desktop is left as it was', async () => {
    const running = await start();
    await withLibrary(running);
    await running.act.closeWindow(1);
    expect(await running.act.windows()).toHaveLength(1);
    await eventually(async () => (await stateOf(running)).library.status).toBe('ready');
    await running.act.closeWindow(2);
    expect(await running.exited).toBe(0);
    expectNothingLeft(running);
  });

  test('macOS: without windows the program keeps running, its hotkeys and the Dock work; quitting saves everything and leaves the desktop as it was', async () => {
    const home = await temporary('home');
    const running = await start({ platform: 'darwin', home });
    await untilShown(running);
    // The first window takes nobody’s focus, and a click on the Dock shows a hidden prompter.
    const windows = () => running.act.windows();
    expect((await windows())[0]).toMatchObject({ visible: true, focused: false });
    await runCommand(running, 'toggle-prompter');
    await running.act.activate();
    await eventually(async () => (await windows())[0]?.visible).toBe(true);
    // One for the library leaves it alone.
    await withLibrary(running);
    await runCommand(running, 'toggle-prompter');
    await running.act.activate();
    expect((await windows()).map(({ visible }) => visible)).toEqual([false, true]);
    await running.act.closeWindow(2);
    await running.act.closeWindow(1);
    await eventually(() => callsOf(running, 'emits window-all-closed').length).toBe(1);
    expect(callsOf(running, 'quit')).toEqual([]);
    expect(await running.act.pressHotkey('CommandOrControl+Shift+F11')).toBe(true);
    await eventually(async () => (await windows()).length).toBe(1);
    await running.act.quit();
    expect(await running.exited).toBe(0);
    expect(await readFile(path.join(home, 'Offbook', 'windows.json'), 'utf8')).toContain('"width": 460');
    expectNothingLeft(running);
  });

  test('Windows: Ctrl+C in the terminal of npm start saves everything, and leaves the desktop as it was', async () => {
    const home = await temporary('home');
    const running = await start({ platform: 'win32', home });
    await withLibrary(running);
    await running.act.messageFromStarter('something else');
    await changeSettings(running, { textSize: 40 });
    await running.act.messageFromStarter('quit');
    expect(await running.exited).toBe(0);
    expect(await readFile(path.join(home, 'Offbook', 'settings.json'), 'utf8')).toContain('"textSize": 40');
    expectNothingLeft(running);
  });

  test('a run that can’t be saved is shown in a box before Offbook quits', async () => {
    const home = await temporary('home');
    const log = path.join(home, 'Offbook', 'practice-log.jsonl');
    await mkdir(log, { recursive: true });
    const running = await start({ home });
    await untilShown(running);
    await eventually(async () => (await stateOf(running)).session.prompt?.title).toBeTruthy();
    await call(running, 'startMock', { count: 1, thinkMs: 0, targetMs: null });
    // Nobody says anything in less than a second: a shorter run is a slip, which is not kept.
    const atMs = performance.now();
    await eventually(() => performance.now() - atMs).toBeGreaterThan(1100);
    await call(running, 'actOnRun', { action: { type: 'finish' } });
    await running.act.quit();
    expect(await running.exited).toBe(0);
    const [box] = callsOf(running, 'showErrorBox');
    expect(box?.args[0]).toBe('Offbook couldn’t save everything');
    expect(box?.args[1]).toContain(log);
  });
});

describe('start at login', () => {
  test('macOS: is reported where the system refuses it, with where to allow it; the window is hidden from screen sharing', async () => {
    const running = await start({ platform: 'darwin' });
    await untilShown(running);
    const protection = () => callsOf(running, 'setContentProtection').at(-1)?.args;
    const asked = () => callsOf(running, 'setLoginItemSettings').map(({ args }) => args[0]);
    expect(protection()).toEqual([false]);
    await running.act.refuseLogin();
    await changeSettings(running, { contentProtection: true, startAtLogin: true });
    await eventually(protection).toEqual([true]);
    await eventually(() => noticesOf(running)).toContainEqual(
      'The system won’t start Offbook at login yet. Allow it in System Settings, General, Login Items.',
    );
    expect(asked()).toEqual([expect.objectContaining({ openAtLogin: true })]);
    await changeSettings(running, { startAtLogin: false });
    await eventually(() => asked().length).toBe(2);
  });

  test('that the system accepts needs no message, nor does turning it off', async () => {
    const running = await start({ platform: 'win32' });
    await untilShown(running);
    await changeSettings(running, { startAtLogin: true });
    await changeSettings(running, { startAtLogin: false });
    await eventually(() => callsOf(running, 'setLoginItemSettings').length).toBe(2);
    expect(await noticesOf(running)).toEqual([]);
  });
});

/* One program for these, in this order: with the prompter alone, beside the library, and as a new window. */
describe('on Linux', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startForAll();
  });
  beforeEach(() => untilShown(running));

  const goesThrough = async () => (await running.act.windows())[0]?.clickThrough;

  test('click-through turns off when its last hotkey is removed, and says so', async () => {
    await runCommand(running, 'toggle-click-through');
    await changeSettings(running, { hotkeys: { 'toggle-click-through': 'Control+Shift+F2', 'toggle-prompter': null } });
    expect(await goesThrough()).toBe(true);
    await changeSettings(running, { hotkeys: { 'toggle-prompter': null } });
    await eventually(goesThrough).toBe(false);
    expect((await noticesOf(running)).join()).toContain('Click-through is off');
    await changeSettings(running, { hotkeys: {} });
  });

  test('click-through on X11 is set again whenever Electron loses it, and isn’t promised', async () => {
    await runCommand(running, 'toggle-click-through');
    expect((await noticesOf(running)).join()).toContain('on X11 it may fail');
    const { panel } = (await stateOf(running)).capabilities;
    expect(panel.find(({ id }) => id === 'clickThrough')?.state).toBe('unproved');
    const changes = [
      () => running.act.placeWindow(1, { x: 10, y: 50, width: 400, height: 240 }),
      () => runCommand(running, 'less-opaque'),
      () => runCommand(running, 'next-theme'),
      () => running.act.focusWindow(1),
      () => runCommand(running, 'show-library'),
    ];
    for (const change of changes) {
      await change();
      await eventually(goesThrough).toBe(true);
    }
    await runCommand(running, 'toggle-click-through');
    await running.act.placeWindow(1, { x: 20, y: 50, width: 420, height: 240 });
    await eventually(() => callsOf(running, 'emits resize', 'window 1').length).toBe(2);
    expect(await goesThrough()).toBe(false);
  });

  test('click-through ends when the prompter closes: the next one can be clicked, and one press turns it on', async () => {
    await withLibrary(running);
    await runCommand(running, 'toggle-click-through');
    await running.act.closeWindow(1);
    await eventually(async () => (await running.act.windows()).map(({ name }) => name)).toEqual(['window 2']);
    await runCommand(running, 'show-prompter');
    const prompter = async () => (await running.act.windows()).find(({ name }) => name === 'window 3');
    await eventually(async () => (await prompter())?.visible).toBe(true);
    expect(await prompter()).toMatchObject({ clickThrough: false });
    await runCommand(running, 'toggle-click-through');
    expect(await prompter()).toMatchObject({ clickThrough: true });
  });

  test('a prompter that is only hidden doesn’t make Offbook quit', async () => {
    await withLibrary(running);
    await runCommand(running, 'toggle-prompter');
    await running.act.closeWindow(2);
    expect(await running.act.windows()).toMatchObject([{ name: 'window 3', visible: false }]);
    expect(await running.act.pressHotkey('CommandOrControl+Shift+F11')).toBe(true);
    await eventually(async () => (await running.act.windows())[0]?.visible).toBe(true);
  });
});

describe('a report of a problem', () => {
  test('is written beside the settings and opened by the system; it has what helps and no story', async () => {
    const home = await temporary('home');
    const stories = path.join(home, 'my stories');
    await mkdir(stories);
    await writeFile(
      path.join(stories, 'parcels.md'),
      '# Care\n\n## A late parcel\n\n> - S: Lost in Lisbon\n> - A: Called 3 depots\n',
    );
    // Without a PATH no editor can be found.
    const running = await start({ home, words: ['--stories', stories], env: { PATH: home } });
    await untilShown(running);
    await eventually(async () => (await stateOf(running)).session.prompt?.title).toBe('A late parcel');
    await crash(running);
    await eventually(() => callsOf(running, 'emits did-finish-load').length).toBe(2);
    await runCommand(running, 'report-problem');
    const file = path.join(home, 'Offbook', 'report.txt');
    await eventually(() => callsOf(running, 'openPath').map(({ args }) => args)).toEqual([[file]]);
    expect((await noticesOf(running)).join()).toContain(`A report was saved as ${file}. Nothing was sent`);
    expect(callsOf(running, 'openExternal')).toEqual([]);
    const text = await readFile(file, 'utf8');
    expect(text).toMatch(/Offbook: \d+\.\d+\.\d+, not packaged\nDesktop: x11\nDisplays: 1440x900@1\+0\+0\n/u);
    expect(text).toMatch(/On top of other windows: yes\./u);
    expect(text).toMatch(/Z A page's process is gone: crashed, exit code 5\./u);
    expect(text).toContain('stories: 1\n');
    for (const own of ['parcel', 'Lisbon', 'depots', stories, home]) expect(text).not.toContain(own);
  });
});
