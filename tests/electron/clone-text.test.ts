import { anything, assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromText, toText } from './page/clone-text.ts';

test('what a structured clone keeps, the text keeps', () => {
  const values = anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: false,
  });
  assert(
    property(values, (value) => {
      expect(fromText(toText(value))).toEqual(structuredClone(value));
    }),
  );
});

test.each([undefined, null, NaN, Infinity, -Infinity, -0, 12n, new Date(0), /a+/gi, new Uint8Array([0, 255])])(
  '%s',
  (value) => {
    const back = fromText(toText({ value })) as { value: unknown };
    expect(back.value).toStrictEqual(value);
    expect(Object.is(back.value, -0)).toBe(Object.is(value, -0));
  },
);

test('an error keeps its name and its message', () => {
  const back = fromText(toText(new TypeError('no')));
  expect(back).toBeInstanceOf(Error);
  expect(back).toMatchObject({ name: 'TypeError', message: 'no' });
});

test('an object that holds itself, twice, is the same object again', () => {
  const ring: Record<string, unknown> = { list: [] };
  ring['self'] = ring;
  (ring['list'] as unknown[]).push(ring);
  const back = fromText(toText(ring)) as typeof ring;
  expect(back['self']).toBe(back);
  expect((back['list'] as unknown[])[0]).toBe(back);
});

test('a key that names the prototype stays a key', () => {
  const back = fromText(toText(JSON.parse('{"__proto__":{"polluted":true}}'))) as object;
  expect(Object.keys(back)).toEqual(['__proto__']);
  expect('polluted' in back).toBe(false);
});

describe('is refused rather than changed:', () => {
  test.each([
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    [
      'an instance of a class',
      new (class Story {
        title = 'Kiln';
      })(),
    ],
    ['a promise', Promise.resolve()],
  ])('%s', (_what, value) => {
    expect(() => toText({ value })).toThrow(TypeError);
  });
});
