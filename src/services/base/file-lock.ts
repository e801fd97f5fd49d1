import { randomBytes } from 'node:crypto';
import { lstat, open, readlink, rename, rm, symlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder } from './private-folder.ts';
import { errorCode } from './system-error.ts';

/** A lock that is older belongs to a program that was killed on another computer: a write takes far less. */
const abandonedMs = 10_000;

/**
 * Runs a task while no other program runs one for the same file. The lock is a link beside it, whose folder is created if
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
      await create(lock, `${hostname()} ${process.pid} ${randomBytes(4).toString('hex')}`);
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

/** A link to nothing, as Emacs does it: unlike a file, it is there with its words or not at all. */
async function create(lock: string, holder: string): Promise<void> {
  try {
    await symlink(holder, lock);
  } catch (error) {
    if (['EEXIST', 'ENOENT'].includes(errorCode(error))) throw error;
    // Windows lets few people create links, and some disks have none.
    await (await open(lock, 'wx', 0o600)).close();
  }
}

/** Moves it first, so that of several programs only one removes it. */
async function removeAbandoned(lock: string): Promise<void> {
  try {
    const [holder, { mtimeMs }] = [await holderOf(lock), await lstat(lock)];
    if (Date.now() - mtimeMs <= abandonedMs && !isGone(holder)) return;
    const moved = `${lock}-${randomBytes(4).toString('hex')}`;
    await rename(lock, moved);
    const taken = await holderOf(moved);
    await rm(moved, { force: true });
    // Another program may have removed it and taken its own meanwhile.
    if (taken !== holder) await create(lock, taken);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(errorCode(error))) throw error;
  }
}

/** Empty if the lock is a file. */
async function holderOf(lock: string): Promise<string> {
  try {
    return await readlink(lock);
  } catch (error) {
    if (['EINVAL', 'UNKNOWN'].includes(errorCode(error))) return '';
    throw error;
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
