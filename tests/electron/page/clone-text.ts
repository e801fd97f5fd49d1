/*
 * Structured clones as text, for the way between a page and the test, which carries only text. What plain
 * data is made of is carried; anything else throws rather than arriving as something different.
 */

type Node =
  | { kind: 'value'; value: string | number | boolean | null }
  | { kind: 'special'; name: 'undefined' | 'NaN' | 'Infinity' | '-Infinity' | '-0' }
  | { kind: 'bigint' | 'date'; text: string }
  | { kind: 'regexp'; source: string; flags: string }
  | { kind: 'error'; name: string; message: string }
  | { kind: 'bytes'; base64: string }
  | { kind: 'array' | 'set'; parts: number[] }
  | { kind: 'object'; keys: string[]; parts: number[] }
  | { kind: 'map'; keys: number[]; parts: number[] };

/** A value as text. Objects that occur twice, or within themselves, come out so again. */
export function toText(value: unknown): string {
  const nodes: Node[] = [];
  const known = new Map<unknown, number>();
  const add = (part: unknown): number => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const at = nodes.push({ kind: 'value', value: null }) - 1;
    if (typeof part === 'object' && part !== null) known.set(part, at);
    nodes[at] = nodeOf(part, add);
    return at;
  };
  add(value);
  return JSON.stringify(nodes);
}

function nodeOf(value: unknown, add: (part: unknown) => number): Node {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return { kind: 'value', value };
  if (value === undefined) return { kind: 'special', name: 'undefined' };
  if (typeof value === 'number') return numberNode(value);
  if (typeof value === 'bigint') return { kind: 'bigint', text: String(value) };
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} can't be carried.`);
  if (value instanceof Date) return { kind: 'date', text: String(value.getTime()) };
  if (value instanceof RegExp) return { kind: 'regexp', source: value.source, flags: value.flags };
  if (value instanceof Error) return { kind: 'error', name: value.name, message: value.message };
  if (value instanceof Uint8Array) return { kind: 'bytes', base64: btoa(String.fromCharCode(...value)) };
  if (Array.isArray(value)) return { kind: 'array', parts: value.map(add) };
  if (value instanceof Set) return { kind: 'set', parts: [...value].map(add) };
  if (value instanceof Map)
    return { kind: 'map', keys: [...value.keys()].map(add), parts: [...value.values()].map(add) };
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    throw new TypeError(`The stand-in doesn't carry ${Object.prototype.toString.call(value)}.`);
  }
  return { kind: 'object', keys: Object.keys(value), parts: Object.values(value).map(add) };
}

function numberNode(value: number): Node {
  if (Object.is(value, -0)) return { kind: 'special', name: '-0' };
  if (Number.isFinite(value)) return { kind: 'value', value };
  return { kind: 'special', name: String(value) as 'NaN' | 'Infinity' | '-Infinity' };
}

const specials = { undefined, NaN, Infinity, '-Infinity': -Infinity, '-0': -0 };

/** The value of a text that `toText` made. */
export function fromText(text: string): unknown {
  const nodes = JSON.parse(text) as Node[];
  const made = new Map<number, unknown>();
  const make = (at: number): unknown => {
    if (!made.has(at))
      made.set(
        at,
        valueOf(nodes[at] as Node, make, (early) => made.set(at, early)),
      );
    return made.get(at);
  };
  return make(0);
}

/** `begun` is told of a container before its parts are made, since they may hold it. */
function valueOf(node: Node, make: (at: number) => unknown, begun: (container: unknown) => void): unknown {
  switch (node.kind) {
    case 'value':
      return node.value;
    case 'special':
      return specials[node.name];
    case 'bigint':
      return BigInt(node.text);
    case 'date':
      return new Date(Number(node.text));
    case 'regexp':
      return new RegExp(node.source, node.flags);
    case 'error':
      return Object.assign(new Error(node.message), { name: node.name });
    case 'bytes':
      return Uint8Array.from(atob(node.base64), (char) => char.charCodeAt(0));
    case 'array': {
      const array: unknown[] = [];
      begun(array);
      array.push(...node.parts.map(make));
      return array;
    }
    case 'set': {
      const set = new Set<unknown>();
      begun(set);
      for (const part of node.parts) set.add(make(part));
      return set;
    }
    case 'map': {
      const map = new Map<unknown, unknown>();
      begun(map);
      for (const [index, key] of node.keys.entries()) map.set(make(key), make(node.parts[index] as number));
      return map;
    }
    case 'object': {
      const object: Record<string, unknown> = {};
      begun(object);
      for (const [index, key] of node.keys.entries()) {
        const value = make(node.parts[index] as number);
        Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
      }
      return object;
    }
  }
}
