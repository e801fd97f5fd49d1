import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { extractFile, getRawHeader } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archiveNames, electronLicenseProblems, fileProblems } from '../../scripts/packed/check-files.ts';
import { fuseProblems } from '../../scripts/packed/check-fuses.ts';
import { projectRoot } from '../../src/cli/project-root.ts';
import { makeFolder, type Folder } from '../electron/driver/program-copy.ts';
import { packedHere, packInto, type Packed } from './pack-for-tests.ts';

describe.each(packedHere)('packed for %s, the program', (system) => {
  let folder: Folder;
  let packed: Packed;
  beforeAll(async () => {
    folder = await makeFolder('packed');
    packed = await packInto(folder.path, system);
  }, 120_000);
  afterAll(() => folder.remove());

  test('has every file that main needs, in the archive or beside it, and no other in the archive', async () => {
    expect(await fileProblems(packed.resources)).toEqual([]);
  });

  test('has the whole build, and a package.json without what only developers need', async () => {
    const built = await Promise.all(['main', 'preload', 'renderer'].map((part) => filesIn(`out/${part}`)));
    const names = archiveNames(packed.resources);
    const isFolder = (name: string): boolean => names.some((other) => other.startsWith(`${name}/`));
    expect(names.filter((name) => !isFolder(name)).sort()).toEqual([...built.flat(), 'package.json'].sort());
    const archive = path.join(packed.resources, 'app.asar');
    const manifest: unknown = JSON.parse(extractFile(archive, 'package.json').toString());
    expect(manifest).toMatchObject({
      main: 'out/main/index.js',
      productName: 'Offbook',
      type: 'module',
      desktopName: 'local.offbook.prompter.desktop',
    });
    expect(manifest).not.toHaveProperty('scripts');
    expect(manifest).not.toHaveProperty('devDependencies');
  });

  test('has its samples and licences as real files, word for word', async () => {
    const text = (...names: string[]): Promise<string> => readFile(path.join(...names), 'utf8');
    for (const name of await filesIn('stories')) {
      expect(await text(packed.resources, name)).toBe(await text(projectRoot, name));
    }
    expect(await text(packed.resources, 'licenses/LICENSE.txt')).toBe(await text(projectRoot, 'LICENSE'));
    const notices = await text(packed.resources, 'licenses/third-party-notices.txt');
    for (const name of ['react', 'marked', '@fontsource/opendyslexic']) expect(notices).toContain(`\n${name} `);
    // From an unpacked runtime for macOS, electron-builder takes only the program; the stand-in is unpacked.
    if (system !== 'darwin') expect(await electronLicenseProblems(packed.electronLicenses)).toEqual([]);
  });

  test('has the fuses of the configuration', async () => {
    expect(await fuseProblems(packed.executable)).toEqual([]);
  });

  // Electron has no such check on Linux.
  if (system !== 'linux') {
    test('has the checksum of its archive where Electron looks for it', async () => {
      const { headerString } = getRawHeader(path.join(packed.resources, 'app.asar'));
      const checksum = createHash('sha256').update(headerString).digest('hex');
      const holder = system === 'darwin' ? path.join(packed.executable, 'Contents', 'Info.plist') : packed.executable;
      const text = await readFile(holder, 'latin1');
      expect(text).toContain(checksum);
      expect(text).toMatch(/Resources\/app\.asar|resources\\+app\.asar/);
    });
  }

  test('has no updater', async () => {
    const all = await readdir(path.join(folder.path, 'dist'), { recursive: true });
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((name) => /app-update|latest.*\.yml|updater/.test(name))).toEqual([]);
  });
});

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(path.join(projectRoot, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return files.map((file) => path.relative(projectRoot, file).replaceAll(path.sep, '/'));
}
