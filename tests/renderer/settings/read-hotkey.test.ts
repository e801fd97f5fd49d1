import { describe, expect, test } from 'vitest';
import { readHotkey, type HotkeyPress } from '../../../src/renderer/settings/read-hotkey.ts';
import type { Platform } from '../../../src/core/settings/platform.ts';
import { readAccelerator } from '../../electron/program/accelerator.ts';

/** A press written as the modifiers held and the key: `press('Control Shift', 'F8')`. */
function press(held: string, key: string, code = key): HotkeyPress {
  const modifiers = held.split(' ');
  return {
    key,
    code,
    ctrlKey: modifiers.includes('Control'),
    altKey: modifiers.includes('Alt'),
    shiftKey: modifiers.includes('Shift'),
    metaKey: modifiers.includes('Meta'),
    getModifierState: (name) => modifiers.includes(name),
  };
}

const node = { macos: 'darwin', windows: 'win32', linux: 'linux' } as const;

function accelerator(pressed: HotkeyPress, platform: Platform): string {
  const recorded = readHotkey(pressed, platform);
  if (recorded.kind !== 'recorded') throw new Error(JSON.stringify(recorded));
  // Electron throws at anything that isn't an accelerator.
  readAccelerator(recorded.accelerator, node[platform]);
  return recorded.accelerator;
}

function refusal(pressed: HotkeyPress, platform: Platform): string {
  const recorded = readHotkey(pressed, platform);
  return recorded.kind === 'refused' ? recorded.reason : `not refused: ${JSON.stringify(recorded)}`;
}

describe('a hotkey recorded by pressing', () => {
  test.for<[held: string, key: string, code: string, platform: Platform, written: string]>([
    ['Control Shift', 'F8', 'F8', 'linux', 'CommandOrControl+Shift+F8'],
    ['Control Shift', 'F8', 'F8', 'windows', 'CommandOrControl+Shift+F8'],
    ['Meta Shift', 'F8', 'F8', 'macos', 'CommandOrControl+Shift+F8'],
    ['Control', 'F8', 'F8', 'macos', 'Control+F8'],
    ['Meta Control Alt Shift', 'k', 'KeyK', 'macos', 'CommandOrControl+Control+Alt+Shift+K'],
    ['Meta', 'k', 'KeyK', 'linux', 'Super+K'],
    ['Alt', 'ArrowUp', 'ArrowUp', 'windows', 'Alt+Up'],
    ['Control', ' ', 'Space', 'linux', 'CommandOrControl+Space'],
    ['Control', 'Enter', 'Enter', 'linux', 'CommandOrControl+Return'],
    ['Control', 'Enter', 'NumpadEnter', 'linux', 'CommandOrControl+Return'],
    ['Control', '5', 'Numpad5', 'linux', 'CommandOrControl+num5'],
    ['Control', 'Clear', 'Numpad5', 'linux', 'CommandOrControl+num5'],
    ['Control', '+', 'NumpadAdd', 'windows', 'CommandOrControl+numadd'],
    ['Control', 'PageDown', 'PageDown', 'windows', 'CommandOrControl+PageDown'],
    ['Shift', 'F5', 'F5', 'windows', 'Shift+F5'],
    ['', 'F13', 'F13', 'windows', 'F13'],
    ['', 'MediaPlayPause', 'MediaPlayPause', 'macos', 'MediaPlayPause'],
    ['', 'AudioVolumeUp', 'AudioVolumeUp', 'linux', 'VolumeUp'],
  ])('%s %s (%s) on %s is %s', ([held, key, code, platform, written]) => {
    expect(accelerator(press(held, key, code), platform)).toBe(written);
  });

  test('takes a letter where the person’s layout has it, not where an American one has', () => {
    expect(accelerator(press('Control', 'z', 'KeyY'), 'windows')).toBe('CommandOrControl+Z');
    expect(accelerator(press('Control', 'a', 'KeyQ'), 'linux')).toBe('CommandOrControl+A');
  });

  test('takes the place where the layout has no Latin letter there, and where Option changed it', () => {
    expect(accelerator(press('Control', 'ф', 'KeyA'), 'linux')).toBe('CommandOrControl+A');
    expect(accelerator(press('Meta Alt', 'å', 'KeyA'), 'macos')).toBe('CommandOrControl+Alt+A');
    expect(accelerator(press('Control Alt', 'Dead', 'KeyE'), 'macos')).toBe('Control+Alt+E');
  });

  test('takes digits by their place, whatever Shift types there', () => {
    expect(accelerator(press('Control Shift', '!', 'Digit1'), 'linux')).toBe('CommandOrControl+Shift+1');
    expect(accelerator(press('Control', '&', 'Digit1'), 'windows')).toBe('CommandOrControl+1');
  });

  test('takes signs only where Electron means the same key', () => {
    expect(accelerator(press('Control Shift', '?', 'Slash'), 'linux')).toBe('CommandOrControl+Shift+/');
    expect(accelerator(press('Control', '=', 'Equal'), 'linux')).toBe('CommandOrControl+=');
    expect(accelerator(press('Control Shift', '+', 'Equal'), 'linux')).toBe('CommandOrControl+Shift+=');
    // German: the key right of P types ü, and the one that types + is where an American ] is.
    expect(refusal(press('Control', 'ü', 'BracketLeft'), 'windows')).toContain('“ü”');
    expect(refusal(press('Control', '+', 'BracketRight'), 'windows')).toContain('“+”');
  });

  test('waits while only modifiers are held', () => {
    const waiting = readHotkey(press('Control Shift', 'Shift', 'ShiftLeft'), 'linux');
    expect(waiting).toEqual({ kind: 'waiting', modifiers: ['CommandOrControl', 'Shift'] });
    expect(readHotkey(press('', 'CapsLock'), 'linux').kind).toBe('waiting');
    expect(readHotkey(press('AltGraph', 'AltGraph', 'AltRight'), 'windows').kind).toBe('waiting');
  });

  test('Escape cancels, Backspace clears, Tab moves on; with a modifier they are keys', () => {
    expect(readHotkey(press('', 'Escape'), 'linux').kind).toBe('cancelled');
    expect(readHotkey(press('', 'Backspace'), 'linux').kind).toBe('cleared');
    expect(readHotkey(press('', 'Delete'), 'macos').kind).toBe('cleared');
    expect(readHotkey(press('', 'Tab'), 'linux').kind).toBe('left');
    expect(readHotkey(press('Shift', 'Tab'), 'linux').kind).toBe('left');
    expect(accelerator(press('Control', 'Escape'), 'linux')).toBe('CommandOrControl+Escape');
    expect(accelerator(press('Control', 'Backspace'), 'linux')).toBe('CommandOrControl+Backspace');
    expect(accelerator(press('Alt', 'Tab'), 'linux')).toBe('Alt+Tab');
  });
});

