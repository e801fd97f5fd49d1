import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { missingFile, programFiles } from '../../src/main/program-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'offbook files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('are found from the built main module', () => {
  const files = programFiles(pathToFileURL(path.join(folder, 'out', 'main', 'index.js')).href);
  expect(files.renderer).toBe(path.join(folder, 'out', 'renderer'));
  expect(files.preload).toBe(path.join(folder, 'out', 'preload', 'index.cjs'));
  expect(fileURLToPath(files.parseWorker)).toBe(path.join(folder, 'out', 'main', 'parse-worker.js'));
  expect(files.samples).toBe(path.join(folder, 'stories'));
  expect(files.icon).toBe(path.join(folder, 'packaging', 'icons', 'linux', '256x256.png'));
});

test('in a packed program the samples and the icon are beside the archive, and the rest is inside', () => {
  const archive = path.join(folder, 'resources', 'app.asar');
  const files = programFiles(pathToFileURL(path.join(archive, 'out', 'main', 'index.js')).href);
  expect(files.samples).toBe(path.join(folder, 'resources', 'stories'));
  expect(files.icon).toBe(path.join(folder, 'resources', 'icon.png'));
  for (const file of [files.renderer, files.preload, fileURLToPath(files.parseWorker)]) {
    expect(path.dirname(path.dirname(file)).startsWith(archive)).toBe(true);
  }
});

test('a missing one is named, with what to do', async () => {
  const files = programFiles(pathToFileURL(path.join(folder, 'out', 'main', 'index.js')).href);
  const needed = ['renderer/index.html', 'preload/index.cjs', 'main/parse-worker.js'];
  for (const name of needed) {
    const file = path.join(folder, 'out', name);
    const sentence = await missingFile(files);
    expect(sentence).toContain(file);
    expect(sentence).toContain('npm run build');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, '');
  }
  expect(await missingFile(files)).toBeNull();
});
