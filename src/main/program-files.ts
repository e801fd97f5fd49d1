import { access } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeError } from '../services/base/system-error.ts';

/** The files that Offbook ships with, as absolute paths. */
export interface ProgramFiles {
  /** The folder of the built pages. */
  renderer: string;
  preload: string;
  parseWorker: URL;
  /** The icon of the windows on Linux. The other systems take it from the program. */
  icon: string;
  /** The folder of the sample stories. */
  samples: string;
}

/**
 * Their paths, starting from `mainUrl`, the URL of the built main module. In a packed program that is inside an
 * archive, which Electron lets Node read like a folder, worker threads included (electron#33216). The samples are
 * outside it, since editors have to be able to open them.
 */
export function programFiles(mainUrl: string): ProgramFiles {
  const at = (relative: string): URL => new URL(relative, mainUrl);
  const isPacked = mainUrl.includes('/app.asar/');
  return {
    renderer: fileURLToPath(at('../renderer')),
    preload: fileURLToPath(at('../preload/index.cjs')),
    parseWorker: at('parse-worker.js'),
    icon: fileURLToPath(at(isPacked ? '../../../icon.png' : '../../packaging/icons/linux/256x256.png')),
    samples: fileURLToPath(at(isPacked ? '../../../stories' : '../../stories')),
  };
}

/** A sentence about the first missing file without which no window can work; null if none is missing. */
export async function missingFile(files: ProgramFiles): Promise<string | null> {
  const needed = [path.join(files.renderer, 'index.html'), files.preload, fileURLToPath(files.parseWorker)];
  for (const file of needed) {
    try {
      await access(file);
    } catch (error) {
      return `Offbook is incomplete: ${file} can’t be read (${describeError(error)}). Run “npm run build”, or install Offbook again.`;
    }
  }
  return null;
}