describe('what can’t be a hotkey', () => {
  test('keys that type something, without a modifier or with Shift alone', () => {
    for (const platform of ['macos', 'windows', 'linux'] as const) {
      for (const pressed of [press('', 'a', 'KeyA'), press('Shift', 'A', 'KeyA'), press('', ' ', 'Space')]) {
        expect(refusal(pressed, platform)).toMatch(/needs (?:Ctrl|Command) or (?:Alt|Option)/);
      }
    }
    expect(refusal(press('', 'F8'), 'linux')).toContain('needs Ctrl or Alt');
    expect(refusal(press('', 'ArrowDown'), 'macos')).toContain('needs Command or Option');
  });

  test('AltGr, which types characters', () => {
    // Windows reports AltGr as Control with Alt, and so does Control with Alt that was pressed as such.
    expect(refusal(press('Control Alt AltGraph', '@', 'KeyQ'), 'windows')).toContain('AltGr');
    expect(refusal(press('AltGraph', '{', 'Digit7'), 'linux')).toContain('AltGr');
    expect(accelerator(press('Control Alt', 'q', 'KeyQ'), 'windows')).toBe('CommandOrControl+Alt+Q');
  });

  test('Option with a key that types, on a Mac only', () => {
    expect(refusal(press('Alt', 'å', 'KeyA'), 'macos')).toContain('Option');
    expect(refusal(press('Alt Shift', 'Å', 'KeyA'), 'macos')).toContain('Option');
    expect(accelerator(press('Alt', 'F6'), 'macos')).toBe('Alt+F6');
    expect(accelerator(press('Alt', 'a', 'KeyA'), 'windows')).toBe('Alt+A');
  });

  test('F12 on Windows, and keys that Electron has no name for', () => {
    expect(refusal(press('Control Shift', 'F12'), 'windows')).toContain('debuggers');
    expect(accelerator(press('Control Shift', 'F12'), 'linux')).toBe('CommandOrControl+Shift+F12');
    expect(refusal(press('Control', 'ContextMenu'), 'linux')).toContain('“ContextMenu”');
    expect(refusal(press('Control', 'Unidentified', ''), 'linux')).toContain('This key');
  });
});
