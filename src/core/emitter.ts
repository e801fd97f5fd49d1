import type { EventName, EventPayload } from './contract/contract.ts';

type Listener<Name extends EventName> = (payload: EventPayload<Name>) => void;

export interface Emitter {
  /** Listens to an event; the returned function stops that. */
  on: <Name extends EventName>(name: Name, listener: Listener<Name>) => () => void;
  emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
}

/**
 * The contract’s events, for listeners in this process. A listener that throws is a bug: `unexpected` gets the error,
 * and the other listeners and the emitting code go on.
 */
export function createEmitter(unexpected: (error: unknown) => void): Emitter {
  const listeners = new Map<EventName, Set<Listener<never>>>();
  return {
    on: (name, listener) => {
      // Wrapped, so that the same function can listen twice and stop each on its own.
      const entry: Listener<typeof name> = (payload) => listener(payload);
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(entry));
      return () => set.delete(entry);
    },
    emit: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) {
        try {
          (listener as Listener<typeof name>)(payload);
        } catch (error) {
          unexpected(error);
        }
      }
    },
  };
}
