import { anything, assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromText, toText } from './page/clone-text.ts';

test('what a structured clone keeps, the text keeps', () => {
  assert(
    property(anything(), (value) => {
      expect(fromText(toText(value))).toEqual(structuredClone(value));
    }),
  );
});

test.each([undefined, null, NaN, Infinity, -Infinity, -0])('%s', (value) => {
  const back = fromText(toText({ value })) as { value: unknown };
  expect(back.value).toStrictEqual(value);
  expect(Object.is(back.value, -0)).toBe(Object.is(value, -0));
});

test('an error keeps its name and its message', () => {
  const back = fromText(toText(new TypeError('no')));
  expect(back).toBeInstanceOf(Error);
  expect(back).toMatchObject({ name: 'TypeError', message: 'no' });
});

test('a key that names the prototype stays a key', () => {
  const back = fromText(toText(JSON.parse('{"__proto__":{"polluted":true}}'))) as object;
  expect(Object.keys(back)).toEqual(['__proto__']);
  expect('polluted' in back).toBe(false);
});

const ring: Record<string, unknown> = {};
ring['self'] = [ring];

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
    ['an object that holds itself', ring],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a big integer', 12n],
    ['bytes', new Uint8Array([0, 255])],
  ])('%s', (_what, value) => {
    expect(() => toText({ value })).toThrow(TypeError);
  });
});
