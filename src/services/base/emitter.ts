import type { EventName, EventPayload } from '../../core/contract/contract.ts';

type Listener<Name extends EventName> = (payload: EventPayload<Name>) => void;

export interface Emitter {
  /** Listens to an event; the function that comes back ends that. */
  on: <Name extends EventName>(name: Name, listener: Listener<Name>) => () => void;
  emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
}

/**
 * The contract's events, for listeners in this process. One that throws is a mistake of ours: `unexpected` has its
 * error, and the other listeners and whoever emitted go on.
 */
export function createEmitter(unexpected: (error: unknown) => void): Emitter {
  const listeners = new Map<EventName, Set<Listener<never>>>();
  return {
    on: (name, listener) => {
      // Wrapped, so that the same function can listen twice and each ends by itself.
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
