import { describe, expect, test } from 'vitest';
import { keyLabelsOn } from '../../../src/core/contract/commands.ts';
import type { Hotkey } from '../../../src/core/contract/contract.ts';
import { registrationProblem } from '../../../src/renderer/settings/HotkeyLine.tsx';

const wanted = 'CommandOrControl+Shift+F9';
function desktop(...hotkeys: Hotkey[]) {
  return { shell: 'electron', hotkeys } as const;
}

describe('why a hotkey doesn’t work', () => {
  test('is null where it is registered, in whatever spelling, where it is off, and in the browser', () => {
    const held = desktop({ command: 'next-row', accelerator: 'Shift+Ctrl+f9', state: 'registered' });
    expect(registrationProblem('next-row', { 'next-row': wanted }, held, 'linux')).toBeNull();
    expect(registrationProblem('next-row', { 'next-row': null }, desktop(), 'linux')).toBeNull();
    expect(
      registrationProblem('next-row', { 'next-row': wanted }, { shell: 'browser', hotkeys: [] }, 'linux'),
    ).toBeNull();
  });

  test('names the keys, why, and what works instead', () => {
    const refused = desktop({ command: 'next-row', accelerator: wanted, state: 'refused' });
    const said = registrationProblem('next-row', { 'next-row': wanted }, refused, 'macos');
    expect(said).toContain('Another program uses ⌘⇧F9');
    expect(said).toContain('Inside Offbook, ↓ still works');
  });

  test('promises no key to a command that has none', () => {
    const said = registrationProblem('toggle-click-through', { 'toggle-click-through': 'Hyper+Q' }, desktop(), 'linux');
    expect(said).toContain('isn’t a key combination');
    expect(said).not.toContain('Inside Offbook');
  });

  test('gives the plain reason where the combination can’t be a hotkey, or is another command’s', () => {
    const said = (keys: string) =>
      registrationProblem('next-row', { 'play-pause': 'CommandOrControl+F8', 'next-row': keys }, desktop(), 'windows');
    expect(said('F5')).toContain('F5 needs Ctrl or Alt');
    expect(said('Control+F12')).toContain('debuggers');
    expect(said('Control+F8')).toContain('Ctrl+F8 is the hotkey for “Start or pause”');
  });
});

test.for([
  ['undo-setting', 'linux', 'Ctrl Z'],
  ['undo-setting', 'macos', '⌘ Z'],
  ['show-settings', 'macos', '⌘ ,'],
  ['play-pause', 'windows', 'Space'],
  ['less-opaque', 'linux', 'Shift O'],
  ['toggle-click-through', 'linux', undefined],
] as const)('inside Offbook, the key of %s on %s', ([command, platform, key]) => {
  expect(keyLabelsOn(platform, command)[0]).toBe(key);
});
