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

async function shown(options: Partial<ProgramOptions> = {}): Promise<Running> {
  const running = await start(options);
  await untilShown(running);
  return running;
}

/** Finds a story by its hotkey. */
async function search(running: Running): Promise<void> {
  await running.act.pressHotkey(find);
  await eventually(() => running.act.keyboard()).toBe(1);
}

test.each(systems)('%s: the call has the keyboard after a search and a hidden prompter', async (_system, options) => {
  const running = await shown(options);
  for (const onTop of [true, false]) {
    if (!onTop) await runCommand(running, 'toggle-top');
    await eventually(async () => (await prompter(running)).onTop).toBe(onTop);
    await search(running);
    await call(running, 'giveFocusBack', undefined);
    expect(await running.act.keyboard()).toBe('call');
    expect(await prompter(running)).toMatchObject({ visible: true, behind: false, onTop });
  }
  await runCommand(running, 'toggle-top');
  await running.act.focusWindow(1);
  await running.act.pressHotkey(toggle);
  expect(await prompter(running)).toMatchObject({ visible: false });
  expect(await running.act.keyboard()).toBe('call');
  await running.act.pressHotkey(toggle);
  await eventually(() => prompter(running)).toMatchObject({ visible: true, onTop: true });
});

describe('after finding a story', () => {
  test('native Wayland has no way to give the keyboard back: the prompter stays as it is', async () => {
    const running = await shown({ env: wayland });
    await search(running);
    await call(running, 'giveFocusBack', undefined);
    expect(await prompter(running)).toMatchObject({ visible: true, focused: true });
    expect(callsOf(running, 'hide')).toEqual([]);
  });

  test('a window that was clicked meanwhile keeps the keyboard', async () => {
    const running = await shown();
    await search(running);
    await runCommand(running, 'show-library');
    await eventually(() => running.act.keyboard()).toBe(2);
    await call(running, 'giveFocusBack', undefined);
    expect(await running.act.keyboard()).toBe(2);
    expect(callsOf(running, 'hide')).toEqual([]);
  });
});

test('Windows: the prompter goes on top again when it loses the focus and when the computer wakes', async () => {
  const running = await shown({ platform: 'win32' });
  const asked = () => callsOf(running, 'setAlwaysOnTop', 'window 1').map(({ args }) => args);
  await running.act.focusWindow(1);
  const before = asked().length;
  await runCommand(running, 'show-library');
  await eventually(() => asked().slice(before)).toEqual([[true, 'pop-up-menu']]);
  await running.act.sleep();
  await running.act.wake();
  await eventually(() => asked().slice(before + 1)).toEqual([[true, 'pop-up-menu']]);
});
