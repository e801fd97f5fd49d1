import { chmod, mkdir, stat } from 'node:fs/promises';

const everyonesRights = 0o077;
const sticky = 0o1000;

/**
 * Makes a folder that only its owner can enter. One that is there gets the same rights if it is this person's and
 * no place that others write in, such as `/tmp`, or their whole home. Windows keeps a person's folders from others by
 * itself. Throws what the disk says.
 */
export async function makePrivateFolder(folder: string, home: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { mode, uid } = await stat(folder);
  const isShared = uid !== process.getuid?.() || (mode & sticky) !== 0 || folder === home;
  if (!isShared && (mode & everyonesRights) !== 0) await chmod(folder, mode & 0o700);
}
