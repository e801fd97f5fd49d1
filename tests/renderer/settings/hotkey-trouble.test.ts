import { describe, expect, test } from 'vitest';
import type { Hotkey } from '../../../src/core/contract/contract.ts';
import { hotkeyTrouble } from '../../../src/renderer/settings/held-hotkey.ts';
import { insideKey } from '../../../src/renderer/settings/inside-key.ts';

const wanted = 'CommandOrControl+Shift+F9';
function desktop(...hotkeys: Hotkey[]) {
  return { shell: 'electron', hotkeys } as const;
}

describe('a hotkey’s trouble', () => {
  test('is none where it is held, in whatever spelling, where it is off, and in the browser', () => {
    const held = desktop({ command: 'next-row', accelerator: 'Shift+Ctrl+f9', state: 'registered' });
    expect(hotkeyTrouble('next-row', wanted, held, 'linux')).toBeNull();
    expect(hotkeyTrouble('next-row', null, desktop(), 'linux')).toBeNull();
    expect(hotkeyTrouble('next-row', wanted, { shell: 'browser', hotkeys: [] }, 'linux')).toBeNull();
  });

  test('names the keys, why, and what works instead', () => {
    const refused = desktop({ command: 'next-row', accelerator: wanted, state: 'refused' });
    const said = hotkeyTrouble('next-row', wanted, refused, 'macos');
    expect(said).toContain('Another program holds ⌘⇧F9');
    expect(said).toContain('Inside Offbook, ↓ still does it');
  });

  test('promises no key to a command that has none', () => {
    const said = hotkeyTrouble('toggle-click-through', wanted, desktop(), 'linux');
    expect(said).toContain('no key combination');
    expect(said).not.toContain('Inside Offbook');
  });
});

test.for([
  ['undo-setting', 'linux', 'Ctrl Z'],
  ['undo-setting', 'macos', '⌘ Z'],
  ['show-settings', 'macos', '⌘ ,'],
  ['play-pause', 'windows', 'Space'],
  ['smaller', 'linux', 'Shift B'],
  ['toggle-click-through', 'linux', null],
] as const)('inside Offbook, the key of %s on %s', ([command, platform, key]) => {
  expect(insideKey(command, platform)).toBe(key);
});
