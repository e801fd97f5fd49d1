import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assetHeaders, isBelow, resolveAsset } from '../../src/main/assets.ts';
import { readAsset } from '../../src/main/read-asset.ts';

const root = path.resolve('/program/out/renderer');

describe('an address', () => {
  test.each([
    ['app://offbook/', 'index.html'],
    ['app://offbook', 'index.html'],
    ['app://offbook/index.html', 'index.html'],
    ['app://offbook/?view=prompter#x', 'index.html'],
    ['app://offbook/assets/index-B1c2.js', 'assets/index-B1c2.js'],
    ['app://offbook/assets/a%20b.css', 'assets/a b.css'],
    ['app://offbook/assets/../index.html', 'index.html'],
    // Decoded once only: this is a file whose name has a percent sign.
    ['app://offbook/%252e%252e/secret', '%2e%2e/secret'],
  ])('%s means a file of the program', (url, file) => {
    expect(resolveAsset(root, url)).toBe(path.join(root, file));
  });

  test.each([
    'app://offbook/..%2f..%2f..%2f..%2fetc/passwd',
    'app://offbook/%2e%2e%2f%2e%2e%2fetc/passwd',
    'app://offbook/assets/..%2f..%2f..%2fpackage.json',
    'app://offbook/..%5c..%5cwindows%5cwin.ini',
    'app://offbook/\\\\server\\share',
    'app://offbook/C:/windows/win.ini',
    'app://offbook/C%3a%5cwindows',
    'app://offbook/index.html%00.png',
    'app://offbook/index.html::$DATA',
    'app://offbook/..%2frenderer-of-another',
    'app://offbook/%',
    'app://offbook/%c3%28',
    'app://other/index.html',
    'app://offbook:80/index.html',
    'app://offbook.example/index.html',
    'file:///etc/passwd',
    'https://offbook/index.html',
    'not an address',
    '',
  ])('%s means nothing', (url) => {
    expect(resolveAsset(root, url)).toBeNull();
  });

  test.each(['app://offbook//etc/passwd', 'app://offbook/%2fetc/passwd', 'app://offbook/../../../../etc/passwd'])(
    '%s stays inside',
    (url) => {
      const file = resolveAsset(root, url);
      expect(file).not.toBeNull();
      expect(isBelow(root, file!)).toBe(true);
    },
  );
});

test('a neighbour that begins with the same letters is not below', () => {
  expect(isBelow(root, `${root}-other/file`)).toBe(false);
  expect(isBelow(root, root)).toBe(false);
  expect(isBelow(root, path.join(root, '..strange'))).toBe(true);
});

describe('the headers', () => {
  test.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['x.js', 'text/javascript; charset=utf-8'],
    ['x.css', 'text/css; charset=utf-8'],
    ['x.woff2', 'font/woff2'],
    ['x.exe', 'application/octet-stream'],
    [null, 'text/plain; charset=utf-8'],
  ])('of %s', (file, type) => {
    const headers = assetHeaders(file);
    expect(headers['Content-Type']).toBe(type);
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
  });

  test('carry the content security policy of the design, word for word', () => {
    expect(assetHeaders('index.html')['Content-Security-Policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'none'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });
});

describe('a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'offbook-assets-'));
    await mkdir(path.join(folder, 'pages', 'assets'), { recursive: true });
    await writeFile(path.join(folder, 'pages', 'index.html'), '<p>page</p>');
    await writeFile(path.join(folder, 'secret'), 'secret');
    await symlink(path.join(folder, 'secret'), path.join(folder, 'pages', 'link-out'));
    await symlink('index.html', path.join(folder, 'pages', 'link-in'));
    await symlink('..', path.join(folder, 'pages', 'up'));
    await symlink('loop', path.join(folder, 'pages', 'loop'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const read = (name: string) => readAsset(path.join(folder, 'pages'), path.join(folder, 'pages', name));

  test('is read', async () => {
    expect((await read('index.html'))?.toString()).toBe('<p>page</p>');
    expect((await read('link-in'))?.toString()).toBe('<p>page</p>');
  });

  test('is read where the folder itself is reached by a link', async () => {
    const alias = path.join(folder, 'alias');
    await symlink('pages', alias);
    expect((await readAsset(alias, path.join(alias, 'index.html')))?.toString()).toBe('<p>page</p>');
  });

  test.each(['link-out', 'up/secret', 'up', 'assets', 'missing', 'index.html/x', 'loop', 'x'.repeat(5000)])(
    '%s is none',
    async (name) => {
      expect(await read(name)).toBeNull();
    },
  );
});
