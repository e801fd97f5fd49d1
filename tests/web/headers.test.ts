import { expect, test } from 'vitest';
import { cacheControlOf } from '../../src/web/headers.ts';

test.each([
  ['index.html', 'no-store'],
  ['assets/index-Ab3_d-9Z.js', 'public, max-age=31536000, immutable'],
  ['assets/face-0a1b2c3d.woff2', 'public, max-age=31536000, immutable'],
  ['assets/plain.js', 'no-cache'],
  ['icon-12345678.png', 'no-cache'],
])('%s is kept: %s', (file, cache) => {
  expect(cacheControlOf(file)).toBe(cache);
});
