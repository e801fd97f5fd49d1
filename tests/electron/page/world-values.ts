/*
 * What the context bridge makes of values (docs/api/context-bridge.md): functions and promises are proxied,
 * arrays and objects copied part by part without their prototypes, errors by their message, all else cloned.
 */

type Part =
  | { kind: 'clone'; value: unknown }
  | { kind: 'array'; parts: number[] }
  | { kind: 'object'; keys: string[]; parts: number[] }
  | { kind: 'error'; message: string }
  | { kind: 'function' | 'promise' | 'own'; id: number };

/** A value on its way; its parts by their numbers, the value itself first. */
export type Wire = Part[];

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

  function send(value: unknown): Wire {
    const wire: Wire = [];
    const known = new Map<unknown, number>();
    const add = (part: unknown): number => {
      const before = known.get(part);
      if (before !== undefined) return before;
      const at = wire.push({ kind: 'clone', value: null }) - 1;
      known.set(part, at);
      wire[at] = partOf(part, add);
      return at;
    };
    add(value);
    return wire;
  }

  function partOf(value: unknown, add: (part: unknown) => number): Part {
    if (typeof value === 'function') {
      const id = borrowed.get(value);
      return id === undefined ? { kind: 'function', id: lend(value as Callable) } : { kind: 'own', id };
    }
    if (value instanceof Promise) return sendPromise(value);
    if (value instanceof Error) return { kind: 'error', message: value.message };
    if (Array.isArray(value)) return { kind: 'array', parts: value.map(add) };
    if (isPlain(value)) return { kind: 'object', keys: Object.keys(value), parts: Object.values(value).map(add) };
    try {
      return { kind: 'clone', value: structuredClone(value) };
    } catch {
      throw new Error('An object could not be cloned.');
    }
  }

  function sendPromise(promise: Promise<unknown>): Part {
    lastPromise += 1;
    const id = lastPromise;
    promise.then(
      (value) => other.settle(id, 'resolved', value),
      (error: unknown) => other.settle(id, 'rejected', error instanceof Error ? error : String(error)),
    );
    return { kind: 'promise', id };
  }

  function receive(wire: Wire): unknown {
    const made = new Map<number, unknown>();
    const make = (at: number): unknown => {
      if (!made.has(at))
        made.set(
          at,
          valueOf(wire[at] as Part, make, (early) => made.set(at, early)),
        );
      return made.get(at);
    };
    return make(0);
  }

  function valueOf(part: Part, make: (at: number) => unknown, begun: (container: unknown) => void): unknown {
    switch (part.kind) {
      case 'clone':
        return part.value;
      case 'error':
        return new Error(part.message);
      case 'own':
        return lent(part.id);
      case 'function': {
        const proxy: Callable = (...args) => other.call(part.id, args);
        borrowed.set(proxy, part.id);
        return proxy;
      }
      case 'promise': {
        const resolvers = Promise.withResolvers<unknown>();
        waiting.set(part.id, resolvers);
        return resolvers.promise;
      }
      case 'array': {
        const array: unknown[] = [];
        begun(array);
        for (const at of part.parts) array.push(make(at));
        return array;
      }
      case 'object': {
        const object: Record<string, unknown> = {};
        begun(object);
        for (const [index, key] of part.keys.entries()) object[key] = make(part.parts[index] as number);
        return object;
      }
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
