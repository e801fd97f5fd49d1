/*
 * Structured clones as text, for the way between a page and the test, which carries only text. It carries what Offbook's
 * calls and events are made of: JSON, `undefined`, every number, and errors. Anything else throws rather than arriving
 * as something different. The same object twice arrives as two.
 */

/** JSON, but an array is a tag and what belongs to it: `array`, `error` or `special`. */
type Encoded = string | number | boolean | null | Encoded[] | { [key: string]: Encoded };

const specials: Readonly<Record<string, unknown>> = {
  undefined,
  NaN,
  Infinity,
  '-Infinity': -Infinity,
  '-0': -0,
};

/** A value as text. Throws a TypeError for what isn't carried. */
export function toText(value: unknown): string {
  return JSON.stringify(encoded(value, []));
}

/** The value of a text that `toText` made. */
export function fromText(text: string): unknown {
  return decoded(JSON.parse(text) as Encoded);
}

function encoded(value: unknown, within: readonly object[]): Encoded {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  const special = Object.keys(specials).find((name) => Object.is(specials[name], value));
  if (special !== undefined) return ['special', special];
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || within.includes(value)) throw notCarried(value);
  if (value instanceof Error) return ['error', value.name, value.message];
  const inside = [...within, value];
  if (Array.isArray(value)) return ['array', ...value.map((part) => encoded(part, inside))];
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) throw notCarried(value);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, encoded(part, inside)]));
}

function decoded(value: Encoded): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, decoded(part)]));
  }
  const [tag, ...parts] = value;
  if (tag === 'array') return parts.map(decoded);
  const [name, message] = parts.map(String);
  if (tag === 'error') return Object.assign(new Error(message), { name });
  return specials[name ?? ''];
}

function notCarried(value: unknown): TypeError {
  return new TypeError(`The stand-in doesn't carry ${Object.prototype.toString.call(value)} here.`);
}
