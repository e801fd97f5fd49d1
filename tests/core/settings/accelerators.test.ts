import { describe, expect, test } from 'vitest';
import {
  acceleratorLabel,
  acceleratorProblem,
  hotkeyProblem,
  hotkeysProblem,
  sameAccelerator,
} from '../../../src/core/settings/accelerators.ts';
import { commands, commandIds } from '../../../src/core/contract/commands.ts';
import { platformOf, type Platform } from '../../../src/core/settings/platform.ts';

const platforms = ['macos', 'windows', 'linux'] as const;

describe('two accelerators', () => {
  test.each([
    ['Shift+Control+f8', 'Control+Shift+F8', true],
    ['CmdOrCtrl+Plus', 'commandorcontrol+plus', true],
    ['Ctrl+Esc', 'Control+Escape', true],
    ['Option+A', 'Alt+a', true],
    ['Alt+Return', 'Alt+Enter', true],
    ['Cmd+A', 'Super+A', true],
    ['Meta+A', 'Command+A', true],
    ['Control+F8', 'Control+F9', false],
    ['Control+Shift+A', 'Control+A', false],
  ])('%s and %s: the same on every system is %s', (one, other, same) => {
    for (const platform of platforms) expect(sameAccelerator(one, other, platform)).toBe(same);
  });

  test.each<[Platform, boolean, boolean]>([
    ['windows', true, false],
    ['linux', true, false],
    ['macos', false, true],
  ])('on %s CommandOrControl is Control: %s, Command: %s', (platform, control, command) => {
    expect(sameAccelerator('CommandOrControl+Shift+F8', 'Control+Shift+F8', platform)).toBe(control);
    expect(sameAccelerator('CommandOrControl+Shift+F8', 'Command+Shift+F8', platform)).toBe(command);
  });
});

describe('a hotkey', () => {
  const defaults = commandIds.flatMap((id) => commands[id].hotkey ?? []);
  test.each([
    ...defaults,
    'Shift+F5',
    'F24',
    'Control+num0',
    'Control+/',
    'Super+Left',
    'MediaPlayPause',
    'Ctrl+Shift+Plus',
  ])('can be %s', (accelerator) => {
    for (const platform of platforms) expect(acceleratorProblem(accelerator, platform)).toBeNull();
  });

  test.each([
    '',
    '+',
    'Control',
    'Control+Shift',
    'Control+A+B',
    'Control+Control+A',
    'F25',
    'Control++',
    'Quick+Q',
    'ü',
  ])('can’t be %j, which isn’t a combination', (accelerator) => {
    expect(acceleratorProblem(accelerator, 'linux')).toMatch(/isn’t a key combination\. Write one such as/);
  });

  test.each(['a', 'Shift+A', 'Space', 'Shift+Enter', '/', 'F5', 'F12', 'PrintScreen'])(
    'can’t be %s, which other programs use',
    (accelerator) => {
      expect(acceleratorProblem(accelerator, 'linux')).toMatch(/ needs Ctrl or Alt with it\.$/);
      expect(acceleratorProblem(accelerator, 'macos')).toMatch(/ needs Command or Option with it\.$/);
    },
  );

  test('can’t be F12 on Windows, which keeps it for debuggers', () => {
    for (const keys of ['F12', 'Control+Shift+F12']) expect(acceleratorProblem(keys, 'windows')).toContain('debuggers');
    for (const platform of ['linux', 'macos'] as const) {
      expect(acceleratorProblem('Control+Shift+F12', platform)).toBeNull();
    }
  });

  test('can’t be Option with a key that types, on a Mac', () => {
    for (const keys of ['Alt+A', 'Option+Shift+7', 'Alt+num5', 'Alt+Space']) {
      expect(acceleratorProblem(keys, 'macos')).toContain('Option');
      expect(acceleratorProblem(keys, 'linux')).toBeNull();
    }
    expect(acceleratorProblem('Alt+F6', 'macos')).toBeNull();
    expect(acceleratorProblem('Alt+Control+A', 'macos')).toBeNull();
  });

  test('can’t be AltGr with a key', () => {
    for (const platform of platforms) expect(acceleratorProblem('AltGr+F8', platform)).toContain('AltGr');
  });

  test('recorded on a Mac with both keys is valid on Windows', () => {
    expect(acceleratorProblem('CommandOrControl+Control+K', 'windows')).toBeNull();
  });

  test('isn’t quoted in full if it is long', () => {
    expect(acceleratorProblem('x'.repeat(5000), 'linux')!.length).toBeLessThan(200);
  });
});

