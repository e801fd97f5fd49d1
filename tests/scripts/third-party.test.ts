import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noticesName, setUpNotices } from '../../scripts/third-party/notices-plugin.ts';
import { noticesText, packageFolder, readThirdParty } from '../../scripts/third-party/packages.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'offbook notices-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Writes a package with these files; returns its folder. */
async function addPackage(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const place = path.join(folder, 'node_modules', name);
  await mkdir(place, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(place, file), text);
  return place;
}
const manifest = (name: string, more: object = { license: 'MIT' }): string =>
  JSON.stringify({ name, version: '1.2.3', type: 'module', main: 'index.js', ...more });

describe('the package of a file', () => {
  test.each([
    ['/p/node_modules/marked/lib/a.js', '/p/node_modules/marked'],
    ['/p/node_modules/@fontsource/one/files/a.woff2', '/p/node_modules/@fontsource/one'],
    ['/p/node_modules/one/node_modules/two/a.js', '/p/node_modules/one/node_modules/two'],
    ['C:\\p\\node_modules\\@s\\one\\a.js', 'C:\\p\\node_modules\\@s\\one'],
    ['/p/node_modules/marked/lib/a.js?v=1', '/p/node_modules/marked'],
  ])('of %s is %s', (file, expected) => expect(packageFolder(file)).toBe(expected));

  test.each(['/p/src/core/plan.ts', '/p/rolldown/runtime.js'])('%s has none', (file) => {
    expect(packageFolder(file)).toBeNull();
  });
});

describe('a package', () => {
  test('has all its licence files', async () => {
    const place = await addPackage('one', {
      'package.json': manifest('one'),
      license: 'Do as you like.\n',
      'NOTICE.txt': 'By me.',
      'licenses.js': '',
    });
    expect(await readThirdParty(place)).toEqual({
      name: 'one',
      version: '1.2.3',
      license: 'MIT',
      text: 'By me.\n\nDo as you like.',
    });
  });

  test('has what the project adds, where its own files lack something; its licence may be named in the old way', async () => {
    const place = await addPackage('@old/one', {
      'package.json': manifest('@old/one', { licenses: [{ type: 'Apache-2.0' }] }),
      LICENSE: 'Of the shell.',
    });
    await writeFile(path.join(folder, '@old__one.txt'), 'Of the kernel.\n');
    expect(await readThirdParty(place, folder)).toMatchObject({
      license: 'Apache-2.0',
      text: 'Of the shell.\n\nOf the kernel.',
    });
  });

  test('without a licence, or without its text, can’t be distributed', async () => {
    const unnamed = await addPackage('unnamed', { 'package.json': manifest('unnamed', {}), LICENSE: 'MIT' });
    await expect(readThirdParty(unnamed)).rejects.toThrow('names no licence');
    const wordless = await addPackage('wordless', { 'package.json': manifest('wordless') });
    await expect(readThirdParty(wordless)).rejects.toThrow('has no licence file');
  });
});

test('notices are sorted by name', () => {
  const one = { version: '1.0.0', license: 'MIT', text: 'words' };
  const text = noticesText([
    { name: 'b', ...one },
    { name: 'a', ...one },
  ]);
  expect(text.indexOf('\na 1.0.0 (MIT)')).toBeGreaterThan(0);
  expect(text.indexOf('\nb 1.0.0 (MIT)')).toBeGreaterThan(text.indexOf('\na 1.0.0 (MIT)'));
});

describe('a build', () => {
  /** Builds one bundle of a program that is made of these lines. */
  async function bundle(name: string, code: string, notices: ReturnType<typeof setUpNotices>): Promise<void> {
    await writeFile(path.join(folder, `${name}.js`), code);
    await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [notices()],
      worker: { format: 'es', plugins: () => [notices()] },
      build: {
        outDir: path.join(folder, 'out', name),
        assetsInlineLimit: 0,
        rolldownOptions: { input: path.join(folder, `${name}.js`) },
      },
    });
  }

  test('has the licences of everything in its bundles, and of nothing else', async () => {
    for (const name of ['code', 'picture', 'thread', 'unused', 'missing']) {
      await addPackage(name, { 'package.json': manifest(name), LICENSE: `The words of ${name}.` });
    }
    await addPackage('code', { 'index.js': 'export const said = Math.random() < 2;' });
    await addPackage('thread', { 'index.js': 'export const said = Math.random() < 2;' });
    await addPackage('unused', { 'index.js': 'export const said = 1;' });
    await addPackage('picture', { 'a.png': 'pixels' });
    const notices = setUpNotices();
    await bundle(
      'main',
      "import { said } from 'code'; import { said as no } from 'unused'; console.log(said);",
      notices,
    );
    await writeFile(path.join(folder, 'worker.js'), "import { said } from 'thread'; postMessage(said);");
    await bundle(
      'page',
      "import a from 'picture/a.png'; import url from './worker.js?worker&url'; console.log(a, url);",
      notices,
    );
    const text = await readFile(path.join(folder, 'out', noticesName), 'utf8');
    expect(text).toContain('The words of code.');
    expect(text).toContain('The words of picture.');
    expect(text).toContain('The words of thread.');
    expect(text).not.toContain('The words of unused.');
    expect(text).not.toContain('The words of missing.');
  });

  test('fails with a package that has no licence', async () => {
    await addPackage('wordless', {
      'package.json': manifest('wordless'),
      'index.js': 'export const a = Math.random();',
    });
    const built = bundle('main', "import { a } from 'wordless'; console.log(a);", setUpNotices());
    await expect(built).rejects.toThrow('has no licence file');
  });
});
