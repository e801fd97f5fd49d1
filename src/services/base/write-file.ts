import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from './system-error.ts';

/** A new file that is not renamed after this long belongs to a program that was killed while saving. */
const abandonedMs = 60_000;

/**
 * Replaces a file's content so that a crash or a power cut leaves either the old content or the new one:
 * a new file beside it is written, synced and renamed over it. A symlink is kept and its target replaced.
 * Only its owner may read the new file; with `isSecret` that is made sure of, since some disks let everybody read
 * all they have. Throws what the disk says; the old content is then untouched.
 */
export async function replaceFile(file: string, content: string, { isSecret = false } = {}): Promise<void> {
  const target = await followLink(file);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const fresh = `${target}.${process.pid}-${randomBytes(4).toString('hex')}.new`;
  try {
    const handle = await open(fresh, 'wx', 0o600);
    await writeAndSync(handle, content, isSecret);
    await renameOver(fresh, target);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  await syncDirectory(path.dirname(target));
}

/** Removes a file if it holds this text. What another program wrote there stays. Throws what the disk says. */
export async function removeOwnFile(file: string, text: string): Promise<void> {
  try {
    if ((await readFile(file, 'utf8')).includes(text)) await rm(file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/** Removes what a program that was killed while saving left beside the file. `nowMs` is wall time. */
export async function removeAbandoned(file: string, nowMs: number): Promise<void> {
  const directory = path.dirname(file);
  for (const name of await readdir(directory)) {
    if (!name.startsWith(`${path.basename(file)}.`) || !name.endsWith('.new')) continue;
    const left = path.join(directory, name);
    if (nowMs - (await stat(left)).mtimeMs > abandonedMs) await rm(left, { force: true });
  }
}

async function writeAndSync(handle: FileHandle, content: string, isSecret: boolean): Promise<void> {
  try {
    // Windows has no such rights, and keeps a person's folders from others by itself.
    if (isSecret && process.platform !== 'win32' && ((await handle.stat()).mode & 0o077) !== 0) {
      throw new Error('other people of this computer could read it');
    }
    await handle.writeFile(content, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function followLink(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return file;
    throw error;
  }
}

/** Windows refuses to rename over a file that a virus scanner has open; a moment later it is free. */
async function renameOver(from: string, to: string): Promise<void> {
  const waitsMs = process.platform === 'win32' ? [20, 100, 400] : [];
  for (const waitMs of waitsMs) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error))) throw error;
      await wait(waitMs);
    }
  }
  await rename(from, to);
}

/** The rename itself lasts only once the directory is synced; Windows and some network disks can't do that. */
export async function syncDirectory(directory: string): Promise<void> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(directory, 'r');
    await handle.sync();
  } catch (error) {
    if (!['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EBADF'].includes(errorCode(error))) throw error;
  } finally {
    await handle?.close();
  }
}
