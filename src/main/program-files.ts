import { access } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeError } from '../services/base/system-error.ts';

/** What the program brings with it, as absolute paths. */
export interface ProgramFiles {
  /** The folder of the built pages. */
  renderer: string;
  preload: string;
  parseWorker: URL;
  /** The folder of the sample stories. */
  samples: string;
}

/**
 * Where they lie around the built main module, whose address `mainUrl` is. In a packed program that is in an
 * archive, which Electron lets Node read like a folder, worker threads included (electron#33216). The samples lie
 * beside it, since an editor must be able to open them.
 */
export function programFiles(mainUrl: string): ProgramFiles {
  const at = (relative: string): URL => new URL(relative, mainUrl);
  const isPacked = mainUrl.includes('/app.asar/');
  return {
    renderer: fileURLToPath(at('../renderer')),
    preload: fileURLToPath(at('../preload/index.cjs')),
    parseWorker: at('parse-worker.js'),
    samples: fileURLToPath(at(isPacked ? '../../../stories' : '../../stories')),
  };
}

/** A sentence about the first file without which no window can work; null where all are there. */
export async function missingFile(files: ProgramFiles): Promise<string | null> {
  const needed = [path.join(files.renderer, 'index.html'), files.preload, fileURLToPath(files.parseWorker)];
  for (const file of needed) {
    try {
      await access(file);
    } catch (error) {
      return `Offbook is not complete: ${file} can't be read (${describeError(error)}). Run "npm run build", or install Offbook again.`;
    }
  }
  return null;
}
