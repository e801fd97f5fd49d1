import { describe, expect, test } from 'vitest';
import { commands } from '../../../../src/core/contract/commands.ts';
import { acceleratorLabel, sameAccelerator } from '../../../../src/renderer/ui/keys/accelerator-text.ts';
import { clashOf } from '../../../../src/renderer/settings/hotkey-clash.ts';
import type { Platform } from '../../../../src/renderer/ui/keys/platform.ts';

describe('an accelerator as people read it', () => {
  test.for<[accelerator: string, platform: Platform, label: string]>([
    ['CommandOrControl+Shift+F8', 'windows', 'Ctrl+Shift+F8'],
    ['CommandOrControl+Shift+F8', 'macos', '⌘⇧F8'],
    ['Control+Alt+Up', 'macos', '⌃⌥↑'],
    ['Super+K', 'linux', 'Super+K'],
    ['Super+K', 'windows', 'Win+K'],
    ['Ctrl+num5', 'linux', 'Ctrl+Num 5'],
    ['CommandOrControl+-', 'linux', 'Ctrl+-'],
    ['shift+control+pagedown', 'linux', 'Ctrl+Shift+Page Down'],
  ])('%s on %s is %s', ([accelerator, platform, label]) => {
    expect(acceleratorLabel(accelerator, platform)).toBe(label);
  });
});

describe('two accelerators', () => {
  test('are the same in any case, order and spelling', () => {
    expect(sameAccelerator('Shift+Ctrl+f8', 'Control+Shift+F8', 'linux')).toBe(true);
    expect(sameAccelerator('Cmd+Esc', 'Meta+Escape', 'macos')).toBe(true);
    expect(sameAccelerator('Control+F8', 'Control+F9', 'linux')).toBe(false);
  });

  test('are the same by the main modifier of the system only', () => {
    expect(sameAccelerator('CommandOrControl+K', 'Control+K', 'windows')).toBe(true);
    expect(sameAccelerator('CommandOrControl+K', 'Control+K', 'macos')).toBe(false);
    expect(sameAccelerator('CommandOrControl+K', 'Command+K', 'macos')).toBe(true);
  });
});

describe('a clash', () => {
  const hotkeys = { 'play-pause': 'CommandOrControl+Shift+F8', 'next-row': null };

  test('says which command has the keys', () => {
    const said = clashOf('Shift+Control+F8', 'next-row', hotkeys, 'linux');
    expect(said).toContain('Ctrl+Shift+F8');
    expect(said).toContain(`“${commands['play-pause'].title}”`);
  });

  test('is none with the command’s own keys, with what is off, or on a system where the keys differ', () => {
    expect(clashOf('CommandOrControl+Shift+F8', 'play-pause', hotkeys, 'linux')).toBeNull();
    expect(clashOf('CommandOrControl+Shift+F9', 'next-story', hotkeys, 'linux')).toBeNull();
    expect(clashOf('Control+Shift+F8', 'next-row', hotkeys, 'macos')).toBeNull();
  });
});
