import { commands, isCommandId } from '../contract/commands.ts';

/** The names that mean the same key on every system; `Command` and `Super` don't, so they stay apart. */
const aliases: Readonly<Record<string, string>> = {
  ctrl: 'control',
  cmd: 'command',
  cmdorctrl: 'commandorcontrol',
  option: 'alt',
  esc: 'escape',
  return: 'enter',
};

/** Accelerators are the same in any case and order: `Shift+Control+f8` is `Control+Shift+F8`. */
export function sameKeys(one: string, other: string): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(accelerator: string): string {
  return keysOf(accelerator).sort().join('+');
}

/** The names in an accelerator, in lower case and one name a key; a plus as a key is written `Plus`. */
function keysOf(accelerator: string): string[] {
  const names = accelerator.toLowerCase().split('+');
  return names.map((name) => aliases[name.trim()] ?? name.trim());
}

const modifiers: ReadonlySet<string> = new Set([
  'command',
  'control',
  'commandorcontrol',
  'alt',
  'altgr',
  'shift',
  'super',
  'meta',
]);

/** Electron's names of keys that are longer than one character; function keys and number pads besides. */
const namedKeys: ReadonlySet<string> = new Set(
  (
    'plus space tab capslock numlock scrolllock backspace delete insert enter up down left right home end pageup ' +
    'pagedown escape volumeup volumedown volumemute medianexttrack mediaprevioustrack mediastop mediaplaypause ' +
    'printscreen numdec numadd numsub nummult numdiv'
  ).split(' '),
);

/** Keys that nobody types with, so that they need no modifier. */
const freeKeys = /^(?:f\d+|volume\w+|media\w+|printscreen|scrolllock)$/;

/** Why a combination can't be a hotkey, as a sentence; null where nothing speaks against it. */
export function acceleratorProblem(accelerator: string): string | null {
  const names = keysOf(accelerator);
  const keys = names.filter((name) => !modifiers.has(name));
  const [key] = keys;
  if (keys.length !== 1 || key === undefined || !isKey(key) || new Set(names).size !== names.length) {
    return `"${shortened(accelerator)}" is not a key combination. Write one such as "CommandOrControl+Shift+F8".`;
  }
  const held = names.filter((name) => modifiers.has(name) && name !== 'shift');
  if (held.length > 0 || freeKeys.test(key)) return null;
  return `"${accelerator}" would be taken from whatever you type in. Add Ctrl, Alt or Command to it.`;
}

function isKey(name: string): boolean {
  return /^(?:[!-~]|f(?:[1-9]|1\d|2[0-4])|num\d)$/.test(name) || namedKeys.has(name);
}

type Hotkeys = Readonly<Record<string, string | null>>;

/**
 * Why these hotkeys can't be set, as a sentence; null where they can. One that is new against `before` must be a
 * combination, and not that of another command. What was wrong before stands in nobody's way.
 */
export function hotkeysProblem(hotkeys: Hotkeys, before: Hotkeys): string | null {
  const set = Object.entries(hotkeys).flatMap(([name, keys]) => (keys === null ? [] : [{ name, keys }]));
  for (const { name, keys } of set.filter((hotkey) => before[hotkey.name] !== hotkey.keys)) {
    const problem = acceleratorProblem(keys);
    if (problem !== null) return problem;
    const rival = set.find((other) => other.name !== name && sameKeys(other.keys, keys));
    if (rival !== undefined) {
      return `${keys} is the hotkey for "${titleOf(rival.name)}" already. Take another one for "${titleOf(name)}".`;
    }
  }
  return null;
}

function titleOf(name: string): string {
  return isCommandId(name) ? commands[name].title : name;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
