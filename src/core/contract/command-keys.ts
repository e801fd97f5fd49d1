import { commandIds, commands, type CommandId, type ViewName } from './commands.ts';

/** The parts of a key press that tell one command from another; a DOM KeyboardEvent is one. */
export interface KeyPress {
  key: string;
  /** Its place on the keyboard, for layouts whose letters aren't Latin. */
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

/** The command that a key press asks for in a view; null where there is none, so that the press goes its usual way. */
export function commandForKey(press: KeyPress, view: ViewName): CommandId | null {
  const name = keyName(press);
  const found = commandIds.find((id) => {
    const { views, keys } = commands[id];
    return views.includes(view) && keys.includes(name);
  });
  return found ?? null;
}

/**
 * A press as the table writes it: `b`, `Shift+B`, `Control+z`. Shift is part of the name only for letters and named keys:
 * for `+` or `?` it is how the layout makes them.
 */
export function keyName(press: KeyPress): string {
  const given = latinKey(press);
  const isLetter = given.length === 1 && given.toLowerCase() !== given.toUpperCase();
  const key = isLetter && press.shiftKey ? given.toUpperCase() : isLetter ? given.toLowerCase() : given;
  const shift = press.shiftKey && (isLetter || given.length > 1);
  const modifiers = [press.ctrlKey && 'Control', press.altKey && 'Alt', press.metaKey && 'Meta', shift && 'Shift'];
  return [...modifiers.filter(Boolean), key].join('+');
}

/**
 * Where the signs are on an American keyboard: what a key gives there, without and with Shift, by `KeyboardEvent.code`.
 * Electron names them by their place, whatever is printed on the person's keyboard.
 */
export const signPlaces: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};

/** Letters, marks and digits of one script; a key can give two, as the Arabic لا does. */
const ofScript = /^[\p{L}\p{M}\p{Nd}]+$/u;
const latinOrDigit = /[\p{Script=Latin}0-9]/u;

/**
 * What a key means for commands: what it gives, and on layouts of another script (Cyrillic, Greek, Hebrew, Arabic…),
 * where that is a letter or digit nobody has a command for, what the key at its place gives on an American keyboard.
 * A layout of Latin letters always goes by what it gives, wherever it has it (AZERTY, Dvorak), and so does every sign:
 * who types `?` means it.
 */
function latinKey({ key, code, shiftKey }: KeyPress): string {
  if (!ofScript.test(key) || latinOrDigit.test(key)) return key;
  const letter = /^(?:Key([A-Z])|Digit(\d))$/u.exec(code);
  if (letter !== null) return letter[1]?.toLowerCase() ?? letter[2] ?? key;
  return signPlaces[code]?.[shiftKey ? 1 : 0] ?? key;
}
