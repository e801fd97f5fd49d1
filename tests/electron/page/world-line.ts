/*
 * A synchronous line between the two worlds of a page: that of its own scripts, and that of the preload. They share
 * nothing but the DOM; what an event carries is cloned by Chromium from one into the other, and the event is
 * dispatched before `dispatchEvent` returns.
 *
 * Of values it makes what the context bridge does (docs/api/context-bridge.md): functions and promises are proxied,
 * arrays and objects copied part by part without their prototypes, errors by their message, all else cloned. An object
 * that is in two places arrives as two.
 */

type World = 'main' | 'isolated';

/** A value on its way. `own` is a function that comes back to where it is from. */
type Wire =
  | { kind: 'clone'; value: unknown }
  | { kind: 'array'; parts: Wire[] }
  | { kind: 'object'; entries: (readonly [string, Wire])[] }
  | { kind: 'error'; message: string }
  | { kind: 'function' | 'promise' | 'own'; id: number };

type Callable = (...args: unknown[]) => unknown;
type Settle = (value: unknown) => void;
type Answer = { ok: true; value: Wire } | { ok: false; message: string };

/** `own` is what the other world can call without having been given a function; what comes back calls that one's. */
export function openLine(world: World, own: Callable): Callable {
  const other: World = world === 'main' ? 'isolated' : 'main';
  const asked = (of: World): string => `electron-stand-in-asks-${of}`;
  const answered = (of: World): string => `electron-stand-in-answers-${of}`;
  const answers: Answer[] = [];
  /** The functions that the other world has of this one, by their numbers there. */
  const lent: Callable[] = [own];
  const borrowed = new WeakMap<object, number>();

  function lend(callable: Callable): number {
    const before = lent.indexOf(callable);
    return before >= 0 ? before : lent.push(callable) - 1;
  }

  /** Throws as the context bridge does. */
  function send(value: unknown, within: readonly unknown[] = []): Wire {
    if (typeof value === 'function') {
      const id = borrowed.get(value);
      return id === undefined ? { kind: 'function', id: lend(value as Callable) } : { kind: 'own', id };
    }
    // The other world makes a promise of its own, and gives its two functions to this one.
    if (value instanceof Promise) {
      return { kind: 'promise', id: lend((resolve, reject) => void value.then(resolve as Settle, reject as Settle)) };
    }
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

  function receive(wire: Wire): unknown {
    switch (wire.kind) {
      case 'clone':
        return wire.value;
      case 'error':
        return new Error(wire.message);
      case 'own':
        return lent[wire.id];
      case 'function': {
        const proxy: Callable = (...args) => call(wire.id, args);
        borrowed.set(proxy, wire.id);
        return proxy;
      }
      case 'promise':
        return new Promise((...settle) => call(wire.id, settle));
      case 'array':
        return wire.parts.map(receive);
      case 'object':
        return Object.fromEntries(wire.entries.map(([key, part]) => [key, receive(part)]));
    }
  }

  function call(id: number, args: unknown[]): unknown {
    window.dispatchEvent(new CustomEvent(asked(other), { detail: { id, args: args.map((arg) => send(arg)) } }));
    const answer = answers.pop();
    if (answer === undefined) throw new Error(`The ${other} world of this page is gone.`);
    if (!answer.ok) throw new Error(answer.message);
    return receive(answer.value);
  }

  function answerTo({ id, args }: { id: number; args: Wire[] }): Answer {
    try {
      return { ok: true, value: send(lent[id]?.(...args.map(receive))) };
    } catch (error) {
      return { ok: false, message: error instanceof Error ? error.message : String(error) };
    }
  }

  window.addEventListener(answered(world), (event) => answers.push((event as CustomEvent<Answer>).detail));
  window.addEventListener(asked(world), (event) => {
    const detail = answerTo((event as CustomEvent<{ id: number; args: Wire[] }>).detail);
    window.dispatchEvent(new CustomEvent(answered(other), { detail }));
  });
  return (...args) => call(0, args);
}

/** Whether it is copied part by part: instances of a page's own classes are, those that the browser knows are not. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]';
}
