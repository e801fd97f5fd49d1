import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commandIds, commands, type CommandId } from '../../src/core/contract/commands.ts';
import type { Running } from './driver/start-program.ts';
import { readAccelerator } from './program/accelerator.ts';
import {
  call,
  callsOf,
  changeSettings,
  eventually,
  noticesOf,
  setUpPrograms,
  stateOf,
  temporary,
  untilShown,
  writeFiles,
} from './programs.ts';

const { start, startForAll } = setUpPrograms();

/** The commands that have a hotkey out of the box, with the keys as the system knows them. */
const byDefault = commandIds.flatMap((id) => {
  const { hotkey } = commands[id];
  return hotkey === undefined ? [] : [{ id, hotkey, keys: readAccelerator(hotkey, 'linux') }];
});
const hotkeyOf = (id: CommandId): string => commands[id].hotkey ?? '';

/* One program for these; each gets it with its hotkeys as they are out of the box. */
describe('hotkeys', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startForAll();
  });
  beforeEach(async () => {
    await untilShown(running);
    await changeSettings(running, { hotkeys: {} });
  });

  test('are registered at the start, and each does what its command does', async () => {
    expect((await running.act.registeredHotkeys()).sort()).toEqual(byDefault.map(({ keys }) => keys).sort());
    const session = async () => (await stateOf(running)).session;
    const first = (await session()).prompt?.storyId;
    expect(await running.act.pressHotkey(hotkeyOf('play-pause'))).toBe(true);
    await eventually(async () => (await session()).session.status.kind).toBe('running');
    await running.act.pressHotkey(hotkeyOf('next-row'));
    await running.act.pressHotkey(hotkeyOf('play-pause'));
    await eventually(async () => (await session()).session.status.kind).toBe('paused');
    await running.act.pressHotkey(hotkeyOf('next-story'));
    await eventually(async () => (await session()).prompt?.storyId).not.toBe(first);
    await running.act.pressHotkey(hotkeyOf('previous-story'));
    await eventually(async () => (await session()).prompt?.storyId).toBe(first);
    await running.act.pressHotkey(hotkeyOf('toggle-prompter'));
    expect((await running.act.windows())[0]?.visible).toBe(false);
    await running.act.pressHotkey(hotkeyOf('toggle-prompter'));
  });

  test('are registered again when the setting changes, and only then', async () => {
    await running.act.holdElsewhere(['Control+Shift+F1']);
    const before = callsOf(running, 'unregisterAll').length;
    const asked = () => callsOf(running, 'unregisterAll').length - before;
    await changeSettings(running, { textSize: 30 });
    expect(asked()).toBe(0);
    await changeSettings(running, {
      hotkeys: {
        'next-row': 'Control+Shift+F2',
        'next-story': 'Control+Shift+F1',
        reset: 'Alt+F3',
        'play-pause': null,
      },
    });
    await eventually(asked).toBe(1);
    const registered = await running.act.registeredHotkeys();
    expect(registered).toEqual(expect.arrayContaining(['control+shift+f2', 'alt+f3']));
    for (const id of ['next-row', 'play-pause', 'next-story'] as const) {
      expect(registered).not.toContain(readAccelerator(hotkeyOf(id), 'linux'));
    }
    const { hotkeys } = (await stateOf(running)).capabilities;
    expect(hotkeys).toContainEqual({ command: 'next-story', accelerator: 'Control+Shift+F1', state: 'refused' });
    expect(hotkeys).toContainEqual({ command: 'next-row', accelerator: 'Control+Shift+F2', state: 'registered' });
    expect(hotkeys.map(({ command }) => command)).not.toContain('play-pause');
    await running.act.holdElsewhere([]);
  });

  test('that the settings view would refuse are refused, and the current ones stay', async () => {
    const held = await running.act.registeredHotkeys();
    await expect(changeSettings(running, { hotkeys: { reset: 'Hyper+Q' } })).rejects.toThrow('isn’t a key combination');
    await expect(changeSettings(running, { hotkeys: { reset: hotkeyOf('next-row') } })).rejects.toThrow(
      'is the hotkey for “Next row”',
    );
    expect(await running.act.registeredHotkeys()).toEqual(held);
  });

  test('that another program took meanwhile are reported as refused, and work again when it has quit', async () => {
    const hotkey = hotkeyOf('next-row');
    const stateNow = async () =>
      (await stateOf(running)).capabilities.hotkeys.find(({ command }) => command === 'next-row')?.state;
    await changeSettings(running, { hotkeys: { 'next-row': null } });
    await running.act.holdElsewhere([hotkey]);
    await changeSettings(running, { hotkeys: { 'next-row': hotkey } });
    await eventually(stateNow).toBe('refused');
    expect(await running.act.pressHotkey(hotkey)).toBe(false);
    expect((await noticesOf(running)).join()).toContain('in use by another program or the system');

    await running.act.holdElsewhere([]);
    await running.act.focusWindow(1);
    await eventually(stateNow).toBe('registered');
    expect(await running.act.pressHotkey(hotkey)).toBe(true);
  });

  test('that another program took during a recording are reported as refused; waking tries them again', async () => {
    const suspend = (suspended: boolean) => call(running, 'suspendHotkeys', { suspended });
    const hotkeys = async () => (await stateOf(running)).capabilities.hotkeys;
    await suspend(true);
    await running.act.holdElsewhere([hotkeyOf('play-pause')]);
    await suspend(false);
    await eventually(hotkeys).toContainEqual({
      command: 'play-pause',
      accelerator: hotkeyOf('play-pause'),
      state: 'refused',
    });
    expect((await hotkeys()).filter(({ state }) => state === 'refused')).toHaveLength(1);
    expect(await running.act.pressHotkey(hotkeyOf('next-row'))).toBe(true);
    expect((await noticesOf(running)).join()).toContain('(Start or pause)');
    await running.act.holdElsewhere([]);
    await running.act.sleep();
    await running.act.wake();
    await eventually(() => running.act.pressHotkey(hotkeyOf('play-pause'))).toBe(true);
  });

  test('are really given back during a recording, and one that is set meanwhile works only afterwards', async () => {
    await call(running, 'suspendHotkeys', { suspended: true });
    expect(await running.act.registeredHotkeys()).toEqual([]);
    await changeSettings(running, { hotkeys: { reset: 'Control+Shift+F5' } });
    expect(await running.act.registeredHotkeys()).toEqual([]);
    await call(running, 'suspendHotkeys', { suspended: false });
    expect(await running.act.registeredHotkeys()).toContain('control+shift+f5');
  });
});

