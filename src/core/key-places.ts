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
export function latinKey({ key, code, shiftKey }: { key: string; code: string; shiftKey: boolean }): string {
  if (!ofScript.test(key) || latinOrDigit.test(key)) return key;
  const letter = /^(?:Key([A-Z])|Digit(\d))$/u.exec(code);
  if (letter !== null) return letter[1]?.toLowerCase() ?? letter[2] ?? key;
  return signPlaces[code]?.[shiftKey ? 1 : 0] ?? key;
}
