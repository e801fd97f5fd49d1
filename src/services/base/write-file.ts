import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, open, readdir, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder } from './private-folder.ts';
import { readRegular } from './regular-file.ts';
import { errorCode } from './system-error.ts';

/** A new file that still has its temporary name after this long belongs to a program that was killed while saving. */
const abandonedMs = 60_000;

/**
 * Replaces a file’s content so that a crash or a power cut leaves either the old content or the new: writes a new file
 * beside it, syncs it and renames it over the old one. Keeps a symlink and replaces its target. Only its owner may read
 * the new file; `isSecret` checks that, because some disks let everybody read everything. Throws the disk’s error, and
 * leaves the old content untouched then.
 */
export async function replaceFile(file: string, content: string, { isSecret = false } = {}): Promise<void> {
  const target = await followLink(file);
  makeFolder(path.dirname(target));
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

/** Removes a file if it contains this text; another program’s file stays. Throws the disk’s error. */
export async function removeOwnFile(file: string, text: string): Promise<void> {
  try {
    if ((await readRegular(file)).includes(text)) await rm(file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/** Removes temporary files beside the file from a program that was killed while saving. `nowMs` is wall time. */
export async function removeAbandoned(file: string, nowMs: number): Promise<void> {
  const directory = path.dirname(file);
  for (const name of await readdir(directory)) {
    if (!name.startsWith(`${path.basename(file)}.`) || !name.endsWith('.new')) continue;
    const left = path.join(directory, name);
    if (nowMs - (await stat(left)).mtimeMs > abandonedMs) await rm(left, { force: true });
  }
}

/** Moves a file out of the way, to `settings.broken-2026-11-22T201500.json`. Returns the new path. */
export async function setAside(file: string, wallTime: Date): Promise<string> {
  const aside = await freeName(file, wallTime);
  await rename(file, aside);
  return aside;
}

/** Like `setAside`, but copies: the file itself stays where it is. */
export async function copyAside(file: string, wallTime: Date): Promise<string> {
  const aside = await freeName(file, wallTime);
  await copyFile(file, aside, constants.COPYFILE_EXCL);
  return aside;
}

/** An unused path with the date in its name, so that files set aside earlier are never lost. */
export async function freeName(file: string, wallTime: Date): Promise<string> {
  const { dir, name, ext } = path.parse(file);
  const dated = path.join(dir, `${name}.broken-${dateForName(wallTime)}`);
  for (let twin = 1; ; twin += 1) {
    const candidate = twin === 1 ? `${dated}${ext}` : `${dated}-${twin}${ext}`;
    if (!(await exists(candidate))) return candidate;
  }
}

async function writeAndSync(handle: FileHandle, content: string, isSecret: boolean): Promise<void> {
  try {
    // Windows has no such permissions, and already keeps a person’s folders private.
    if (isSecret && process.platform !== 'win32' && ((await handle.stat()).mode & 0o077) !== 0) {
      throw new Error('other people on this computer could read it');
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

/** Windows refuses to rename over a file that a virus scanner has open; a moment later it works. */
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

/** Makes a rename permanent. Windows and some network disks can’t do that, and then it stays as it is. */
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

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Local time as `2026-11-22T201500`: Windows doesn’t allow colons in names. */
function dateForName(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
}
