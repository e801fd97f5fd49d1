import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder } from './private-folder.ts';
import { errorCode } from './system-error.ts';

/** A lock that is older belongs to a program that was killed on another computer: a write takes far less. */
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
      const handle = await open(lock, 'wx', 0o600);
      // A full disk takes no words; the lock counts all the same.
      await handle.writeFile(`${hostname()} ${process.pid} ${randomBytes(4).toString('hex')}`).catch(() => undefined);
      await handle.close();
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
    const [holder, { mtimeMs }] = [await readFile(lock, 'utf8'), await stat(lock)];
    if (Date.now() - mtimeMs <= abandonedMs && !isGone(holder)) return;
    const moved = `${lock}-${randomBytes(4).toString('hex')}`;
    await rename(lock, moved);
    // Another program may have removed it and taken its own meanwhile.
    if ((await readFile(moved, 'utf8')) !== holder) await link(moved, lock);
    await rm(moved, { force: true });
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(errorCode(error))) throw error;
  }
}

/** Whether the holder of a lock is a process of this computer that has ended. */
function isGone(holder: string): boolean {
  const [host, pid] = holder.split(' ');
  if (host !== hostname() || !/^[1-9]\d*$/u.test(pid ?? '')) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}
