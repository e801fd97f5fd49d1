import type { ContextBridge, IpcRenderer, WebUtils } from 'electron';
import { fromText, toText } from './clone-text.ts';
import type { FromPage, ToPage } from './messages.ts';
import { openLine } from './world-line.ts';

/*
 * Runs in the preload's world, before the page's own scripts, and is followed by a call of `runPreload` with
 * the built preload as a function. Node isn't here; `require` knows what a sandboxed preload may have.
 */

type PreloadFunction = (require: (name: string) => unknown, process: object, exports: object, module: object) => void;

interface IsolatedWindow {
  /** Takes a text to the test. There from the start. */
  electronStandInSend: (text: string) => void;
  /** Takes an answer or a message from the program. */
  electronStandInReceive: (text: string) => void;
  runPreload: (preload: PreloadFunction, facts: object) => void;
}

const world = window as unknown as IsolatedWindow;
const calls = new Map<number, PromiseWithResolvers<unknown>>();
let lastCall = 0;

function tell(message: FromPage): void {
  world.electronStandInSend(toText(message));
}

function cloned(args: unknown[]): unknown[] {
  try {
    return structuredClone(args);
  } catch {
    throw new Error('An object could not be cloned.');
  }
}

type Listener = (...args: unknown[]) => void;

const listeners = new Map<string, Set<Listener>>();

const ipcRenderer = {
  on(channel: string, listener: Listener): void {
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
  },

  removeListener(channel: string, listener: Listener): void {
    listeners.get(channel)?.delete(listener);
  },

  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const resolvers = Promise.withResolvers<unknown>();
    lastCall += 1;
    tell({ kind: 'invoke', call: lastCall, channel, args: cloned(args) });
    calls.set(lastCall, resolvers);
    return resolvers.promise;
  },
} satisfies Record<keyof Pick<IpcRenderer, 'invoke' | 'on' | 'removeListener'>, unknown>;

world.electronStandInReceive = (text) => {
  const message = fromText(text) as ToPage;
  if (message.kind === 'message') {
    for (const listener of listeners.get(message.channel) ?? []) listener({ ports: [] }, ...message.args);
    return;
  }
  const call = calls.get(message.call);
  calls.delete(message.call);
  if (message.ok) call?.resolve(message.value);
  else call?.reject(message.value);
};

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
    tell({ kind: 'preloadFailed', error: error instanceof Error ? error : new Error(String(error)) });
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
