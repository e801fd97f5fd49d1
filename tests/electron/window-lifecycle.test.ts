import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
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
const { start } = setUpPrograms();

/** Opens the library's window and waits for it. */
async function withLibrary(running: Running): Promise<void> {
  await untilShown(running);
  await runCommand(running, 'show-library');
  await eventually(async () => (await running.act.windows())[1]?.visible).toBe(true);
}

describe('closing', () => {
  test('Linux: the last window quits the program, one of two doesn’t', async () => {
    const running = await start();
    await withLibrary(running);
    await running.act.closeWindow(1);
    expect(await running.act.windows()).toHaveLength(1);
    await eventually(async () => (await stateOf(running)).library.status).toBe('ready');
    await running.act.closeWindow(2);
    expect(await running.exited).toBe(0);
  });

  test('macOS: without windows the program keeps running, its hotkeys work, and quitting saves everything', async () => {
    const home = await temporary('home');
    const running = await start({ platform: 'darwin', home });
    await untilShown(running);
    await running.act.closeWindow(1);
    await eventually(() => callsOf(running, 'emits window-all-closed').length).toBe(1);
    expect(callsOf(running, 'quit')).toEqual([]);
    expect(await running.act.pressHotkey('CommandOrControl+Shift+F11')).toBe(true);
    await eventually(async () => (await running.act.windows()).length).toBe(1);
    await running.act.quit();
    expect(await running.exited).toBe(0);
    expect(await readFile(path.join(home, 'Offbook', 'windows.json'), 'utf8')).toContain('"width": 460');
  });

  test('Windows: Ctrl+C in the terminal of npm start saves everything', async () => {
    const home = await temporary('home');
    const running = await start({ platform: 'win32', home });
    await untilShown(running);
    await running.act.messageFromStarter('something else');
    await changeSettings(running, { textSize: 40 });
    await running.act.messageFromStarter('quit');
    expect(await running.exited).toBe(0);
    expect(await readFile(path.join(home, 'Offbook', 'settings.json'), 'utf8')).toContain('"textSize": 40');
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

  test('a prompter that is only hidden doesn’t make Offbook quit', async () => {
    const running = await start();
    await withLibrary(running);
    await runCommand(running, 'toggle-prompter');
    await running.act.closeWindow(2);
    expect((await running.act.windows())[0]).toMatchObject({ visible: false });
    expect(await running.act.pressHotkey('CommandOrControl+Shift+F11')).toBe(true);
    await eventually(async () => (await running.act.windows())[0]?.visible).toBe(true);
  });
});

describe('the desktop', () => {
  test.each(['darwin', 'win32', 'linux'] as const)(
    'on %s the Dock, the task bar and the system’s own settings are left alone',
    async (platform) => {
      const running = await start({ platform });
      await withLibrary(running);
      await running.act.quit();
      expect(await running.exited).toBe(0);
      const used = new Set(running.entries.map(({ on, call }) => `${on.replace(/ \d+$/u, '')}.${call}`));
      for (const call of [
        'app.setBadgeCount',
        'app.setLoginItemSettings',
        'window.setSkipTaskbar',
        'window.flashFrame',
      ]) {
        expect(used).not.toContain(call);
      }
      expect([...used].filter((call) => /dock|jumplist|setAsDefault|notification/iu.test(call))).toEqual([]);
      // What nobody gives back stays behind on some systems.
      const at = (call: string, on?: string) =>
        running.entries.findLastIndex((entry) => entry.call === call && (on === undefined || entry.on === on));
      expect(at('destroy', 'tray')).toBeGreaterThan(at('emits will-quit'));
    },
  );

  test('macOS: the first window takes nobody’s focus, and a click on the Dock shows a hidden prompter', async () => {
    const running = await start({ platform: 'darwin' });
    await untilShown(running);
    expect((await running.act.windows())[0]).toMatchObject({ visible: true, focused: false });
    await runCommand(running, 'toggle-prompter');
    await running.act.activate();
    await eventually(async () => (await running.act.windows())[0]?.visible).toBe(true);
  });

  test('macOS: a click on the Dock for the library leaves a hidden prompter alone', async () => {
    const running = await start({ platform: 'darwin' });
    await withLibrary(running);
    await runCommand(running, 'toggle-prompter');
    await running.act.activate();
    expect((await running.act.windows()).map(({ visible }) => visible)).toEqual([false, true]);
  });
});

describe('start at login', () => {
  test('that the system refuses is reported, with where to allow it', async () => {
    const running = await start({ platform: 'darwin' });
    await untilShown(running);
    await running.act.refuseLogin();
    await changeSettings(running, { startAtLogin: true });
    await eventually(() => noticesOf(running)).toContainEqual(
      'The system won’t start Offbook at login yet. Allow it in System Settings, General, Login Items.',
    );
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

describe('click-through', () => {
  const goesThrough = async (running: Running) => (await running.act.windows())[0]?.clickThrough;

  test('turns off when its last hotkey is removed, and says so', async () => {
    const running = await start();
    await untilShown(running);
    await runCommand(running, 'toggle-click-through');
    await changeSettings(running, { hotkeys: { 'toggle-click-through': 'Control+Shift+F2', 'toggle-prompter': null } });
    expect(await goesThrough(running)).toBe(true);
    await changeSettings(running, { hotkeys: { 'toggle-prompter': null } });
    await eventually(() => goesThrough(running)).toBe(false);
    expect((await noticesOf(running)).join()).toContain('Click-through is off');
  });

  test('ends when the prompter closes: the next one can be clicked, and one press turns it on', async () => {
    const running = await start();
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

  test('X11: is set again whenever Electron loses it, and isn’t promised', async () => {
    const running = await start();
    await untilShown(running);
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
      await eventually(() => goesThrough(running)).toBe(true);
    }
    await runCommand(running, 'toggle-click-through');
    await running.act.placeWindow(1, { x: 20, y: 50, width: 420, height: 240 });
    await eventually(() => callsOf(running, 'emits resize', 'window 1').length).toBe(2);
    expect(await goesThrough(running)).toBe(false);
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
