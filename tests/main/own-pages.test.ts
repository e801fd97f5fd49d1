import { describe, expect, test } from 'vitest';
import { assetHeaders, fileOfAddress, isOwnPage, mayCall } from '../../src/main/own-pages.ts';

describe('an address', () => {
  test.each([
    ['app://offbook/', 'index.html'],
    ['app://offbook', 'index.html'],
    ['app://offbook/index.html', 'index.html'],
    ['app://offbook/?view=prompter#x', 'index.html'],
    ['app://offbook/assets/index-B1c2.js', 'assets/index-B1c2.js'],
    // Normalized first, as in every browser.
    ['app://offbook/assets/../index.html', 'index.html'],
    ['app://offbook/../../index.html', 'index.html'],
  ])('%s means a file of the program', (address, file) => {
    expect(fileOfAddress(address)).toBe(file);
  });

  test.each([
    'app://offbook/..%2f..%2f..%2f..%2fetc/passwd',
    'app://offbook//etc/passwd',
    'app://offbook/\\\\server\\share',
    'app://offbook/%',
    'app://other/index.html',
    'app://offbook:80/index.html',
    'app://offbook.example/index.html',
    'app://user@offbook:1/index.html',
    'file:///etc/passwd',
    'https://offbook/index.html',
    'not an address',
    '',
  ])('%s means nothing', (address) => {
    expect(fileOfAddress(address)).toBeNull();
  });
});

describe('the headers', () => {
  test.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['x.js', 'text/javascript; charset=utf-8'],
    [null, 'text/plain; charset=utf-8'],
  ])('of %s', (file, type) => {
    const headers = assetHeaders(file);
    expect(headers['Content-Type']).toBe(type);
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
    expect(headers['Content-Security-Policy']).toContain("connect-src 'self'");
    expect(headers['Permissions-Policy']).toContain('microphone=(self)');
  });
});

const own = { origin: 'app://offbook', parent: null };

test('Offbook’s own page is answered', () => {
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
])('%s isn’t answered', (_what, frame) => {
  expect(mayCall(frame, 7, [3, 7])).toBe(false);
});

test('a page outside Offbook’s windows isn’t answered', () => {
  expect(mayCall(own, 8, [3, 7])).toBe(false);
  expect(mayCall(own, 7, [])).toBe(false);
});

test.each(['app://offbook/', 'app://offbook/?view=library', 'app://offbook/index.html#x'])(
  '%s is one of Offbook’s pages',
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
])('“%s” isn’t one', (url) => {
  expect(isOwnPage(url)).toBe(false);
});
