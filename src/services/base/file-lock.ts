import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder } from './private-folder.ts';
import { errorCode } from './system-error.ts';

/** A lock that is older belongs to a program that was killed: nobody holds one for longer than a write takes. */
const abandonedMs = 10_000;

/**
 * Runs a task while no other program runs one for the same file. The lock is a file beside it, whose folder is created if
 * it doesn’t exist. Throws the task’s error, or the disk’s if no lock can be created.
 */
export async function withFileLock<Value>(file: string, task: () => Promise<Value>): Promise<Value> {
  const lock = `${file}.lock`;
  await take(lock);
  try {
    return await task();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<void> {
  for (;;) {
    try {
      await (await open(lock, 'wx', 0o600)).close();
      return;
    } catch (error) {
      const code = errorCode(error);
      if (code === 'ENOENT') makeFolder(path.dirname(lock));
      else if (code !== 'EEXIST') throw error;
    }
    await removeAbandoned(lock);
    await wait(5);
  }
}

/** Moves it first, so that of several programs only one removes it. */
async function removeAbandoned(lock: string): Promise<void> {
  try {
    if (Date.now() - (await stat(lock)).mtimeMs <= abandonedMs) return;
    const moved = `${lock}-${randomBytes(4).toString('hex')}`;
    await rename(lock, moved);
    await rm(moved, { force: true });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}
