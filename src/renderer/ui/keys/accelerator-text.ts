import type { Platform } from './platform.ts';

const macSigns: Readonly<Record<string, string>> = {
  command: '⌘',
  control: '⌃',
  alt: '⌥',
  shift: '⇧',
};

const names: Readonly<Record<string, string>> = {
  command: 'Super',
  control: 'Ctrl',
  alt: 'Alt',
  altgr: 'AltGr',
  shift: 'Shift',
};

const macNames: Readonly<Record<string, string>> = { command: 'Command', control: 'Control', alt: 'Option' };

/** Words of accelerators that mean the same; the main modifier is the system's. */
const aliases: Readonly<Record<string, string>> = {
  ctrl: 'control',
  cmd: 'command',
  cmdorctrl: 'commandorcontrol',
  option: 'alt',
  super: 'command',
  meta: 'command',
  esc: 'escape',
  enter: 'return',
};

const keyLabels: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  pageup: 'Page Up',
  pagedown: 'Page Down',
  return: 'Enter',
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

const order = ['control', 'command', 'alt', 'altgr', 'shift'];

/** An accelerator as people on that system read it: `Ctrl+Shift+F8`, on a Mac `⌘⇧F8`. */
export function acceleratorLabel(accelerator: string, platform: Platform): string {
  const { modifiers, key } = partsOf(accelerator, platform);
  if (platform === 'macos') return [...modifiers.map((name) => macSigns[name] ?? name), keyLabel(key)].join('');
  return [...modifiers.map((name) => modifierName(name, platform)), keyLabel(key)].join('+');
}

/** One of Electron's modifiers as people on that system call it. */
export function modifierLabel(modifier: string, platform: Platform): string {
  return modifierName(meaningOf(modifier, platform), platform);
}

/** Whether two accelerators are the same keys on a system, in whatever order and spelling. */
export function sameAccelerator(one: string, other: string, platform: Platform): boolean {
  return spelt(one, platform) === spelt(other, platform);
}

function spelt(accelerator: string, platform: Platform): string {
  const { modifiers, key } = partsOf(accelerator, platform);
  return [...modifiers, key].join('+');
}

function partsOf(accelerator: string, platform: Platform): { modifiers: string[]; key: string } {
  const words = accelerator.split('+').map((word) => meaningOf(word.trim(), platform));
  const isModifier = (word: string): boolean => order.includes(word);
  return {
    modifiers: order.filter((name) => words.includes(name)),
    key: words.filter((word) => !isModifier(word)).join('+'),
  };
}

function meaningOf(word: string, platform: Platform): string {
  const name = word.toLowerCase();
  const meaning = aliases[name] ?? name;
  return meaning === 'commandorcontrol' ? (platform === 'macos' ? 'command' : 'control') : meaning;
}

function modifierName(name: string, platform: Platform): string {
  if (platform === 'macos') return macNames[name] ?? names[name] ?? name;
  return platform === 'windows' && name === 'command' ? 'Win' : (names[name] ?? name);
}

function keyLabel(key: string): string {
  const label = keyLabels[key] ?? (/^num\d$/u.test(key) ? `Num ${key.slice(3)}` : key);
  return label.charAt(0).toUpperCase() + label.slice(1);
}
