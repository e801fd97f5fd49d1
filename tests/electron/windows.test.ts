import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import configuration from '../../electron-builder.config.ts';
import type { CommandId } from '../../src/core/contract/commands.ts';
import { formatRecord } from '../../src/core/rehearsal/record.ts';
import { recordOf } from '../core/rehearsal/records.ts';
import { laptop, monitor } from './driver/displays.ts';
import type { ProgramOptions, Running } from './driver/start-program.ts';
import { expectHardenedWindows } from './hardened-windows.ts';
import {
  callsOf,
  eventsOf,
  eventually,
  noticesOf,
  runCommand,
  setUpPrograms,
  stateOf,
  temporary,
  untilShown,
} from './programs.ts';
import type { WindowState } from './sides.ts';

/* How the prompter's window behaves, as far as the program has a say in it. */
const { start, startForAll } = setUpPrograms();

const options = (running: Running) => callsOf(running, 'new')[0]?.args[0] as BrowserWindowConstructorOptions;
const lastArgs = (running: Running, call: string) => callsOf(running, call, 'window 1').at(-1)?.args;
const prompter = async (running: Running): Promise<WindowState> => {
  const [window] = await running.act.windows();
  if (window === undefined) throw new Error('No window is open.');
  return window;
};

/** Starts the program and waits for its window. */
async function shown(given: Partial<ProgramOptions> = {}): Promise<Running> {
  const running = await start(given);
  await untilShown(running);
  return running;
}

describe('on each system', () => {
  test('macOS: a panel on the level of screen savers, on every workspace and over full screen', async () => {
    const running = await shown({ platform: 'darwin' });
    expectHardenedWindows(running);
    expect(options(running)).toMatchObject({
      type: 'panel',
      transparent: true,
      backgroundColor: '#00000000',
      hasShadow: false,
    });
    expect(lastArgs(running, 'setAlwaysOnTop')).toEqual([true, 'screen-saver']);
    expect(lastArgs(running, 'setVisibleOnAllWorkspaces')).toEqual([
      true,
      { visibleOnFullScreen: true, skipTransformProcessType: true },
    ]);
    expect(options(running)).not.toHaveProperty('icon');
    expect(callsOf(running, 'setOpacity')).toEqual([]);
    // Programs stay in the Dock without a window, and come back by a click on it.
    await running.act.closeWindow(1);
    await eventually(() => callsOf(running, 'emits window-all-closed').length).toBe(1);
    await running.act.activate();
    await eventually(() => callsOf(running, 'emits show').length).toBe(2);
  });

  test('Windows: above full-screen calls, with a transparent background, and closing it quits the program', async () => {
    const running = await shown({ platform: 'win32' });
    expectHardenedWindows(running);
    expect(options(running)).toMatchObject({ transparent: true, frame: false });
    expect(options(running)).not.toHaveProperty('type');
    expect(lastArgs(running, 'setAlwaysOnTop')).toEqual([true, 'pop-up-menu']);
    expect(callsOf(running, 'setAppUserModelId')[0]?.args).toEqual([configuration().appId]);
    expect(callsOf(running, 'setVisibleOnAllWorkspaces')).toEqual([]);
    await running.act.closeWindow(1);
    expect(await running.exited).toBe(0);
  });

  test('Wayland: promises neither staying on top nor opacity nor hotkeys; every window is shown, although a hidden one is never painted', async () => {
    const running = await shown({ env: { WAYLAND_DISPLAY: 'wayland-0' } });
    const { capabilities, notices } = await stateOf(running);
    expect(notices.map(({ text }) => text).join()).toContain('On Wayland, hotkeys may not reach Offbook');
    expect(capabilities).toMatchObject({ alwaysOnTop: false, opacity: false });
    expect(lastArgs(running, 'setAlwaysOnTop')).toEqual([false]);
    expect(callsOf(running, 'setOpacity')).toEqual([]);
    await runCommand(running, 'show-library');
    await eventually(async () => (await running.act.windows()).map(({ visible }) => visible)).toEqual([true, true]);
    const at = (call: string) => running.entries.findIndex((entry) => entry.call === call);
    expect(at('emits ready-to-show')).toBeGreaterThan(at('emits show'));
  });

  test('XWayland: stays on top, and says that hotkeys may not work', async () => {
    const running = await shown({ env: { XDG_SESSION_TYPE: 'wayland' }, words: ['--ozone-platform=x11'] });
    const { capabilities, notices } = await stateOf(running);
    expect(notices.map(({ text }) => text).join()).toContain('On Wayland, hotkeys may not reach Offbook');
    expect(capabilities).toMatchObject({ alwaysOnTop: true, opacity: true });
    expect(lastArgs(running, 'setAlwaysOnTop')).toEqual([true]);
  });
});

