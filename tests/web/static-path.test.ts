import { expect, test } from 'vitest';
import { cacheControlOf, contentTypeOf, fileOfUrl } from '../../src/web/static-path.ts';

test.each([
  ['/', 'index.html'],
  ['/?a=b', 'index.html'],
  ['/#token=x', 'index.html'],
  ['/index.html', 'index.html'],
  ['/assets/index-Ab3_d-9Z.js?v=1', 'assets/index-Ab3_d-9Z.js'],
  ['/%61ssets/x.css', 'assets/x.css'],
])('%s is the file %s', (url, file) => {
  expect(fileOfUrl(url)).toBe(file);
});

test.each([
  ['bad escape', '/%'],
  ['bad UTF-8', '/%ff'],
  ['empty', ''],
  ['empty part', '/assets//x.js'],
  ['folder', '/assets/'],
  ['current folder', '/./index.html'],
  ['hidden file', '/.git/config'],
  ['tilde', '/~root'],
  ['alternate stream', '/index.html::$DATA'],
  ['short name', '/INDEX~1.HTM'],
  ['space', '/index.html%20'],
])('not a plain path: %s', (_what, url) => {
  expect(fileOfUrl(url)).toBeNull();
});

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['assets/a.js', 'text/javascript; charset=utf-8'],
  ['assets/a.css', 'text/css; charset=utf-8'],
  ['assets/a.woff2', 'font/woff2'],
  ['assets/a.svg', 'image/svg+xml'],
  ['assets/a.PNG', 'image/png'],
  ['assets/a.exe', 'application/octet-stream'],
])('%s is %s', (file, type) => {
  expect(contentTypeOf(file)).toBe(type);
});

test.each([
  ['index.html', 'no-store'],
  ['assets/index-Ab3_d-9Z.js', 'public, max-age=31536000, immutable'],
  ['assets/face-0a1b2c3d.woff2', 'public, max-age=31536000, immutable'],
  ['assets/plain.js', 'no-cache'],
  ['icon-12345678.png', 'no-cache'],
])('%s is kept: %s', (file, cache) => {
  expect(cacheControlOf(file)).toBe(cache);
});
