import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentTypeOf, fileOfPath, readPageFile } from '../../../src/services/system/page-files.ts';
import { tempFolder } from '../temp-folder.ts';

describe('a path', () => {
  test.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/index-Ab3_d-9Z.js', 'assets/index-Ab3_d-9Z.js'],
    ['/%61ssets/x.css', 'assets/x.css'],
  ])('%s is the file %s', (addressPath, file) => {
    expect(fileOfPath(addressPath)).toBe(file);
  });

  test.each([
    ['bad escape', '/%'],
    ['bad UTF-8', '/%ff'],
    ['overlong dots', '/%c0%ae%c0%ae%2fx'],
    ['empty', ''],
    ['no slash', 'index.html'],
    ['empty part', '/assets//x.js'],
    ['folder', '/assets/'],
    ['current folder', '/./index.html'],
    ['up', '/../package.json'],
    ['encoded up', '/%2e%2e%2fpackage.json'],
    ['encoded twice', '/%252e%252e%252fpackage.json'],
    ['backslashes', '/..\\package.json'],
    ['encoded backslashes', '/..%5cpackage.json'],
    ['UNC', '/%5c%5cserver%5cshare'],
    ['UNC in slashes', '//server/share'],
    ['drive', '/C:/windows/win.ini'],
    ['hidden file', '/.git/config'],
    ['tilde', '/~root'],
    ['alternate stream', '/index.html::$DATA'],
    ['short name', '/INDEX~1.HTM'],
    ['space', '/index.html%20'],
    ['NUL', '/index.html%00.png'],
  ])('not a plain one: %s', (_what, addressPath) => {
    expect(fileOfPath(addressPath)).toBeNull();
  });
});

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['assets/a.js', 'text/javascript; charset=utf-8'],
  ['assets/a.css', 'text/css; charset=utf-8'],
  ['assets/a.woff2', 'font/woff2'],
  ['assets/a.svg', 'image/svg+xml'],
  ['assets/a.PNG', 'image/png'],
  ['app.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['assets/a.wasm', 'application/wasm'],
  ['assets/a.exe', 'application/octet-stream'],
])('%s is %s', (file, type) => {
  expect(contentTypeOf(file)).toBe(type);
});

describe('a file', () => {
  async function pages(): Promise<string> {
    const folder = await tempFolder();
    const root = path.join(folder, 'pages');
    await mkdir(path.join(root, 'assets'), { recursive: true });
    await writeFile(path.join(root, 'index.html'), '<p>page</p>');
    await writeFile(path.join(folder, 'secret'), 'secret');
    await symlink(path.join(folder, 'secret'), path.join(root, 'link-out'));
    await symlink('index.html', path.join(root, 'link-in'));
    await symlink('..', path.join(root, 'up'));
    await symlink('loop', path.join(root, 'loop'));
    return root;
  }

  test('is read', async () => {
    expect((await readPageFile(await pages(), 'index.html'))?.toString()).toBe('<p>page</p>');
  });

  test('is read even if the folder itself is a link', async () => {
    const root = await pages();
    const alias = path.join(path.dirname(root), 'alias');
    await symlink('pages', alias);
    expect((await readPageFile(alias, 'index.html'))?.toString()).toBe('<p>page</p>');
  });

  test.each([
    'link-out',
    'link-in',
    'up/secret',
    'up',
    '../secret',
    'assets',
    'missing',
    'index.html/x',
    'loop',
    'x'.repeat(5000),
  ])('%s doesn’t count', async (name) => {
    expect(await readPageFile(await pages(), name)).toBeNull();
  });

  test('in a missing folder doesn’t exist', async () => {
    expect(await readPageFile(path.join(await pages(), 'gone'), 'index.html')).toBeNull();
  });
});
