import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

/* The record of the review against electron.d.ts has to list everything that is used, and nothing else. */
const root = path.resolve(import.meta.dirname, '../..');
const record = await readFile(path.join(root, 'docs/decisions/0015-review-of-the-electron-shell.md'), 'utf8');

async function sourceOf(folder: string): Promise<string> {
  const names = (await readdir(path.join(root, folder), { recursive: true })).filter((name) => name.endsWith('.ts'));
  const texts = await Promise.all(names.map((name) => readFile(path.join(root, folder, name), 'utf8')));
  return texts.filter((text) => text.includes("from 'electron'")).join('\n');
}
const source = (await sourceOf('src/main')) + (await sourceOf('src/preload'));

const types = await readFile(path.join(root, 'node_modules/electron/electron.d.ts'), 'utf8');

/** The methods of the stand-in that Electron's objects have, too. */
async function standInMembers(file: string): Promise<string[]> {
  const text = await readFile(path.join(root, 'tests/electron/program', file), 'utf8');
  const methods = [...text.matchAll(/^ {2}(\w+)\(/gmu)].map((match) => match[1] ?? '');
  return methods.filter((name) => name !== 'constructor' && types.includes(`\n    ${name}(`));
}

/** What stands in backticks in the tables' first columns. */
const listed = record
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`'))
  .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([\w.-]+)`/gu)].map((match) => match[1] ?? ''));
const listedMembers = new Set(listed.map((name) => name.split('.').at(-1)));

test('every member of Electron’s modules that is used is in the record', () => {
  const modules =
    /(?<![\w.])(app|BrowserWindow|contextBridge|dialog|globalShortcut|ipcMain|ipcRenderer|Menu|nativeImage|nativeTheme|powerMonitor|protocol|screen|shell|systemPreferences|webUtils)\.(\w+)/gu;
  const used = [...source.matchAll(modules)].map(([, name, member]) => `${name}.${member}`);
  const general = new Set(['on', 'once', 'off', 'ts']);
  const missing = used.filter((name) => {
    const [module = '', member = ''] = name.split('.');
    return !general.has(member) && !listed.includes(name) && !listed.includes(module);
  });
  expect([...new Set(missing)]).toEqual([]);
  expect(used.length).toBeGreaterThan(50);
});

test('every member of windows and their pages that is used is in the record', async () => {
  const known = [...(await standInMembers('browser-window.ts')), ...(await standInMembers('web-contents.ts'))];
  const used = known.filter((name) => new RegExp(`[.?]${name}\\(`, 'u').test(source));
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter((name) => !listedMembers.has(name))).toEqual([]);
});

test('every event that is listened to is in the record', () => {
  const events = [...source.matchAll(/\.(?:on|once)\('([a-z-]+)'/gu)].map((match) => match[1] ?? '');
  expect(events.length).toBeGreaterThan(20);
  expect([...new Set(events)].filter((name) => !listed.includes(name))).toEqual([]);
});

test('everything in the record is used', () => {
  const unused = listed.filter((name) => !source.includes(name.split('.').at(-1) ?? name));
  expect(unused).toEqual([]);
});
