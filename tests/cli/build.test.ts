import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { BuildError, ensureBuilt, isBuilt } from '../../src/cli/build.ts';

let root: string;
const at = (file: string) => path.join(root, file);

/** Writes a file with this modification time in seconds. */
async function put(file: string, seconds: number, text = ''): Promise<void> {
  await mkdir(path.dirname(at(file)), { recursive: true });
  await writeFile(at(file), text);
  await utimes(at(file), seconds, seconds);
}

const inputs = ['package-lock.json', 'src/core/stories/read.ts', 'src/renderer/main.tsx', 'src/main/index.ts'];
const folders = ['src/core', 'src/core/stories', 'src/renderer', 'src/main'];
const outputs = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** A stand-in for the build tool: a real program that records each run and writes the outputs. */
const tool = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');
appendFileSync('runs', 'run\\n');
setTimeout(() => {
  for (const file of ${JSON.stringify(outputs)}) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
  }
}, 50);
`;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'offbook-build-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const file of inputs) await put(file, 100);
  for (const folder of folders) await utimes(at(folder), 100, 100);
});

async function runs(): Promise<number> {
  return (await readFile(at('runs'), 'utf8').catch(() => '')).split('run').length - 1;
}

const ignore = { write: () => {} };

test('is current when every output is as new as every input', async () => {
  for (const file of outputs) await put(file, 200);
  expect(await isBuilt(root)).toBe(true);
});

test.each(outputs)('is not without %s', async (missing) => {
  for (const file of outputs) await put(file, 200);
  await rm(at(missing));
  expect(await isBuilt(root)).toBe(false);
});

test.each(inputs)('is not after a change of %s', async (changed) => {
  for (const file of outputs) await put(file, 200);
  await put(changed, 300);
  expect(await isBuilt(root)).toBe(false);
});

test('isn’t current after a file was deleted', async () => {
  for (const file of outputs) await put(file, 200);
  await rm(at('src/core/stories/read.ts'));
  expect(await isBuilt(root)).toBe(false);
});

test('isn’t current after a build that stopped halfway', async () => {
  for (const file of outputs) await put(file, 200);
  await put('out/main/index.js', 50);
  expect(await isBuilt(root)).toBe(false);
});

test('builds once, even if several processes ask at the same time, and not again', async () => {
  await put('node_modules/electron-vite/bin/electron-vite.js', 100, tool);
  const remarks: string[] = [];
  await Promise.all([1, 2, 3].map(() => ensureBuilt(root, { write: (text) => remarks.push(text) })));
  await ensureBuilt(root, { write: (text) => remarks.push(text) });
  expect(await runs()).toBe(1);
  expect(remarks).toEqual(['Building Offbook. This takes a few seconds, and only after a change.\n']);
  expect(await isBuilt(root)).toBe(true);
});

test.each([
  ['by a process that is gone', '4194304999'],
  ['without a number', 'what'],
])('takes over a lock left %s', async (_what, holder) => {
  await put('node_modules/electron-vite/bin/electron-vite.js', 100, tool);
  await put('out/.building', 100, holder);
  await ensureBuilt(root, ignore);
  expect(await runs()).toBe(1);
});

test('takes over a lock whose process died before it wrote its id', async () => {
  await put('node_modules/electron-vite/bin/electron-vite.js', 100, tool);
  await put('out/.building', 100, '');
  await ensureBuilt(root, ignore);
  expect(await runs()).toBe(1);
});

test('a failed build says what to do and what the tool printed, and leaves no lock', async () => {
  await put('node_modules/electron-vite/bin/electron-vite.js', 100, "throw new Error('no such entry')");
  const building = ensureBuilt(root, ignore);
  await expect(building).rejects.toThrow(BuildError);
  await expect(building).rejects.toThrow(/Offbook couldn’t be built\. Run “npm ci”[^]*no such entry/);
  await put('node_modules/electron-vite/bin/electron-vite.js', 100, tool);
  await ensureBuilt(root, ignore);
  expect(await isBuilt(root)).toBe(true);
});

test('a missing build tool is a sentence, not a crash', async () => {
  await expect(ensureBuilt(root, ignore)).rejects.toThrow(/Run “npm ci”/);
});
