/*
 * Accelerators as Electron documents them (docs/api/accelerator.md and docs/tutorial/keyboard-shortcuts.md):
 * any number of modifiers and one key, joined by `+`, in any case.
 */

const modifiers: Readonly<Record<string, string>> = {
  command: 'command',
  cmd: 'command',
  control: 'control',
  ctrl: 'control',
  commandorcontrol: 'commandorcontrol',
  cmdorctrl: 'commandorcontrol',
  alt: 'alt',
  option: 'alt',
  altgr: 'altgr',
  shift: 'shift',
  super: 'command',
  meta: 'command',
};

const otherNames: Readonly<Record<string, string>> = { enter: 'return', esc: 'escape' };

const words = (text: string): string[] => text.split(' ');

const namedKeys: ReadonlySet<string> = new Set(
  [
    words('plus space tab capslock numlock scrolllock backspace delete insert return escape printscreen'),
    words('up down left right home end pageup pagedown'),
    words('volumeup volumedown volumemute medianexttrack mediaprevioustrack mediastop mediaplaypause'),
    words('numdec numadd numsub nummult numdiv'),
    Array.from({ length: 10 }, (_, digit) => `num${digit}`),
    Array.from({ length: 24 }, (_, index) => `f${index + 1}`),
    '0123456789abcdefghijklmnopqrstuvwxyz'.split(''),
    ')!@#$%^&*(:;=<,_->.?/~`{][|\\}"\''.split(''),
  ].flat(),
);

/**
 * An accelerator in one spelling, so that the same keys are the same text, on a platform. Throws a TypeError
 * as Electron does where it is none.
 */
export function readAccelerator(accelerator: string, platform: NodeJS.Platform): string {
  const held = new Set<string>();
  const keys: string[] = [];
  for (const word of accelerator
    .toLowerCase()
    .split('+')
    .map((part) => part.trim())) {
    const modifier = modifiers[word];
    if (modifier !== undefined) held.add(modifier === 'commandorcontrol' ? mainModifier(platform) : modifier);
    else keys.push(otherNames[word] ?? word);
  }
  const [key] = keys;
  if (key === undefined || keys.length > 1 || !namedKeys.has(key)) {
    throw new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`);
  }
  return [...[...held].sort(), key].join('+');
}

function mainModifier(platform: NodeJS.Platform): string {
  return platform === 'darwin' ? 'command' : 'control';
}
