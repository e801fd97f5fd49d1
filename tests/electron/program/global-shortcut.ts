import type { GlobalShortcut } from 'electron';
import { readAccelerator } from './accelerator.ts';
import { onlyWhenReady } from './app.ts';
import { offer } from './link.ts';
import { standInOptions } from './options.ts';
import { recorded } from './record.ts';

const { heldElsewhere, platform } = standInOptions();
const keysOf = (accelerator: string): string => readAccelerator(accelerator, platform);

const own = new Map<string, () => void>();
const others = new Set(heldElsewhere.map(keysOf));
let suspended = false;

function onlyReady(): void {
  onlyWhenReady('globalShortcut cannot be used before the app is ready');
}

function register(accelerator: string, callback: () => void): boolean {
  const keys = keysOf(accelerator);
  onlyReady();
  if (suspended || others.has(keys) || own.has(keys)) return false;
  own.set(keys, callback);
  return true;
}

export const globalShortcut = recorded('globalShortcut', {
  register,
  registerAll: (accelerators, callback) => {
    for (const accelerator of accelerators) register(accelerator, callback);
  },
  isRegistered: (accelerator) => own.has(keysOf(accelerator)),
  // While they are suspended nothing is given back (Chromium's GlobalAcceleratorListener).
  unregister: (accelerator) => {
    onlyReady();
    if (!suspended) own.delete(keysOf(accelerator));
  },
  unregisterAll: () => {
    onlyReady();
    if (!suspended) own.clear();
  },
  setSuspended: (nowSuspended) => {
    suspended = nowSuspended;
  },
  isSuspended: () => suspended,
} satisfies GlobalShortcut);

offer({
  pressHotkey: (accelerator) => {
    const keys = keysOf(accelerator);
    const callback = suspended || others.has(keys) ? undefined : own.get(keys);
    callback?.();
    return callback !== undefined;
  },
  registeredHotkeys: () => [...own.keys()],
  holdElsewhere: (accelerators) => {
    others.clear();
    // Suspended ones are free, and are lost without a word.
    for (const keys of accelerators.map(keysOf)) if (suspended || !own.has(keys)) others.add(keys);
  },
});
