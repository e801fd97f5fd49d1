import { signPlaces } from '../../core/contract/command-keys.ts';
import { acceleratorProblem } from '../../core/settings/accelerators.ts';
import type { Platform } from '../../core/settings/platform.ts';

/** The parts of a key press that make a hotkey; a DOM KeyboardEvent has them. */
export interface HotkeyPress extends PressedKey {
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
  getModifierState: (modifier: string) => boolean;
}

/** What a key press means while a hotkey is recorded. */
type Recorded =
  /** Only modifiers are held so far. */
  | { kind: 'waiting'; modifiers: string[] }
  | { kind: 'cancelled' }
  /** The hotkey is turned off. */
  | { kind: 'cleared' }
  /** Tab moves to the next control, so that nobody is trapped here. */
  | { kind: 'left' }
  | { kind: 'refused'; reason: string }
  | { kind: 'recorded'; accelerator: string };

/**
 * Reads a key press as a hotkey in Electron's accelerator grammar. The system's main modifier becomes
 * `CommandOrControl`, so that the settings also work on another system.
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
  // Windows reports AltGr as Control with Alt.
  const held = press.getModifierState('AltGraph') ? ['AltGr'] : modifiers;
  const accelerator = [...held, key].join('+');
  const reason = acceleratorProblem(accelerator, platform);
  return reason === null ? { kind: 'recorded', accelerator } : { kind: 'refused', reason };
}

/** In the usual order of names. */
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
  return `${named} can’t be part of a hotkey. Use a letter, a digit or a function key.`;
}

/** The parts of a key press that name its key; a DOM KeyboardEvent has them. */
interface PressedKey {
  /** What the key types with the modifiers held. */
  key: string;
  /** Its position on the keyboard, named after the American layout. */
  code: string;
}

/** Keys with their own names: `KeyboardEvent.key` on the left, Electron's on the right. */
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

/** The number pad, by position: its digits are separate keys. */
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

/** Whether a key does nothing alone, so that another one has to follow. */
function isModifier(key: string): boolean {
  return modifierKeys.has(key);
}

/** A key's name in an accelerator; null where Electron has no name for it. */
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

/** Keys that type a character, named so that Shift and Option change the character but not the name. */
function nameTypingKey(key: string, code: string): string | null {
  // The digit keys have the same position everywhere, even where typing a digit needs Shift.
  const digit = /^Digit(\d)$/u.exec(code);
  if (digit?.[1] !== undefined) return digit[1];
  // A letter goes by the person's layout, or by position where the layout has no Latin letter there.
  if (/^[a-z]$/iu.test(key)) return key.toUpperCase();
  const letter = /^Key([A-Z])$/u.exec(code);
  if (letter?.[1] !== undefined) return letter[1];
  // Only where the person's layout types the same sign: elsewhere the hotkey would be on another key.
  const place = signPlaces[code];
  return place?.includes(key) === true ? place[0] : null;
}