describe('hotkeys of a fresh program', () => {
  test('that another program uses are refused: the others work, and the views and a message say which', async () => {
    const running = await start({ heldElsewhere: [hotkeyOf('next-row')] });
    await untilShown(running);
    const { hotkeys } = (await stateOf(running)).capabilities;
    const states = Object.fromEntries(hotkeys.map(({ command, state }) => [command, state]));
    expect(states).toEqual({
      ...Object.fromEntries(byDefault.map(({ id }) => [id, 'registered'])),
      'next-row': 'refused',
    });
    expect(await noticesOf(running)).toEqual([
      expect.stringMatching(
        /^\S+ \(Next row\) is in use by another program or the system\. In Offbook’s own windows, ↓ still works\./,
      ),
    ]);
    expect(await running.act.pressHotkey(hotkeyOf('next-row'))).toBe(false);
    expect(await running.act.pressHotkey(hotkeyOf('play-pause'))).toBe(true);
  });

  test('in the settings file: one that isn’t a key combination, and one set twice, are reported and don’t affect the others', async () => {
    const home = await temporary('home');
    const hotkeys = { reset: 'Hyper+Q', 'next-section': 'Shift+F4', 'previous-section': 'shift+f4' };
    await writeFiles(home, { 'Offbook/settings.json': JSON.stringify({ version: 1, hotkeys }), 'tmp/x': '' });
    const running = await start({ home });
    await untilShown(running);
    const said = async () => (await noticesOf(running)).join('\n');
    await eventually(said).toContain('The hotkey for “Start over” isn’t used. “Hyper+Q” isn’t a key combination');
    expect(await said()).toMatch(/shift\+f4 is set for both “Next section” and “Previous section”/i);
    expect(await running.act.registeredHotkeys()).toEqual(
      expect.arrayContaining(['shift+f4', readAccelerator(hotkeyOf('play-pause'), 'linux')]),
    );
  });

  test('are given back when the program quits', async () => {
    const running = await start();
    await untilShown(running);
    await running.act.quit();
    expect(await running.exited).toBe(0);
    const at = (call: string) => running.entries.findLastIndex((entry) => entry.call === call);
    expect(at('unregisterAll')).toBeGreaterThan(at('emits will-quit'));
    expect(at('unregisterAll')).toBeLessThan(at('exit'));
  });
});

/* Its portal keeps everything bound that was registered once. A key that Electron has forgotten ends the program. */
describe('hotkeys on native Wayland', () => {
  const env = { XDG_SESSION_TYPE: 'wayland' };

  test('are never given back: one that was changed does nothing, and does its new command once it has one; none does anything while Offbook quits', async () => {
    const running = await start({ env });
    await untilShown(running);
    const status = async () => (await stateOf(running)).session.session.status.kind;
    const theme = async () => (await stateOf(running)).settings.theme;
    const key = hotkeyOf('play-pause');
    await changeSettings(running, { hotkeys: { 'play-pause': 'Control+Shift+F2' } });
    expect(await running.act.pressHotkey(key)).toBe(true);
    expect(await status()).toBe('idle');
    await running.act.pressHotkey('Control+Shift+F2');
    await eventually(status).toBe('running');
    const before = await theme();
    await changeSettings(running, { hotkeys: { 'play-pause': 'Control+Shift+F2', 'next-theme': key } });
    await running.act.pressHotkey(key);
    await eventually(theme).not.toBe(before);
    expect(await status()).toBe('running');
    expect(callsOf(running, 'unregisterAll')).toEqual([]);
    expect(callsOf(running, 'register').filter(({ args }) => args[0] === key)).toHaveLength(1);

    // None does anything during a recording, or while Offbook quits.
    await changeSettings(running, { hotkeys: {} });
    await running.act.pressHotkey(key);
    await eventually(status).toBe('paused');
    await call(running, 'suspendHotkeys', { suspended: true });
    expect(await running.act.pressHotkey(key)).toBe(true);
    expect(await status()).toBe('paused');
    await call(running, 'suspendHotkeys', { suspended: false });
    await running.act.pressHotkey(key);
    await eventually(status).toBe('running');
    const pressed = running.act.quit().then(() => running.act.pressHotkey(key));
    await pressed.catch(() => 'it has quit already');
    expect(await running.exited).toBe(0);
  });
});
