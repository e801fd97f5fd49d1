import { chmod, mkdir, mkdtemp, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSettingsFolder } from '../../src/main/settings-folder.ts';
import { browserFolderIn } from '../../src/services/system/paths.ts';

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'offbook-settings-')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('is created, with a separate folder for Chromium', async () => {
  const settingsDir = path.join(folder, 'deep', 'Offbook');
  const made = { browser: browserFolderIn(settingsDir), problem: null };
  expect(openSettingsFolder(settingsDir, folder)).toEqual(made);
  expect((await stat(browserFolderIn(settingsDir))).isDirectory()).toBe(true);
  expect(openSettingsFolder(settingsDir, folder)).toEqual(made);
});

describe('if a file is in its way', () => {
  let settingsDir: string;
  beforeEach(async () => {
    settingsDir = path.join(folder, 'Offbook');
    await writeFile(settingsDir, '');
  });

  test('it says so, with what to do', () => {
    const { problem } = openSettingsFolder(settingsDir, folder);
    expect(problem).toContain(settingsDir);
    expect(problem).toContain('OFFBOOK_HOME');
  });

  test('Chromium has a temporary one, the same each time and nobody else’s', async () => {
    const { browser } = openSettingsFolder(settingsDir, folder);
    expect(path.dirname(browser ?? '')).toBe(folder);
    const found = await stat(browser ?? '');
    expect(found.isDirectory()).toBe(true);
    if (process.platform !== 'win32') expect(found.mode & 0o077).toBe(0);
    expect(openSettingsFolder(settingsDir, folder).browser).toBe(browser);
    expect(openSettingsFolder(path.join(settingsDir, 'other'), folder).browser).not.toBe(browser);
  });

  test.skipIf(process.platform === 'win32')('one that others can write to, or a link, isn’t used', async () => {
    const { browser } = openSettingsFolder(settingsDir, folder);
    await chmod(browser ?? '', 0o777);
    const second = openSettingsFolder(settingsDir, folder).browser;
    expect(second).not.toBe(browser);
    expect((await stat(second ?? '')).mode & 0o077).toBe(0);
    await rm(browser ?? '', { recursive: true });
    await mkdir(path.join(folder, 'prepared'), { mode: 0o700 });
    await symlink(path.join(folder, 'prepared'), browser ?? '');
    expect(openSettingsFolder(settingsDir, folder).browser).not.toBe(browser);
  });

  test('if no temporary one can be created either, Chromium has none', () => {
    expect(openSettingsFolder(settingsDir, path.join(folder, 'missing')).browser).toBeNull();
  });
});
