import { execFileSync } from 'node:child_process';
import { constants } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openRegular, readRegular } from '../../../src/services/base/regular-file.ts';
import { tempFolder } from '../temp-folder.ts';

const { O_APPEND, O_CREAT, O_RDONLY, O_RDWR } = constants;

test('a regular file is read, also through a link', async () => {
  const folder = await tempFolder();
  await writeFile(path.join(folder, 'a.txt'), 'text');
  await symlink(path.join(folder, 'a.txt'), path.join(folder, 'link.txt'));
  expect((await readRegular(path.join(folder, 'link.txt'))).toString()).toBe('text');
});

test('a missing one is created if the flags say so, else the disk’s error', async () => {
  const file = path.join(await tempFolder(), 'new.txt');
  await expect(readRegular(file)).rejects.toMatchObject({ code: 'ENOENT' });
  const handle = await openRegular(file, O_RDWR | O_APPEND | O_CREAT, 0o600);
  await handle.write('added');
  await handle.close();
  expect((await readRegular(file)).toString()).toBe('added');
});

test('a folder isn’t one', async () => {
  const folder = path.join(await tempFolder(), 'folder');
  await mkdir(folder);
  await expect(openRegular(folder, O_RDONLY)).rejects.toThrow('it isn’t a regular file');
});

test.skipIf(process.platform === 'win32')('a named pipe and a device are refused at once', async () => {
  const pipe = path.join(await tempFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  for (const flags of [O_RDONLY, O_RDWR, O_RDWR | O_APPEND | O_CREAT]) {
    await expect(openRegular(pipe, flags)).rejects.toThrow('it isn’t a regular file');
  }
  await expect(readRegular('/dev/zero')).rejects.toThrow('it isn’t a regular file');
});
