import { acceleratorProblem } from '../../core/settings/accelerators.ts';
import type { Platform } from '../../core/settings/platform.ts';
import { signPlaces } from '../../core/contract/command-keys.ts';

/** What of a key press makes a hotkey; a DOM KeyboardEvent is one. */
export interface HotkeyPress extends PressedKey {
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
  getModifierState: (modifier: string) => boolean;
}

/** What a key press means while a hotkey is recorded. */
type Recorded =
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

/** The part of a key press that names its key; a DOM KeyboardEvent is one. */
interface PressedKey {
  /** What the key gives with the modifiers held. */
  key: string;
  /** Where it lies on the keyboard, by its place on an American one. */
  code: string;
}

/** Keys with a name of their own: `KeyboardEvent.key` on the left, Electron's on the right. */
const byKey: Readonly<Record<string, string>> = {
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Enter: 'Return',
  Escape: 'Escape',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  PrintScreen: 'PrintScreen',
  AudioVolumeUp: 'VolumeUp',
  AudioVolumeDown: 'VolumeDown',
  AudioVolumeMute: 'VolumeMute',
  MediaTrackNext: 'MediaNextTrack',
  MediaTrackPrevious: 'MediaPreviousTrack',
  MediaStop: 'MediaStop',
  MediaPlayPause: 'MediaPlayPause',
};

/** The number pad, told by place: its digits are keys of their own. */
const byPad: Readonly<Record<string, string>> = {
  NumpadDecimal: 'numdec',
  NumpadAdd: 'numadd',
  NumpadSubtract: 'numsub',
  NumpadMultiply: 'nummult',
  NumpadDivide: 'numdiv',
};

const modifierKeys: ReadonlySet<string> = new Set(
  'Shift Control Alt AltGraph Meta OS Super Hyper Fn FnLock CapsLock NumLock ScrollLock Symbol SymbolLock'.split(' '),
);

/** Whether a key does nothing by itself, so that one waits for another. */
function isModifier(key: string): boolean {
  return modifierKeys.has(key);
}

/** A pressed key's name in an accelerator; null where Electron has none for it. */
function nameKey({ key, code }: PressedKey): string | null {
  const pad = /^Numpad(\d)$/u.exec(code);
  if (pad !== null) return `num${pad[1]}`;
  const padName = byPad[code];
  if (padName !== undefined) return padName;
  if (/^F(?:[1-9]|1\d|2[0-4])$/u.test(key)) return key;
  if (key === ' ' || code === 'Space') return 'Space';
  const named = byKey[key];
  if (named !== undefined) return named;
  return nameTypingKey(key, code);
}

/** Keys that give a character, told so that Shift and Option, which change the character, change no name. */
function nameTypingKey(key: string, code: string): string | null {
  // A digit's place is its own on every system, also where Shift is needed to type it.
  const digit = /^Digit(\d)$/u.exec(code);
  if (digit?.[1] !== undefined) return digit[1];
  // A letter is where the person's layout has it; the place counts where the layout has no Latin letter there.
  if (/^[a-z]$/iu.test(key)) return key.toUpperCase();
  const letter = /^Key([A-Z])$/u.exec(code);
  if (letter?.[1] !== undefined) return letter[1];
  // Only where the person's layout gives the same: elsewhere the hotkey would be on another key than the one pressed.
  const place = signPlaces[code];
  return place?.includes(key) === true ? place[0] : null;
}
