import { open, realpath } from 'node:fs/promises';
import { errorCode } from '../services/error-code.ts';
import { isBelow } from './assets.ts';

const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP']);

/** Reads a regular file that really lies below `root`, links followed; null where there is none. */
export async function readAsset(root: string, file: string): Promise<Buffer | null> {
  try {
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(file)]);
    if (!isBelow(realRoot, realFile)) return null;
    const handle = await open(realFile, 'r');
    try {
      return (await handle.stat()).isFile() ? await handle.readFile() : null;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (absent.has(errorCode(error))) return null;
    throw error;
  }
}
