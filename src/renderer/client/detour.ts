import type { CallName, EventName, EventPayload, Result } from '../../core/contract/contract.ts';
import type { Connection } from './bridge.ts';
import { bridgeOver, unreachable, type ConnectionState } from './socket.ts';

/** What stands in for the program (see standby.ts). */
export interface Detour {
  /** Whether it answers now, instead of the program. */
  isOn: () => boolean;
  /** Whether it answers this call itself; what it doesn’t, the program gets if it is there. */
  answers: (name: string) => boolean;
  answer: (name: string, input: unknown) => Promise<Result<unknown>>;
  /** The connection to the program changed. Returns whether the views hear of it. */
  connectionChanged: (state: ConnectionState) => boolean;
}

/** A connection on which something can stand in for the program. */
export interface DetouredConnection {
  connection: Connection;
  /** From now on, calls and events can take this way. */
  take: (detour: Detour) => void;
  /** Tells the views something in place of the program. */
  emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
  /** Tells the views of the connection. */
  say: (state: ConnectionState) => void;
}

/** All that the first paint needs of the page’s own program: the place where that comes in later. */
export function withDetour(far: Connection): DetouredConnection {
  let detour: Detour | null = null;
  let remote: ConnectionState = 'connecting';
  const watchers = new Set<(state: ConnectionState) => void>();
  const listeners = new Map<string, Set<(payload: never) => void>>();

  async function call(name: string, input: unknown): Promise<Result<unknown>> {
    if (detour?.isOn() === true && (detour.answers(name) || remote !== 'connected')) return detour.answer(name, input);
    const ask = far.bridge[name as CallName] as (input: unknown) => Promise<Result<unknown>>;
    const heardBefore = heard;
    const result = await ask(input);
    if (result !== unreachable || detour?.isOn() !== true) return result;
    // The key was pressed while the program went away: what it asked for happens here, unless the program still did it.
    return heard === heardBefore ? detour.answer(name, input) : { ok: true, value: null };
  }

  function on(name: string, listener: (payload: unknown) => void): () => void {
    const known = listeners.get(name) ?? new Set();
    listeners.set(name, known.add(listener));
    const end = far.bridge.on(name as EventName, (payload) => {
      // What the program says meanwhile is asked for again at the end.
      if (detour?.isOn() !== true) listener(payload);
    });
    return () => {
      known.delete(listener);
      end();
    };
  }

  // The program tells what a call changed before it answers the call.
  let heard = 0;
  for (const news of ['sessionChanged', 'rehearsalChanged', 'settingsChanged'] as const) {
    far.bridge.on(news, () => (heard += 1));
  }

  function say(state: ConnectionState): void {
    for (const watcher of watchers) watcher(state);
  }

  far.onStateChange((state) => {
    remote = state;
    if (detour?.connectionChanged(state) !== false) say(state);
  });

  return {
    connection: {
      ...far,
      bridge: bridgeOver(call, on),
      onStateChange: (watcher) => {
        watchers.add(watcher);
        watcher(remote);
      },
    },
    take: (taken) => (detour = taken),
    emit: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) (listener as (payload: unknown) => void)(payload);
    },
    say,
  };
}
