import type * as v from 'valibot';

/* Arguments at the edges of a schema: what it just accepts, and what it must refuse. */

/** What is looked at of any valibot schema. */
interface Node {
  type: string;
  entries?: Readonly<Record<string, Node>>;
  item?: Node;
  value?: Node;
  options?: readonly unknown[];
  wrapped?: Node;
  pipe?: readonly { type: string; requirement?: unknown }[];
}

const strings = [
  '',
  ' ',
  'x',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '\u0000',
  '\uD800',
  '\u202Eabc',
  '0',
  '/nowhere',
  '/no\u0000where',
];
/** A longer message closes the socket. */
const longest = 100_000;
const numbers = [0, -0, -1, 1, 0.5, 1e308, -1e308, Number.MAX_SAFE_INTEGER, 2 ** 31];
const anything = [undefined, null, true, 0, '', 'x', [], {}, [[]], JSON.parse('{"__proto__":{"x":1}}') as unknown];

/** Some arguments of each kind. */
export function edgesOf(schema: v.GenericSchema): unknown[] {
  return [...anything, ...inside(schema)];
}

function inside(node: Node): unknown[] {
  const bounds = (node.pipe ?? []).flatMap(({ requirement }) => (typeof requirement === 'number' ? [requirement] : []));
  switch (node.type) {
    case 'string':
      return [
        ...strings,
        ...bounds.flatMap((length) => [length, length + 1].map((long) => 'x'.repeat(Math.min(long, longest)))),
      ];
    case 'number':
      return [...numbers, ...bounds.flatMap((bound) => [bound - 1, bound, bound + 1])];
    case 'boolean':
      return [true, false, 'true', 1];
    case 'literal':
    case 'picklist':
      return [...(node.options ?? []).slice(0, 5), 'none of them', 'constructor', '__proto__'];
    case 'array':
      return [
        [],
        ...(node.item === undefined
          ? []
          : inside(node.item)
              .slice(0, 10)
              .map((item) => [item])),
        Array.from({ length: 2000 }, () => 'x'),
      ];
    case 'record':
      return [
        {},
        ...(node.value === undefined
          ? []
          : inside(node.value)
              .slice(0, 10)
              .map((value) => ({ constructor: value }))),
      ];
    case 'union':
    case 'variant':
      return (node.options ?? []).flatMap((option) => inside(option as Node));
    case 'optional':
    case 'nullable':
      return [null, undefined, ...(node.wrapped === undefined ? [] : inside(node.wrapped))];
    case 'object':
    case 'strict_object':
      return objects(node.entries ?? {});
    default:
      return anything;
  }
}

/** An object for each edge of each entry, where the others have some edge of their own. */
function objects(entries: Readonly<Record<string, Node>>): unknown[] {
  const edges = Object.entries(entries).map(([key, entry]) => [key, inside(entry)] as const);
  const most = Math.max(1, ...edges.map(([, values]) => values.length));
  const turns = Array.from({ length: most * 2 }, (_, turn) =>
    Object.fromEntries(
      edges.map(([key, values], at) => [key, values[(turn * (at + 1) + at) % Math.max(1, values.length)]]),
    ),
  );
  const single = edges.flatMap(([key, values]) => values.slice(0, 4).map((value) => ({ [key]: value })));
  return [...turns, ...single, { ...turns[0], extra: 1 }];
}
