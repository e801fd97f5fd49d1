import { describe, expect, test } from 'vitest';
import type { ProgramOptions, Running } from './driver/start-program.ts';
import { call, callsOf, eventually, runCommand, setUpPrograms, untilShown } from './programs.ts';
import type { WindowState } from './sides.ts';

/* Who has the keyboard after the prompter had it, by the way that each system has for that. */
const { start } = setUpPrograms();

const wayland = { XDG_SESSION_TYPE: 'wayland' };
const systems: readonly [string, Partial<ProgramOptions>][] = [
  ['macOS', { platform: 'darwin' }],
  ['Windows', { platform: 'win32' }],
  ['X11', {}],
  ['XWayland', { env: wayland, words: ['--ozone-platform=x11'] }],
];
const find = 'CommandOrControl+Shift+F3';
const toggle = 'CommandOrControl+Shift+F11';

const prompter = async (running: Running): Promise<WindowState> => {
  const [window] = await running.act.windows();
  if (window === undefined) throw new Error('No window is open.');
  return window;
};

/** Starts the program and finds a story by its hotkey. */
async function searching(options: Partial<ProgramOptions>, onTop = true): Promise<Running> {
  const running = await start(options);
  await untilShown(running);
  if (!onTop) await runCommand(running, 'toggle-top');
  await eventually(async () => (await prompter(running)).onTop).toBe(onTop);
  await running.act.pressHotkey(find);
  await eventually(() => running.act.keyboard()).toBe(1);
  return running;
}

describe('after finding a story', () => {
  test.each(systems)('%s: the call has the keyboard, and the prompter is where it was', async (_system, options) => {
    const running = await searching(options);
    await call(running, 'giveFocusBack', undefined);
    expect(await running.act.keyboard()).toBe('call');
    expect(await prompter(running)).toMatchObject({ visible: true, behind: false, onTop: true });
  });

  test.each(systems)('%s: the same for a prompter that isn’t kept on top', async (_system, options) => {
    const running = await searching(options, false);
    await call(running, 'giveFocusBack', undefined);
    expect(await running.act.keyboard()).toBe('call');
    expect(await prompter(running)).toMatchObject({ visible: true, behind: false, onTop: false });
  });

  test('native Wayland has no way to give the keyboard back: the prompter stays as it is', async () => {
    const running = await start({ env: wayland });
    await untilShown(running);
    await running.act.pressHotkey(find);
    await eventually(() => running.act.keyboard()).toBe(1);
    await call(running, 'giveFocusBack', undefined);
    expect(await prompter(running)).toMatchObject({ visible: true, focused: true });
    expect(callsOf(running, 'hide')).toEqual([]);
  });

  test('a window that was clicked meanwhile keeps the keyboard', async () => {
    const running = await searching({});
    await runCommand(running, 'show-library');
    await eventually(() => running.act.keyboard()).toBe(2);
    await call(running, 'giveFocusBack', undefined);
    expect(await running.act.keyboard()).toBe(2);
    expect(callsOf(running, 'hide')).toEqual([]);
  });
});

test.each(systems)('%s: hiding a prompter that has the keyboard gives it to the call', async (_system, options) => {
  const running = await start(options);
  await untilShown(running);
  await running.act.focusWindow(1);
  await running.act.pressHotkey(toggle);
  expect(await prompter(running)).toMatchObject({ visible: false });
  expect(await running.act.keyboard()).toBe('call');
  await running.act.pressHotkey(toggle);
  await eventually(() => prompter(running)).toMatchObject({ visible: true, onTop: true });
});

test('Windows: the prompter goes on top again when it loses the focus and when the computer wakes', async () => {
  const running = await start({ platform: 'win32' });
  await untilShown(running);
  const asked = () => callsOf(running, 'setAlwaysOnTop', 'window 1').map(({ args }) => args);
  await running.act.focusWindow(1);
  const before = asked().length;
  await runCommand(running, 'show-library');
  await eventually(() => asked().slice(before)).toEqual([[true, 'pop-up-menu']]);
  await running.act.sleep();
  await running.act.wake();
  await eventually(() => asked().slice(before + 1)).toEqual([[true, 'pop-up-menu']]);
});
