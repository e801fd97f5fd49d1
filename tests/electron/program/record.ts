import { EventEmitter } from 'node:events';
import { test } from './link.ts';

/** The names of recorded objects, for where they are handed to one another. */
const names = new WeakMap<object, string>();

/** Names that languages and libraries look up on anything. */
const askedOfAnything = new Set(['then', 'toJSON', 'constructor', 'asymmetricMatch', 'nodeType']);

/** What still works on something that is destroyed. */
const afterTheEnd = new Set([
  ...Object.getOwnPropertyNames(EventEmitter.prototype),
  'isDestroyed',
  'id',
  'constructor',
]);

/**
 * An object of Electron's as the program sees it: each call is told to the test; a member that the stand-in
 * doesn't have throws instead of being undefined; and after its end it throws, as Electron's objects do.
 */
export function recorded<Thing extends object>(name: string, thing: Thing, isDestroyed = () => false): Thing {
  const wrappers = new Map<PropertyKey, unknown>();
  const proxy = new Proxy(thing, {
    get: (target, key) => {
      if (typeof key === 'symbol') return Reflect.get(target, key, target);
      if (!(key in target)) {
        if (askedOfAnything.has(key)) return undefined;
        throw new Error(`The stand-in for Electron has no ${name}.${key} yet: add it in tests/electron/program.`);
      }
      if (isDestroyed() && !afterTheEnd.has(key)) throw new TypeError('Object has been destroyed');
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function' || key === 'constructor') return value;
      const known = wrappers.get(key);
      if (known !== undefined) return known;
      const wrapper = (...args: unknown[]): unknown => {
        record(name, key, args);
        const out: unknown = Reflect.apply(value, target, args);
        return out === target ? proxy : out;
      };
      wrappers.set(key, wrapper);
      return wrapper;
    },
  });
  names.set(proxy, name);
  return proxy;
}

/** Tells the test what happened. */
export function record(on: string, call: string, args: readonly unknown[]): void {
  void test.record({ on, call, args: args.map(copy) });
}

/** A copy that can be sent. */
function copy(value: unknown): unknown {
  if (typeof value === 'function') return '[function]';
  if (typeof value === 'symbol') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  const name = names.get(value);
  if (name !== undefined) return name;
  if (Array.isArray(value)) return value.map(copy);
  if (value instanceof Error || value instanceof URL) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copy(part)]));
}
