import { describe, expect, test } from 'vitest';
import { commands, commandIds, type CommandId } from '../../src/core/contract/commands.ts';
import type { Platform } from '../../src/core/settings/platform.ts';
import { defaultSettings } from '../../src/core/settings/schema.ts';
import { registerHotkeys, planHotkeys, refusedHotkeysText } from '../../src/main/hotkey-plan.ts';

describe('planning hotkeys', () => {
  test('plans each default once, without problems', () => {
    const { hotkeys, problems } = planHotkeys(defaultSettings().hotkeys, 'linux');
    expect(problems).toEqual([]);
    const expected = commandIds.filter((id) => commands[id].hotkey !== undefined);
    expect(hotkeys.map(({ command }) => command).sort()).toEqual([...expected].sort());
    expect(hotkeys.map(({ accelerator }) => accelerator)).toContain(commands['play-pause'].hotkey);
  });

  test('leaves out commands without a hotkey', () => {
    expect(planHotkeys({ reset: null, 'play-pause': 'Alt+F8' }, 'linux').hotkeys).toEqual([
      { command: 'play-pause', accelerator: 'Alt+F8' },
    ]);
  });

  test('names an unknown command', () => {
    const { hotkeys, problems } = planHotkeys({ dance: 'Alt+F8' }, 'linux');
    expect(hotkeys).toEqual([]);
    expect(problems).toEqual([expect.stringContaining('“dance”')]);
  });

  test.each([
    ['CommandOrControl+Shift+F8', 'shift+commandorcontrol+f8'],
    ['Ctrl+F8', 'Control+F8'],
    ['CmdOrCtrl+F8', 'CommandOrControl+F8'],
    ['CommandOrControl+Shift+F8', 'Control+Shift+F8'],
  ])('gives %s and %s to the first of two', (one, other) => {
    const { hotkeys, problems } = planHotkeys({ 'next-row': one, 'previous-row': other }, 'linux');
    expect(hotkeys).toEqual([{ command: 'next-row', accelerator: one }]);
    expect(problems).toEqual([expect.stringMatching(/“Next row” and “Previous row”.*“previous-row”/)]);
  });

  test('doesn’t confuse different keys', () => {
    const { hotkeys, problems } = planHotkeys({ 'next-row': 'Ctrl+F8', 'previous-row': 'Ctrl+Shift+F8' }, 'linux');
    expect(hotkeys).toHaveLength(2);
    expect(problems).toEqual([]);
  });
});

describe('planning hotkeys of a file that was edited by hand or comes from another system', () => {
  test('leaves out what can’t be one here, and says why', () => {
    const wanted = { reset: 'F5', 'next-row': 'Control+Shift+F12', 'previous-row': 'Alt+A' };
    const planned = (platform: Platform) => planHotkeys(wanted, platform).hotkeys.map(({ command }) => command);
    expect(planned('linux')).toEqual(['next-row', 'previous-row']);
    expect(planned('windows')).toEqual(['previous-row']);
    expect(planned('macos')).toEqual(['next-row']);
    expect(planHotkeys(wanted, 'windows').problems).toEqual([
      'The hotkey for “Start over” isn’t used. A hotkey works everywhere, so F5 needs Ctrl or Alt with it.',
      'The hotkey for “Next row” isn’t used. Windows keeps F12 for debuggers. Choose another key.',
    ]);
  });

  test('keeps Control and Command apart on a Mac only', () => {
    const wanted = { 'next-row': 'CommandOrControl+F8', 'previous-row': 'Control+F8' };
    expect(planHotkeys(wanted, 'macos').problems).toEqual([]);
    expect(planHotkeys(wanted, 'windows').hotkeys).toHaveLength(1);
  });
});

describe('registering', () => {
  const planned = [
    { command: 'play-pause', accelerator: 'F8' },
    { command: 'next-row', accelerator: 'F9' },
  ] as const;

  test('remembers what was registered and what was refused', () => {
    const { hotkeys, problems } = registerHotkeys(planned, (accelerator) => accelerator !== 'F8');
    expect(problems).toEqual([]);
    expect(hotkeys).toEqual([
      { command: 'play-pause', accelerator: 'F8', state: 'refused' },
      { command: 'next-row', accelerator: 'F9', state: 'registered' },
    ]);
  });

  test('names the keys and the command of an invalid accelerator, and goes on', () => {
    const { hotkeys, problems } = registerHotkeys(planned, (accelerator) => {
      if (accelerator === 'F8') throw new TypeError('Error processing argument at index 0, conversion failure from F8');
      return true;
    });
    expect(hotkeys).toEqual([{ command: 'next-row', accelerator: 'F9', state: 'registered' }]);
    expect(problems).toEqual([expect.stringMatching(/“F8”.*“Start or pause”.*“play-pause”/)]);
  });

  test('lets errors of other kinds through', () => {
    const register = () => {
      throw new Error('globalShortcut cannot be used before the app is ready');
    };
    expect(() => registerHotkeys(planned, register)).toThrow('before the app is ready');
  });
});

describe('refused hotkeys', () => {
  const hotkey = (command: CommandId, state: 'registered' | 'refused') => ({ command, accelerator: 'F9', state });

  test('without any there’s no message', () => {
    expect(refusedHotkeysText([])).toBeNull();
    expect(refusedHotkeysText([hotkey('next-row', 'registered')])).toBeNull();
  });

  test('are named with the keys that still work, and what to do', () => {
    expect(refusedHotkeysText([hotkey('next-row', 'refused'), hotkey('play-pause', 'registered')])).toBe(
      'F9 (Next row) is in use by another program or the system. In Offbook’s own windows, ↓ still works. Set other hotkeys in the settings.',
    );
    expect(refusedHotkeysText([hotkey('next-row', 'refused'), hotkey('play-pause', 'refused')])).toBe(
      'F9 (Next row) and F9 (Start or pause) are in use by another program or the system. In Offbook’s own windows, ↓ and Space still work. Set other hotkeys in the settings.',
    );
    expect(refusedHotkeysText([hotkey('next-row', 'refused'), hotkey('toggle-click-through', 'refused')])).toContain(
      'In Offbook’s own windows, ↓ still works.',
    );
  });

  test('have no key to name if the command has none', () => {
    expect(refusedHotkeysText([hotkey('toggle-click-through', 'refused')])).toBe(
      `F9 (${commands['toggle-click-through'].title}) is in use by another program or the system. Set other hotkeys in the settings.`,
    );
  });
});
