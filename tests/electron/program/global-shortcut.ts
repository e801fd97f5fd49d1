import type { GlobalShortcut } from 'electron';
import { readAccelerator } from './accelerator.ts';
import { onlyWhenReady } from './app.ts';
import { endProcess, offer } from './link.ts';
import { standInOptions } from './options.ts';
import { recorded } from './record.ts';
import { windowing } from './switches.ts';

const { heldElsewhere, platform } = standInOptions();
const keysOf = (accelerator: string): string => readAccelerator(accelerator, platform);

/** What Electron calls, and what the system has for the program: a portal unbinds nothing. */
const callbacks = new Map<string, () => void>();
const bound = new Set<string>();
const others = new Set(heldElsewhere.map(keysOf));

function onlyReady(): void {
  onlyWhenReady('globalShortcut cannot be used before the app is ready');
}

// Without `setSuspended`: a key that another program takes meanwhile ends Windows' program at the next `unregisterAll`.
export const globalShortcut = recorded('globalShortcut', {
  register: (accelerator, callback) => {
    const keys = keysOf(accelerator);
    onlyReady();
    if (others.has(keys) || callbacks.has(keys)) return false;
    callbacks.set(keys, callback);
    bound.add(keys);
    return true;
  },
  unregisterAll: () => {
    onlyReady();
    callbacks.clear();
    if (windowing !== 'wayland') bound.clear();
  },
} satisfies Partial<GlobalShortcut>);

offer({
  pressHotkey: (accelerator) => {
    const keys = keysOf(accelerator);
    if (!bound.has(keys)) return false;
    const callback = callbacks.get(keys);
    if (callback === undefined) {
      console.error('NOTREACHED: Electron knows no callback for this shortcut.');
      endProcess(133);
    }
    callback?.();
    return callback !== undefined;
  },
  registeredHotkeys: () => [...callbacks.keys()],
  holdElsewhere: (accelerators) => {
    others.clear();
    for (const keys of accelerators.map(keysOf)) if (!bound.has(keys)) others.add(keys);
  },
});
