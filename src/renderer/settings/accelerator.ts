import { isModifier, nameKey, type NamedKey, type PressedKey } from './accelerator-keys.ts';
import { modifierLabel } from '../ui/keys/accelerator-text.ts';
import type { Platform } from '../ui/keys/platform.ts';

/** What of a key press makes a hotkey; a DOM KeyboardEvent is one. */
export interface HotkeyPress extends PressedKey {
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
  getModifierState: (modifier: string) => boolean;
}

/** What a key press means while a hotkey is recorded. */
export type Recorded =
  /** Only modifiers are held yet. */
  | { kind: 'waiting'; modifiers: string[] }
  | { kind: 'cancelled' }
  /** The hotkey is to be off. */
  | { kind: 'cleared' }
  /** Tab goes on to the next control, so that nobody is caught here. */
  | { kind: 'left' }
  | { kind: 'refused'; reason: string }
  | { kind: 'recorded'; accelerator: string };

/**
 * Reads a key press as a hotkey in Electron's accelerator grammar. The system's main modifier is written
 * `CommandOrControl`, so that settings taken along to another system work there.
 */
export function readHotkey(press: HotkeyPress, platform: Platform): Recorded {
  const modifiers = modifiersOf(press, platform);
  if (isModifier(press.key)) return { kind: 'waiting', modifiers };
  if (modifiers.length === 0) {
    if (press.key === 'Escape') return { kind: 'cancelled' };
    if (press.key === 'Backspace' || press.key === 'Delete') return { kind: 'cleared' };
  }
  if (press.key === 'Tab' && modifiers.every((modifier) => modifier === 'Shift')) return { kind: 'left' };
  if (press.getModifierState('AltGraph')) return { kind: 'refused', reason: altGraph };
  const key = nameKey(press);
  if (key === null) return { kind: 'refused', reason: unknownKey(press.key) };
  const reason = whyNot(key, modifiers, platform);
  return reason === null
    ? { kind: 'recorded', accelerator: [...modifiers, key.name].join('+') }
    : { kind: 'refused', reason };
}

/** In the order in which people name them. */
function modifiersOf({ ctrlKey, altKey, shiftKey, metaKey }: HotkeyPress, platform: Platform): string[] {
  const isMac = platform === 'macos';
  const held = [
    (isMac ? metaKey : ctrlKey) && 'CommandOrControl',
    isMac && ctrlKey && 'Control',
    !isMac && metaKey && 'Super',
    altKey && 'Alt',
    shiftKey && 'Shift',
  ];
  return held.filter((modifier) => modifier !== false);
}

/** Why a combination can't be a hotkey: it would be taken from everything else that the person does. */
function whyNot(key: NamedKey, modifiers: readonly string[], platform: Platform): string | null {
  const main = modifierLabel('CommandOrControl', platform);
  if (key.name === 'F12' && platform === 'windows') return 'Windows keeps F12 for debuggers. Take another key.';
  if (needsNoModifier(key.name)) return null;
  const strong = modifiers.filter((modifier) => modifier !== 'Shift');
  if (modifiers.length === 0 || (strong.length === 0 && !isFunctionKey(key.name))) {
    return `A hotkey works everywhere, so it needs ${main} or ${modifierLabel('Alt', platform)} with the key. Hold one of them and press again.`;
  }
  if (platform === 'macos' && key.types && strong.every((modifier) => modifier === 'Alt')) {
    return `On a Mac, Option with this key types a character. Hold ${main} or Control with it.`;
  }
  return null;
}

/** Keys that no program types with: those for music and volume, and F13 to F24 of larger keyboards. */
function needsNoModifier(name: string): boolean {
  return /^(?:Media|Volume)/u.test(name) || /^F(?:1[3-9]|2[0-4])$/u.test(name);
}

function isFunctionKey(name: string): boolean {
  return /^F\d+$/u.test(name);
}

const altGraph =
  'AltGr types characters, and Windows takes Control with Alt for it. Hold Control and Shift with the key instead.';

function unknownKey(key: string): string {
  const named = key === 'Dead' || key === 'Unidentified' || key === 'Process' ? 'This key' : `The key “${key}”`;
  return `${named} can’t be part of a hotkey. Take a letter, a digit or a function key.`;
}
