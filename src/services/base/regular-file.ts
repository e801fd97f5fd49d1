import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/**
 * Opens a file, which must be a regular one. A named pipe in its place would wait for another program, and a device may
 * never end. Throws the disk’s error, or one that says what it isn’t.
 */
export async function openRegular(file: string, flags: number, mode?: number): Promise<FileHandle> {
  // Windows has no such flag, and no such files.
  const handle = await open(file, flags | (constants.O_NONBLOCK ?? 0), mode);
  try {
    if ((await handle.stat()).isFile()) return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
  await handle.close();
  throw new Error('it isn’t a regular file');
}

/** Reads a file, which must be a regular one. Throws like `openRegular`. */
export async function readRegular(file: string): Promise<Buffer> {
  const handle = await openRegular(file, constants.O_RDONLY);
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
