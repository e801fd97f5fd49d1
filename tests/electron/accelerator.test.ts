import { expect, test } from 'vitest';
import { commands } from '../../src/core/contract/commands.ts';
import { readAccelerator } from './program/accelerator.ts';

test.each([
  ['CommandOrControl+Shift+F8', 'control+shift+f8'],
  ['shift + ctrl + f8', 'control+shift+f8'],
  ['CmdOrCtrl+Plus', 'control+plus'],
  ['Alt+Enter', 'alt+return'],
  ['Super+Space', 'command+space'],
  ['AltGr+1', 'altgr+1'],
  ['F24', 'f24'],
  ['num5', 'num5'],
  ['MediaPlayPause', 'mediaplaypause'],
  ['Control+,', 'control+,'],
])('%s is %s', (accelerator, keys) => {
  expect(readAccelerator(accelerator, 'linux')).toBe(keys);
});

test('the main modifier is Command on macOS', () => {
  expect(readAccelerator('CommandOrControl+K', 'darwin')).toBe(readAccelerator('Cmd+K', 'darwin'));
  expect(readAccelerator('CommandOrControl+K', 'win32')).toBe(readAccelerator('Ctrl+K', 'win32'));
});

test.each([
  '',
  '+',
  'Control',
  'Control+',
  'Control+Shift',
  'Control+A+B',
  'F25',
  'F0',
  'Hyper+A',
  'Control+Ä',
  'Ctrl Shift A',
])('"%s" is none', (accelerator) => {
  expect(() => readAccelerator(accelerator, 'linux')).toThrow(TypeError);
});

test("all the program's own hotkeys are accelerators, each for one command", () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const hotkeys = Object.values(commands).flatMap(({ hotkey }) => (hotkey === undefined ? [] : [hotkey]));
    expect(hotkeys.length).toBeGreaterThan(0);
    expect(new Set(hotkeys.map((hotkey) => readAccelerator(hotkey, platform))).size).toBe(hotkeys.length);
  }
});