/* One program for these; each leaves it as it needs to be for the others. */
describe('on X11', () => {
  let running: Running;
  const run = (command: CommandId) => runCommand(running, command);
  beforeAll(async () => {
    running = await startForAll();
  });
  beforeEach(() => untilShown(running));

  test('Chromium gets its voices, before Electron is ready', () => {
    const at = running.entries.findIndex(({ call, args }) => {
      return call === 'appendSwitch' && args[0] === 'enable-speech-dispatcher';
    });
    expect(at).toBeGreaterThan(-1);
    expect(at).toBeLessThan(running.entries.findIndex(({ call }) => call === 'emits ready'));
  });

  test('the window is shown when it is painted, not before', () => {
    const at = (call: string) => running.entries.findIndex((entry) => entry.call === call);
    expect(options(running).show).toBe(false);
    expect(at('emits ready-to-show')).toBeLessThan(at('showInactive'));
    expect(at('showInactive')).toBeLessThan(at('emits show'));
  });

  test('it is on top, on every workspace, and transparent as a whole', async () => {
    expect(options(running)).toMatchObject({ transparent: false, hasShadow: false });
    expect(options(running).icon).toMatch(/256x256\.png$/);
    expect(lastArgs(running, 'setAlwaysOnTop')).toEqual([true]);
    expect(lastArgs(running, 'setVisibleOnAllWorkspaces')).toEqual([true]);
    await run('less-opaque');
    await eventually(async () => (await prompter(running)).opacity).toBeLessThan(1);
    await run('toggle-top');
    await eventually(async () => (await prompter(running)).onTop).toBe(false);
    await run('toggle-top');
    await eventually(async () => (await prompter(running)).onTop).toBe(true);
  });

  test('the focus stays with the call, at the start and when it is hidden and shown', async () => {
    expect(await prompter(running)).toMatchObject({ visible: true, focused: false });
    await run('toggle-prompter');
    await eventually(async () => (await prompter(running)).visible).toBe(false);
    await run('toggle-prompter');
    await eventually(async () => (await prompter(running)).visible).toBe(true);
    for (const call of ['show', 'focus']) expect(callsOf(running, call, 'window 1')).toEqual([]);
    // A window manager takes a hidden window off the other workspaces.
    const at = (call: string) => running.entries.findLastIndex((entry) => entry.call === call);
    expect(at('setVisibleOnAllWorkspaces')).toBeGreaterThan(at('emits show'));
    expect(callsOf(running, 'emits focus')).toEqual([]);
  });

  test('timers run at full speed only while the countdown runs', async () => {
    const throttled = async () => (await prompter(running)).backgroundThrottling;
    expect(await throttled()).toBe(true);
    await run('play-pause');
    await eventually(throttled).toBe(false);
    await run('play-pause');
    await eventually(throttled).toBe(true);
  });

  test('sleep pauses the countdown, and waking says so', async () => {
    const status = async () => (await stateOf(running)).session.session.status.kind;
    await run('play-pause');
    await eventually(status).toBe('running');
    await running.act.sleep();
    await eventually(status).toBe('paused');
    await running.act.wake();
    await eventually(() => noticesOf(running)).toContainEqual(expect.stringMatching(/slept|sleep/));
  });

  test('it follows the system’s theme, as long as the setting says so', async () => {
    const background = () => lastArgs(running, 'setBackgroundColor');
    expect(background()).toEqual(['#0e1014']);
    await running.act.setDark(false);
    expect(background()).toEqual(['#f6f6f3']);
    await run('next-theme');
    await eventually(background).toEqual(['#0e1014']);
    await running.act.setDark(true);
    await running.act.setDark(false);
    expect(background()).toEqual(['#0e1014']);
  });

  test('a window that gets the focus makes Offbook read runs that another program logged', async () => {
    await appendFile(path.join(running.home, 'Offbook', 'practice-log.jsonl'), `${formatRecord(recordOf())}\n`);
    await running.act.focusWindow(1);
    await eventually(() => eventsOf(running, 'practiceChanged').at(-1)?.runs).toBe(1);
  });

  test('it stays in view when the display gets smaller', async () => {
    await running.act.placeWindow(1, { x: 900, y: 600, width: 500, height: 300 });
    const small = { x: 0, y: 0, width: 800, height: 600 };
    await running.act.setDisplays([{ ...laptop, bounds: small, workArea: small }]);
    expect((await prompter(running)).bounds).toEqual({ x: 300, y: 300, width: 500, height: 300 });
  });
});

describe('its place', () => {
  const centred = { x: 490, y: 30, width: 460, height: 260 };
  const dragged = { x: 1700, y: 200, width: 500, height: 300 };
  const kept = async (home: string): Promise<string> =>
    readFile(path.join(home, 'Offbook', 'windows.json'), 'utf8').catch(() => '');

  test('is the top centre of the display in use, then the one it was given on this desk, and in view without its display', async () => {
    const home = await temporary('home');
    const first = await shown({ home, displays: [laptop, monitor] });
    expect((await prompter(first)).bounds).toEqual(centred);
    await first.act.placeWindow(1, dragged);
    await eventually(() => kept(home)).toContain('"x": 1700');
    await first.act.setDisplays([laptop]);
    const { bounds } = await prompter(first);
    expect(bounds).toMatchObject({ width: 500, height: 300 });
    expect(bounds.x + bounds.width).toBeLessThanOrEqual(laptop.bounds.width);
    await first.act.setDisplays([laptop, monitor]);
    expect((await prompter(first)).bounds).toEqual(dragged);
    await first.act.quit();
    expect(await first.exited).toBe(0);

    const alone = await shown({ home, displays: [laptop] });
    expect((await prompter(alone)).bounds).toEqual(centred);
    await alone.act.placeWindow(1, { ...centred, x: 10 });
    // Closed before it stopped moving: that is its place anyway.
    await alone.act.quit();
    await alone.exited;

    const again = await shown({ home, displays: [laptop, monitor] });
    expect((await prompter(again)).bounds).toEqual(dragged);
    await again.act.setDisplays([laptop]);
    expect((await prompter(again)).bounds).toEqual({ ...centred, x: 10 });
  });
});
