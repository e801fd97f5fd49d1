import { acceleratorProblem } from '../../core/settings/accelerators.ts';
import type { Platform } from '../../core/settings/platform.ts';
import { isModifier, nameKey, type PressedKey } from './accelerator-keys.ts';

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
  const key = nameKey(press);
  if (key === null) return { kind: 'refused', reason: unknownKey(press.key) };
  // Windows tells of AltGr as Control with Alt.
  const held = press.getModifierState('AltGraph') ? ['AltGr'] : modifiers;
  const accelerator = [...held, key].join('+');
  const reason = acceleratorProblem(accelerator, platform);
  return reason === null ? { kind: 'recorded', accelerator } : { kind: 'refused', reason };
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

function unknownKey(key: string): string {
  const named = key === 'Dead' || key === 'Unidentified' || key === 'Process' ? 'This key' : `The key “${key}”`;
  return `${named} can’t be part of a hotkey. Take a letter, a digit or a function key.`;
}
