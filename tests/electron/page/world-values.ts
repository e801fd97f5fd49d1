/*
 * What the context bridge makes of values (docs/api/context-bridge.md): functions and promises are proxied,
 * arrays and objects copied part by part without their prototypes, errors by their message, all else cloned. An object
 * that is in two places arrives as two.
 */

/** A value on its way. */
export type Wire =
  | { kind: 'clone'; value: unknown }
  | { kind: 'array'; parts: Wire[] }
  | { kind: 'object'; entries: (readonly [string, Wire])[] }
  | { kind: 'error'; message: string }
  | { kind: 'function' | 'promise' | 'own'; id: number };

type Callable = (...args: unknown[]) => unknown;
type Settled = 'resolved' | 'rejected';

interface OtherWorld {
  call: (id: number, args: unknown[]) => unknown;
  settle: (id: number, settled: Settled, value: unknown) => void;
}

export interface Ledger {
  /** A value as it goes to the other world. Throws as the context bridge does. */
  send: (value: unknown) => Wire;
  receive: (wire: Wire) => unknown;
  /** Gives a function to the other world; its number there. */
  lend: (callable: Callable) => number;
  lent: (id: number) => Callable;
  /** A promise of the other world was settled. */
  settle: (id: number, settled: Settled, value: unknown) => void;
}

/** Keeps account of the functions and promises that were given to the other world and come from it. */
export function createLedger(other: OtherWorld): Ledger {
  const lentFunctions: Callable[] = [];
  const borrowed = new WeakMap<object, number>();
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastPromise = 0;

  function lend(callable: Callable): number {
    const before = lentFunctions.indexOf(callable);
    return before >= 0 ? before : lentFunctions.push(callable) - 1;
  }

  function lent(id: number): Callable {
    const callable = lentFunctions[id];
    if (callable === undefined) throw new Error(`There is no function ${id} in this world.`);
    return callable;
  }

  function send(value: unknown, within: readonly unknown[] = []): Wire {
    if (typeof value === 'function') {
      const id = borrowed.get(value);
      return id === undefined ? { kind: 'function', id: lend(value as Callable) } : { kind: 'own', id };
    }
    if (value instanceof Promise) return sendPromise(value);
    if (value instanceof Error) return { kind: 'error', message: value.message };
    if (within.includes(value)) throw new Error('The stand-in carries no object that holds itself.');
    const inside = [...within, value];
    if (Array.isArray(value)) return { kind: 'array', parts: value.map((part) => send(part, inside)) };
    if (isPlain(value)) {
      return { kind: 'object', entries: Object.entries(value).map(([key, part]) => [key, send(part, inside)]) };
    }
    try {
      return { kind: 'clone', value: structuredClone(value) };
    } catch {
      throw new Error('An object could not be cloned.');
    }
  }

  function sendPromise(promise: Promise<unknown>): Wire {
    lastPromise += 1;
    const id = lastPromise;
    promise.then(
      (value) => other.settle(id, 'resolved', value),
      (error: unknown) => other.settle(id, 'rejected', error instanceof Error ? error : String(error)),
    );
    return { kind: 'promise', id };
  }

  function receive(wire: Wire): unknown {
    switch (wire.kind) {
      case 'clone':
        return wire.value;
      case 'error':
        return new Error(wire.message);
      case 'own':
        return lent(wire.id);
      case 'function': {
        const proxy: Callable = (...args) => other.call(wire.id, args);
        borrowed.set(proxy, wire.id);
        return proxy;
      }
      case 'promise': {
        const resolvers = Promise.withResolvers<unknown>();
        waiting.set(wire.id, resolvers);
        return resolvers.promise;
      }
      case 'array':
        return wire.parts.map(receive);
      case 'object':
        return Object.fromEntries(wire.entries.map(([key, part]) => [key, receive(part)]));
    }
  }

  function settle(id: number, settled: Settled, value: unknown): void {
    const resolvers = waiting.get(id);
    waiting.delete(id);
    if (settled === 'resolved') resolvers?.resolve(value);
    else resolvers?.reject(value);
  }

  return { send, receive, lend, lent, settle };
}

/** Whether it is copied part by part: instances of a page's own classes are, those that the browser knows are not. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]';
}
