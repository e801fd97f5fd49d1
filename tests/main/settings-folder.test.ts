import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { browserFolder, makeSettingsFolder } from '../../src/main/settings-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'offbook-settings-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('is made, with a place for Chromium of its own', async () => {
  const settingsDir = path.join(folder, 'deep', 'Offbook');
  expect(makeSettingsFolder(settingsDir)).toBeNull();
  expect((await stat(browserFolder(settingsDir))).isDirectory()).toBe(true);
  expect(makeSettingsFolder(settingsDir)).toBeNull();
});

test('a file in its way is named, with what to do', async () => {
  const settingsDir = path.join(folder, 'Offbook');
  await writeFile(settingsDir, '');
  const sentence = makeSettingsFolder(settingsDir);
  expect(sentence).toContain(settingsDir);
  expect(sentence).toContain('OFFBOOK_HOME');
});
