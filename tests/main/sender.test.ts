import { expect, test } from 'vitest';
import { isOwnPage, mayCall } from '../../src/main/sender.ts';

const own = { origin: 'app://offbook', parent: null };

test("the program's own page is answered", () => {
  expect(mayCall(own, 7, [3, 7])).toBe(true);
});

test.each([
  ['a frame that is gone', null],
  ['a frame within the page', { ...own, parent: own }],
  ['another origin', { ...own, origin: 'https://example.org' }],
  ['another host of the scheme', { ...own, origin: 'app://other' }],
  ['an origin that begins the same', { ...own, origin: 'app://offbook.example' }],
  ['an opaque origin', { ...own, origin: 'null' }],
  ['a page from the disk', { ...own, origin: 'file://' }],
])('%s is not', (_what, frame) => {
  expect(mayCall(frame, 7, [3, 7])).toBe(false);
});

test('a page outside the windows of the program is not', () => {
  expect(mayCall(own, 8, [3, 7])).toBe(false);
  expect(mayCall(own, 7, [])).toBe(false);
});

test.each(['app://offbook/', 'app://offbook/?view=library', 'app://offbook/index.html#x'])(
  '%s is a page of its own',
  (url) => {
    expect(isOwnPage(url)).toBe(true);
  },
);

test.each([
  '',
  'about:blank',
  'https://offbook/',
  'app://other/',
  'app://offbook.example/',
  'app://user@offbook/',
  'app://offbook:1/',
  'chrome-error://chromewebdata/',
  'file:///offbook/',
])('"%s" is none', (url) => {
  expect(isOwnPage(url)).toBe(false);
});
