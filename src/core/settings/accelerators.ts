import { commandIds, commands, isCommandId } from '../contract/commands.ts';
import { shortened } from '../values.ts';
import type { Platform } from './platform.ts';

/*
 * Hotkeys in Electron's accelerator grammar: their names, when two are the same, and which combinations can't be one.
 * The recorder, the settings calls, imports and the shell that registers them all check here. Rules of one system
 * apply only where the system is known, since a settings file can move from one to another.
 */

/** Other spellings of Electron's names. `Super` and `Meta` are the key that is Command on a Mac, on every system. */
const otherNames: Readonly<Record<string, string>> = {
  ctrl: 'control',
  cmd: 'command',
  super: 'command',
  meta: 'command',
  cmdorctrl: 'commandorcontrol',
  option: 'alt',
  esc: 'escape',
  return: 'enter',
};

/** In the order in which people name them. */
const modifiers = ['control', 'command', 'alt', 'altgr', 'shift'];

/** Electron's key names of more than one character, except function keys and number pads. */
const namedKeys: ReadonlySet<string> = new Set(
  (
    'plus space tab capslock numlock scrolllock backspace delete insert enter up down left right home end pageup ' +
    'pagedown escape volumeup volumedown volumemute medianexttrack mediaprevioustrack mediastop mediaplaypause ' +
    'printscreen numdec numadd numsub nummult numdiv'
  ).split(' '),
);

const functionKey = /^f(?:[1-9]|1\d|2[0-4])$/;

/** Keys that type nothing in any program: those for music and volume, and F13 to F24 of larger keyboards. */
const freeKey = /^(?:volume\w+|media\w+|f(?:1[3-9]|2[0-4]))$/;

/** Keys that type a character. */
const typingKey = /^(?:.|plus|space|num(?:\d|dec|add|sub|mult|div))$/;

/** The names in an accelerator, in lower case, one per key; the plus key is written `Plus`. */
function namesIn(accelerator: string): string[] {
  return accelerator.split('+').map((word) => {
    const name = word.trim().toLowerCase();
    return otherNames[name] ?? name;
  });
}

interface Keys {
  /** In their order, each once. */
  modifiers: string[];
  /** Of a combination it is one. */
  keys: string[];
}

function keysOf(accelerator: string, platform: Platform): Keys {
  const names = namesIn(accelerator).map((name) => onPlatform(name, platform));
  return {
    modifiers: modifiers.filter((name) => names.includes(name)),
    keys: names.filter((name) => !modifiers.includes(name)),
  };
}

/** `CommandOrControl` is the main modifier of the system. */
function onPlatform(name: string, platform: Platform): string {
  if (name !== 'commandorcontrol') return name;
  return platform === 'macos' ? 'command' : 'control';
}

/** Whether two accelerators are the same keys on a system, in whatever case, order and spelling. */
export function sameAccelerator(one: string, other: string, platform: Platform): boolean {
  return spelt(one, platform) === spelt(other, platform);
}

function spelt(accelerator: string, platform: Platform): string {
  const { modifiers: held, keys } = keysOf(accelerator, platform);
  return [...held, ...keys.toSorted()].join('+');
}

/**
 * Why a combination can't be a hotkey on a system, as a sentence: the person would lose it in every other program.
 * Null if it can.
 */
export function acceleratorProblem(accelerator: string, platform: Platform): string | null {
  const names = namesIn(accelerator);
  const { modifiers: held, keys } = keysOf(accelerator, platform);
  const [key] = keys;
  if (keys.length !== 1 || key === undefined || !isKey(key) || new Set(names).size !== names.length) {
    return `“${shortened(accelerator, 60)}” isn’t a key combination. Write one such as “CommandOrControl+Shift+F8”.`;
  }
  if (held.includes('altgr')) {
    return 'AltGr types characters, and Windows takes Control with Alt for it. Hold Control and Shift with the key instead.';
  }
  if (key === 'f12' && platform === 'windows') return 'Windows keeps F12 for debuggers. Choose another key.';
  if (freeKey.test(key)) return null;
  const strong = held.filter((name) => name !== 'shift');
  const [main, alt] = [modifierLabel('CommandOrControl', platform), modifierLabel('Alt', platform)];
  if (held.length === 0 || (strong.length === 0 && !functionKey.test(key))) {
    return `A hotkey works everywhere, so ${acceleratorLabel(accelerator, platform)} needs ${main} or ${alt} with it.`;
  }
  if (platform === 'macos' && typingKey.test(key) && strong.every((name) => name === 'alt')) {
    return `On a Mac, Option with this key types a character. Hold ${main} or Control with it.`;
  }
  return null;
}

