import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { makePrivateFolder } from '../../../src/services/base/private-folder.ts';
import { tempFolder } from '../temp-folder.ts';

const modeOf = async (folder: string) => (await stat(folder)).mode & 0o7777;

describe.skipIf(process.platform === 'win32')('a folder for its owner alone', () => {
  let place: string;
  let folder: string;

  beforeEach(async () => {
    place = await tempFolder();
    folder = path.join(place, 'Offbook');
  });

  test('is created, with its parents', async () => {
    await makePrivateFolder(path.join(folder, 'inner'), place);
    expect([await modeOf(folder), await modeOf(path.join(folder, 'inner'))]).toEqual([0o700, 0o700]);
  });

  test('is refused, not awaited forever, where the system takes no folders', async () => {
    await expect(makePrivateFolder('/proc/nothing/inner', place)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('is refused where a file is in the way', async () => {
    await writeFile(folder, '');
    await expect(makePrivateFolder(folder, place)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makePrivateFolder(path.join(folder, 'inner'), place)).rejects.toMatchObject({ code: 'EEXIST' });
  });

  test.each([0o755, 0o777, 0o750, 0o701])('existed with mode %o, and others lose their permissions', async (mode) => {
    await mkdir(folder);
    await chmod(folder, mode);
    await makePrivateFolder(folder, place);
    expect(await modeOf(folder)).toBe(0o700);
  });

  test('keeps restrictions of its owner', async () => {
    await mkdir(folder);
    await chmod(folder, 0o555);
    await makePrivateFolder(folder, place);
    expect(await modeOf(folder)).toBe(0o500);
  });

  test('leaves the whole home and shared folders alone', async () => {
    await chmod(place, 0o755);
    await makePrivateFolder(place, place);
    expect(await modeOf(place)).toBe(0o755);
    await mkdir(folder);
    await chmod(folder, 0o1777);
    await makePrivateFolder(folder, place);
    expect(await modeOf(folder)).toBe(0o1777);
  });

  test('is refused if a file has its name', async () => {
    await writeFile(folder, '');
    await expect(makePrivateFolder(folder, place)).rejects.toThrow('EEXIST');
  });
});