describe('a clash', () => {
  const hotkeys = { 'play-pause': 'CommandOrControl+Shift+F8', 'next-row': null };

  test('says which command has the keys', () => {
    const said = hotkeyProblem('Shift+Control+F8', 'next-row', hotkeys, 'linux');
    expect(said).toContain('Ctrl+Shift+F8');
    expect(said).toContain(`“${commands['play-pause'].title}”`);
    expect(hotkeyProblem('Control+,', 'next-row', hotkeys, 'windows')).toContain('“Show the settings” inside Offbook');
  });

  test('doesn’t exist with the command’s own keys, with a hotkey that is off, or on a system where the keys differ', () => {
    expect(hotkeyProblem('CommandOrControl+Shift+F8', 'play-pause', hotkeys, 'linux')).toBeNull();
    expect(hotkeyProblem('CommandOrControl+Shift+F9', 'next-story', hotkeys, 'linux')).toBeNull();
    expect(hotkeyProblem('Control+Shift+F8', 'next-row', hotkeys, 'macos')).toBeNull();
  });
});

describe('several', () => {
  const problem = (
    hotkeys: Record<string, string | null>,
    before: Record<string, string>,
    platform: Platform = 'linux',
  ) => hotkeysProblem(hotkeys, before, platform);

  test('are refused if a new one already belongs to another command, with both names', () => {
    expect(problem({ reset: 'Ctrl+F8', faster: 'Control+f8' }, { faster: 'Control+f8' })).toBe(
      '“Start over”: Ctrl+F8 is the hotkey for “Scroll faster”. Choose another one, or turn that one off first.',
    );
  });

  test('are compared as the keys of the system that they are set on', () => {
    const [hotkeys, before] = [{ reset: 'Control+F8', faster: 'CmdOrCtrl+F8' }, { faster: 'CmdOrCtrl+F8' }];
    expect(problem(hotkeys, before, 'windows')).toContain('Ctrl+F8 is the hotkey for “Scroll faster”');
    expect(problem(hotkeys, before, 'macos')).toBeNull();
  });

  test('can be swapped, be turned off, and name an unknown command', () => {
    const before = { reset: 'Alt+F8', faster: 'Alt+F9', slower: 'Alt+F10' };
    expect(problem({ reset: 'Alt+F9', faster: 'Alt+F8', slower: null }, before)).toBeNull();
    expect(problem({ 'of-tomorrow': 'Alt+F8' }, {})).toBeNull();
  });

  test('can be changed in spite of an older mistake', () => {
    const before = { reset: 'Quickly+Q', bigger: 'F8', smaller: 'F8' };
    expect(problem({ ...before, faster: 'Alt+F9' }, before)).toBeNull();
    expect(problem({ ...before, faster: 'Quickly+Q' }, before)).toContain('isn’t a key combination');
  });
});

describe('an accelerator as people read it', () => {
  test.for<[accelerator: string, platform: Platform, label: string]>([
    ['CommandOrControl+Shift+F8', 'windows', 'Ctrl+Shift+F8'],
    ['CommandOrControl+Shift+F8', 'macos', '⌘⇧F8'],
    ['Control+Alt+Up', 'macos', '⌃⌥↑'],
    ['Super+K', 'linux', 'Super+K'],
    ['Super+K', 'windows', 'Win+K'],
    ['Ctrl+num5', 'linux', 'Ctrl+Num 5'],
    ['Ctrl+Return', 'linux', 'Ctrl+Enter'],
    ['CommandOrControl+-', 'linux', 'Ctrl+-'],
    ['shift+control+pagedown', 'linux', 'Ctrl+Shift+Page Down'],
  ])('%s on %s is %s', ([accelerator, platform, label]) => {
    expect(acceleratorLabel(accelerator, platform)).toBe(label);
  });
});

test.for([
  ['darwin', 'macos'],
  ['win32', 'windows'],
  ['linux', 'linux'],
  ['MacIntel', 'macos'],
  ['Win32', 'windows'],
  ['Linux x86_64', 'linux'],
  ['', 'linux'],
] as const)('a system called %s is %s', ([name, platform]) => {
  expect(platformOf(name)).toBe(platform);
});