function isKey(name: string): boolean {
  return /^(?:[!-~]|num\d)$/.test(name) || functionKey.test(name) || namedKeys.has(name);
}

type Hotkeys = Readonly<Record<string, string | null>>;

/** Why a command can't have a combination beside these hotkeys, as a sentence; null if it can. */
export function hotkeyProblem(accelerator: string, name: string, hotkeys: Hotkeys, platform: Platform): string | null {
  return acceleratorProblem(accelerator, platform) ?? clash(accelerator, name, hotkeys, platform);
}

/**
 * What already has the combination. Keys with a modifier that work inside Offbook count too, since the hotkey would
 * never let them through.
 */
function clash(accelerator: string, name: string, hotkeys: Hotkeys, platform: Platform): string | null {
  const isSame = (other: string): boolean => sameAccelerator(accelerator, other, platform);
  const label = acceleratorLabel(accelerator, platform);
  const rival = Object.entries(hotkeys).find(([other, keys]) => other !== name && keys !== null && isSame(keys));
  if (rival !== undefined) {
    return `${label} is the hotkey for “${titleOf(rival[0])}”. Choose another one, or turn that one off first.`;
  }
  const inside = commandIds.find((id) => commands[id].keys.some((key) => key.includes('+') && isSame(windowKey(key))));
  return inside === undefined
    ? null
    : `${label} is the key for “${commands[inside].title}” inside Offbook. Choose another one.`;
}

/** A key from the table of commands, which uses the browser's names, as an accelerator. */
function windowKey(key: string): string {
  return key.replace(/Arrow(?=Up|Down|Left|Right)/u, '');
}

/**
 * Why these hotkeys can't be set on a system, as a sentence; null if they can. One that isn't in `before` must
 * be a combination that no other command has. Older mistakes don't prevent changes to the others.
 */
export function hotkeysProblem(hotkeys: Hotkeys, before: Hotkeys, platform: Platform): string | null {
  for (const [name, keys] of Object.entries(hotkeys)) {
    if (keys === null || before[name] === keys) continue;
    const problem = hotkeyProblem(keys, name, hotkeys, platform);
    if (problem !== null) return `“${titleOf(name)}”: ${problem}`;
  }
  return null;
}

function titleOf(name: string): string {
  return isCommandId(name) ? commands[name].title : name;
}

/** The usual names of the modifiers, for systems without names of their own. */
const modifierNames: Readonly<Record<string, string>> = {
  command: 'Super',
  control: 'Ctrl',
  alt: 'Alt',
  altgr: 'AltGr',
  shift: 'Shift',
};

const macNames: Readonly<Record<string, string>> = { command: 'Command', control: 'Control', alt: 'Option' };

const macSigns: Readonly<Record<string, string>> = { command: '⌘', control: '⌃', alt: '⌥', shift: '⇧' };

const keyLabels: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  pageup: 'Page Up',
  pagedown: 'Page Down',
  printscreen: 'Print Screen',
  medianexttrack: 'Next Track',
  mediaprevioustrack: 'Previous Track',
  mediastop: 'Stop',
  mediaplaypause: 'Play/Pause',
  volumeup: 'Volume Up',
  volumedown: 'Volume Down',
  volumemute: 'Mute',
  numdec: 'Num .',
  numadd: 'Num +',
  numsub: 'Num −',
  nummult: 'Num ×',
  numdiv: 'Num ÷',
};

/** An accelerator as people on that system read it: `Ctrl+Shift+F8`, on a Mac `⌘⇧F8`. */
export function acceleratorLabel(accelerator: string, platform: Platform): string {
  const { modifiers: held, keys } = keysOf(accelerator, platform);
  const key = keyLabel(keys.join('+'));
  if (platform === 'macos') return [...held.map((name) => macSigns[name] ?? name), key].join('');
  return [...held.map((name) => modifierName(name, platform)), key].join('+');
}

/** One of Electron's modifiers by its name on that system. */
export function modifierLabel(modifier: string, platform: Platform): string {
  const [name = ''] = namesIn(modifier);
  return modifierName(onPlatform(name, platform), platform);
}

function modifierName(name: string, platform: Platform): string {
  if (platform === 'macos') return macNames[name] ?? modifierNames[name] ?? name;
  return platform === 'windows' && name === 'command' ? 'Win' : (modifierNames[name] ?? name);
}

function keyLabel(key: string): string {
  const label = keyLabels[key] ?? (/^num\d$/u.test(key) ? `Num ${key.slice(3)}` : key);
  return label.charAt(0).toUpperCase() + label.slice(1);
}
