import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lutimes, readdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { withFileLock } from '../../../src/services/base/file-lock.ts';
import { tempFolder } from '../temp-folder.ts';

test('tasks for one file run one after the other, and no lock stays', async () => {
  const folder = await tempFolder();
  const file = path.join(folder, 'deeper', 'settings.json');
  const steps: string[] = [];
  const task = (name: string) => async () => {
    steps.push(`${name} begins`);
    await readdir(folder);
    steps.push(`${name} is done`);
  };
  await Promise.all(['one', 'two', 'three'].map((name) => withFileLock(file, task(name))));
  const pairs = [0, 2, 4].map((index) => steps.slice(index, index + 2).map((step) => step.split(' ')[0]));
  for (const [begun, done] of pairs) expect(begun).toBe(done);
  expect(await readdir(path.dirname(file))).toEqual([]);
});

test('a task that fails gives its lock back, and its error', async () => {
  const file = path.join(await tempFolder(), 'settings.json');
  await expect(withFileLock(file, () => Promise.reject(new Error('disk')))).rejects.toThrow('disk');
  expect(await withFileLock(file, () => Promise.resolve('next'))).toBe('next');
});

test('the lock of a process that was killed holds nobody up; that of another computer does, for ten seconds', async () => {
  const file = path.join(await tempFolder(), 'settings.json');
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  await symlink(`${hostname()} ${child.pid} 0a0b0c0d`, `${file}.lock`);
  expect(await withFileLock(file, () => Promise.resolve('now'))).toBe('now');

  await symlink(`elsewhere ${child.pid} 0a0b0c0d`, `${file}.lock`);
  const waiting = withFileLock(file, () => Promise.resolve('later'));
  expect(await Promise.race([waiting, wait(200, 'waiting')])).toBe('waiting');
  await lutimes(`${file}.lock`, 0, 0);
  expect(await waiting).toBe('later');
});

test('of several programs that find an abandoned lock, one at a time goes on', async () => {
  const folder = await tempFolder();
  const file = path.join(folder, 'settings.json');
  await writeFile(`${file}.lock`, '');
  await utimes(`${file}.lock`, 0, 0);
  let running = 0;
  const task = async (): Promise<void> => {
    running += 1;
    expect(running).toBe(1);
    await readdir(folder);
    running -= 1;
  };
  await Promise.all([withFileLock(file, task), withFileLock(file, task), withFileLock(file, task)]);
  expect(await readdir(folder)).toEqual([]);
});
