import { signPlaces } from '../../core/contract/command-keys.ts';

/** The part of a key press that names its key; a DOM KeyboardEvent is one. */
export interface PressedKey {
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
export function isModifier(key: string): boolean {
  return modifierKeys.has(key);
}

/** A pressed key's name in an accelerator; null where Electron has none for it. */
export function nameKey({ key, code }: PressedKey): string | null {
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
