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

/** The command for a key press in a view; null without one, so that the press has its usual effect. */
export function commandForKey(press: KeyPress, view: ViewName): CommandId | null {
  const name = keyName(press);
  const found = commandIds.find((id) => {
    const { views, keys } = commands[id];
    return views.includes(view) && keys.includes(name);
  });
  return found ?? null;
}

/**
 * A press as the table writes it: `b`, `Shift+B`, `Control+z`. Shift is named only with letters and named keys:
 * for `+` or `?` the layout decides whether it is needed.
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
 * Where the signs are on an American keyboard: what a key types there, without and with Shift, by `KeyboardEvent.code`.
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

/** Letters, marks and digits of one script; a key can type two, such as the Arabic لا. */
const ofScript = /^[\p{L}\p{M}\p{Nd}]+$/u;
const latinOrDigit = /[\p{Script=Latin}0-9]/u;

/**
 * What a key means for commands: what it types. If that is a letter, mark or digit of another script (Cyrillic,
 * Greek, Hebrew, Arabic…), the key means what the key at its place types on an American keyboard.
 * A key of a Latin layout always means what it types, wherever it is (AZERTY, Dvorak), and so does every sign:
 * whoever types `?` means it.
 */
function latinKey({ key, code, shiftKey }: KeyPress): string {
  if (!ofScript.test(key) || latinOrDigit.test(key)) return key;
  const letter = /^(?:Key([A-Z])|Digit(\d))$/u.exec(code);
  if (letter !== null) return letter[1]?.toLowerCase() ?? letter[2] ?? key;
  return signPlaces[code]?.[shiftKey ? 1 : 0] ?? key;
}
