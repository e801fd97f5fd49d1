import type { ContextBridge, IpcRenderer, WebUtils } from 'electron';
import { join } from '../link.ts';
import type { PreloadHost, PreloadSide } from '../sides.ts';
import { fromText, toText } from './clone-text.ts';
import { openLine } from './world-line.ts';

/*
 * Runs in the preload's world, before the page's own scripts, and is followed by a call of `runPreload` with
 * the built preload as a function. Node isn't here; `require` knows what a sandboxed preload may have.
 */

type PreloadFunction = (require: (name: string) => unknown, process: object, exports: object, module: object) => void;

interface IsolatedWindow {
  /** Takes a text to the test. There from the start. */
  electronStandInSend: (text: string) => void;
  /** Takes one from it. */
  electronStandInReceive: (text: string) => void;
  runPreload: (preload: PreloadFunction, facts: object) => void;
}

const world = window as unknown as IsolatedWindow;

type Listener = (...args: unknown[]) => void;

const listeners = new Map<string, Set<Listener>>();

const test = join<PreloadHost>(
  {
    send: (message) => world.electronStandInSend(toText(message)),
    listen: (receive) => (world.electronStandInReceive = (text) => receive(fromText(text))),
    onEnd: () => {},
  },
  {
    deliver: (channel, args) => {
      for (const listener of listeners.get(channel) ?? []) listener({ ports: [] }, ...args);
    },
  } satisfies PreloadSide,
);

function cloned(args: unknown[]): unknown[] {
  try {
    return structuredClone(args);
  } catch {
    throw new Error('An object could not be cloned.');
  }
}

const ipcRenderer = {
  on(channel: string, listener: Listener): void {
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
  },

  removeListener(channel: string, listener: Listener): void {
    listeners.get(channel)?.delete(listener);
  },

  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    return test.invoke(channel, cloned(args));
  },
} satisfies Record<keyof Pick<IpcRenderer, 'invoke' | 'on' | 'removeListener'>, unknown>;

world.runPreload = (preload, facts) => {
  if (window !== window.parent) return;
  const expose = openLine('isolated', () => null);
  const contextBridge: Pick<ContextBridge, 'exposeInMainWorld'> = {
    exposeInMainWorld: (key: string, api: unknown) => void expose(key, api),
  };
  // A page of a browser never learns where a file lies.
  const webUtils: Pick<WebUtils, 'getPathForFile'> = { getPathForFile: () => '' };
  const electron = only('electron', { contextBridge, ipcRenderer: only('ipcRenderer', ipcRenderer), webUtils });
  const require = (name: string): unknown => {
    // A sandboxed preload also has events, timers and url. Offbook's needs none.
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  };
  const module = { exports: {} };
  try {
    preload(require, facts, module.exports, module);
  } catch (error) {
    void test.preloadFailed(error instanceof Error ? error : new Error(String(error)));
  }
};

/** A module whose other members throw instead of being undefined. */
function only(name: string, members: object): object {
  return new Proxy(members, {
    get: (target, key) => {
      if (key in target || typeof key === 'symbol') return Reflect.get(target, key) as unknown;
      throw new Error(`The stand-in for Electron gives a preload no ${name}.${key}.`);
    },
  });
}
