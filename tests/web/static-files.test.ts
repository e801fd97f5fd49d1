import { cp, mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheControlOf } from '../../src/web/static-files.ts';
import { getRaw, sendRaw, serveFolder } from './serve-folder.ts';

test('serves the page with all its security headers', async () => {
  const { origin } = await serveFolder();
  const answer = await fetch(`${origin}/`);
  expect(await answer.text()).toContain('<title>Offbook</title>');
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(self)',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy':
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
      "media-src 'self' blob:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; " +
      "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types offbook-worker",
  });
});

test('lets hashed files be kept for good, with their right type', async () => {
  const { origin } = await serveFolder();
  const script = await fetch(`${origin}/assets/index-Ab3_d-9Z.js`);
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const face = await fetch(`${origin}/assets/face-0a1b2c3d.woff2`);
  expect(face.headers.get('content-type')).toBe('font/woff2');
});

test('the manifest and its icons need no token, and say nothing of this computer or its stories', async () => {
  const { origin, outside, token } = await serveFolder();
  await cp('src/renderer/public', path.join(outside, 'page'), { recursive: true });
  const answer = await fetch(`${origin}/app.webmanifest`);
  expect(answer.headers.get('content-type')).toBe('application/manifest+json; charset=utf-8');
  expect(answer.headers.get('set-cookie')).toBeNull();
  const text = await answer.text();
  // As it is in the project: nothing is put in when it is served.
  expect(text).toBe(await readFile('src/renderer/public/app.webmanifest', 'utf8'));
  expect(text).not.toContain(token);
  const { icons, start_url: start } = JSON.parse(text) as { icons: { src: string }[]; start_url: string };
  expect(start).toBe('/');
  for (const { src } of icons) {
    const icon = await fetch(`${origin}${src}`);
    expect([src, icon.status, icon.headers.get('content-type')]).toEqual([src, 200, 'image/png']);
  }
});

test('HEAD answers as GET does, without the content', async () => {
  const { origin, port } = await serveFolder();
  const head = await sendRaw(port, `HEAD / HTTP/1.1\r\nHost: ${origin.slice(7)}\r\nConnection: close\r\n\r\n`);
  expect(head).toContain('HTTP/1.1 200 OK');
  expect(head).toContain('Content-Length: 37');
  expect(head.endsWith('\r\n\r\n')).toBe(true);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'])('refuses %s', async (method) => {
  const { port } = await serveFolder();
  const answer = await sendRaw(port, `${method} / HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);
  expect(answer).toContain('HTTP/1.1 405 ');
  expect(answer).toContain('Allow: GET, HEAD');
});

test('answers only under its own names', async () => {
  const { port } = await serveFolder();
  expect(await getRaw(port, '/', `localhost:${port}`)).toContain('HTTP/1.1 200 OK');
  for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', 'localhost:1']) {
    const answer = await getRaw(port, '/', host);
    expect(answer).toContain('HTTP/1.1 403 ');
    expect(answer).toContain('Offbook answers only under its own address.');
    expect(answer).not.toContain('<title>');
  }
});

test('a request without a Host is refused', async () => {
  const { port } = await serveFolder();
  expect(await sendRaw(port, 'GET / HTTP/1.0\r\n\r\n')).toContain('HTTP/1.1 403 ');
  expect(await sendRaw(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toContain('HTTP/1.1 400 ');
});

test('garbage instead of a request is answered, and the server keeps running', async () => {
  const { origin, port } = await serveFolder();
  expect(await sendRaw(port, 'what is this?\r\n\r\n')).toContain('HTTP/1.1 400 ');
  expect((await fetch(origin)).status).toBe(200);
});

describe('nothing outside the folder is served:', () => {
  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/.%2e/secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/%252e%252e/secret.txt',
    '/..%c0%afsecret.txt',
    '/....//secret.txt',
    '//secret.txt',
    '/index.html%00.txt',
    '/%00/../secret.txt',
    '/C:/secret.txt',
    'http://127.0.0.1/../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt?x=/index.html',
  ])('%s', async (url) => {
    const { port } = await serveFolder();
    const answer = await getRaw(port, url);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toMatch(/secret$/);
  });

  test('its own absolute path', async () => {
    const { port, outside } = await serveFolder();
    const answer = await getRaw(port, path.join(outside, 'secret.txt'));
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toMatch(/secret$/);
  });

  test('a link to a file, to a folder, to itself, and one within', async () => {
    const { origin, outside } = await serveFolder();
    await symlink(path.join(outside, 'secret.txt'), path.join(outside, 'page', 'link.txt'));
    await symlink(outside, path.join(outside, 'page', 'folder'));
    await symlink('loop.txt', path.join(outside, 'page', 'loop.txt'));
    await symlink('index.html', path.join(outside, 'page', 'within.html'));
    for (const name of ['link.txt', 'folder/secret.txt', 'loop.txt', 'within.html']) {
      expect((await fetch(`${origin}/${name}`)).status, name).toBe(404);
    }
  });
});

test('anything but a file isn’t found', async () => {
  const { origin, outside } = await serveFolder();
  await mkdir(path.join(outside, 'page', 'empty'));
  for (const name of ['missing.js', 'empty', 'assets', 'index.html/x', `${'n'.repeat(300)}.js`]) {
    expect((await fetch(`${origin}/${name}`)).status, name).toBe(404);
  }
});

test('a missing page gets a sentence, and is served again when it is back', async () => {
  const { origin, outside } = await serveFolder();
  await rm(path.join(outside, 'page'), { recursive: true });
  const gone = await fetch(origin);
  expect([gone.status, await gone.text()]).toEqual([404, 'Offbook has no such file.\n']);
  await mkdir(path.join(outside, 'page'));
  await writeFile(path.join(outside, 'page', 'index.html'), 'back');
  expect(await (await fetch(origin)).text()).toBe('back');
});

test('a file that can’t be read is an error with its reason, and the server keeps running', async () => {
  const { origin, outside } = await serveFolder();
  // More than Node reads at once; the disk need not hold it.
  await truncate(path.join(outside, 'page', 'index.html'), 3 * 1024 ** 3);
  const answer = await fetch(origin);
  expect(answer.status).toBe(500);
  expect(await answer.text()).toMatch(/^index\.html of Offbook’s own page can’t be read: File size .+\n$/);
  expect((await fetch(`${origin}/assets/index-Ab3_d-9Z.js`)).status).toBe(200);
});

test.each([
  ['index.html', 'no-store'],
  ['assets/index-Ab3_d-9Z.js', 'public, max-age=31536000, immutable'],
  ['assets/face-0a1b2c3d.woff2', 'public, max-age=31536000, immutable'],
  ['assets/plain.js', 'no-cache'],
  ['icon-12345678.png', 'no-cache'],
])('%s is cached: %s', (file, cache) => {
  expect(cacheControlOf(file)).toBe(cache);
});
