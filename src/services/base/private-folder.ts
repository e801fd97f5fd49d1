import { mkdirSync, statSync } from 'node:fs';
import { chmod, stat } from 'node:fs/promises';
import path from 'node:path';

const everyonesRights = 0o077;
const sticky = 0o1000;

/**
 * Creates a folder that only its owner can enter. An existing one gets the same permissions if it belongs to this
 * person and is neither shared, such as `/tmp`, nor their whole home. Windows already keeps a person’s folders private.
 * Throws the disk’s error.
 */
export async function makePrivateFolder(folder: string, home: string): Promise<void> {
  makeFolder(folder);
  const { mode, uid } = await stat(folder);
  const isShared = uid !== process.getuid?.() || (mode & sticky) !== 0 || folder === home;
  if (!isShared && (mode & everyonesRights) !== 0) await chmod(folder, mode & 0o700);
}

/**
 * Creates a folder that only its owner can enter, and the missing ones above it; an existing one stays as it is. Throws
 * the disk’s error. Node’s `recursive` would try forever where a folder is there but takes no others, such as `/proc`.
 * Synchronous, since the desktop app needs its folder before Electron is ready; it takes a moment once in a lifetime.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another program may have been quicker.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}
