/*
 * Accelerators as Electron documents them (docs/api/accelerator.md and docs/tutorial/keyboard-shortcuts.md):
 * any number of modifiers and one key, joined by `+`, in any case.
 */

const modifiers: ReadonlySet<string> = new Set(['command', 'control', 'alt', 'altgr', 'shift']);

const otherNames: Readonly<Record<string, string>> = {
  cmd: 'command',
  super: 'command',
  meta: 'command',
  ctrl: 'control',
  option: 'alt',
  enter: 'return',
  esc: 'escape',
};

const namedKeys: ReadonlySet<string> = new Set(
  (
    'plus space tab capslock numlock scrolllock backspace delete insert return escape printscreen ' +
    'up down left right home end pageup pagedown numdec numadd numsub nummult numdiv ' +
    'volumeup volumedown volumemute medianexttrack mediaprevioustrack mediastop mediaplaypause'
  ).split(' '),
);

/** Those of one printable character, digits of the number pad, and function keys. */
const otherKeys = /^(?:[!-~]|num\d|f(?:[1-9]|1\d|2[0-4]))$/;

/**
 * An accelerator in one spelling, so that the same keys are the same text, on a platform. Throws a TypeError
 * as Electron does where it is none.
 */
export function readAccelerator(accelerator: string, platform: NodeJS.Platform): string {
  const names = accelerator.split('+').map((word) => {
    const name = word.trim().toLowerCase();
    if (name === 'commandorcontrol' || name === 'cmdorctrl') return platform === 'darwin' ? 'command' : 'control';
    return otherNames[name] ?? name;
  });
  const [key = '', ...more] = names.filter((name) => !modifiers.has(name));
  if (more.length > 0 || !(namedKeys.has(key) || otherKeys.test(key))) {
    throw new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`);
  }
  return [...new Set(names)]
    .filter((name) => name !== key)
    .toSorted()
    .concat(key)
    .join('+');
}
