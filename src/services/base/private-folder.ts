import { chmod, mkdir, stat } from 'node:fs/promises';

const everyonesRights = 0o077;
const sticky = 0o1000;

/**
 * Creates a folder that only its owner can enter. An existing one gets the same permissions if it belongs to this
 * person and is neither shared, such as `/tmp`, nor their whole home. Windows already keeps a person’s folders private.
 * Throws the disk’s error.
 */
export async function makePrivateFolder(folder: string, home: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { mode, uid } = await stat(folder);
  const isShared = uid !== process.getuid?.() || (mode & sticky) !== 0 || folder === home;
  if (!isShared && (mode & everyonesRights) !== 0) await chmod(folder, mode & 0o700);
}
