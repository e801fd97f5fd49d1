import type { Stats } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import { errorCode } from '../base/system-error.ts';
import { isSkippedFolder, isStoryFileName } from './story-files.ts';

export interface WatchListener {
  /** A file that is there was written; its path as under the root given. */
  fileWritten: (file: string) => void;
  /** Something came, went or was renamed below a root, or a root itself. */
  treeChanged: () => void;
  /** The system doesn't tell of changes below this root, or not of all. */
  failed: (root: string, error: unknown) => void;
}

export interface LibraryWatch {
  /**
   * Watches the roots, and again those where watching failed or whose links lead to another folder now. Those in `except` are
   * left out. Resolves once changes are noticed; true when any of them was not watched before, so that changes may have been missed.
   */
  start: (except?: readonly string[]) => Promise<boolean>;
  close: () => Promise<void>;
}

interface Watched {
  real: string;
  watcher: FSWatcher;
  failed: boolean;
}

/**
 * Watches folders, or single files, also where they aren't there yet or go and come back. Symlinks below a root are
 * not followed; the root itself may be one.
 */
export function setUpLibraryWatch(roots: readonly string[], listener: WatchListener): LibraryWatch {
  const watches = new Map<string, Watched>();
  let closed = false;

  async function startOne(root: string): Promise<boolean> {
    const real = await realFolder(root);
    const before = watches.get(root);
    if (closed || (before !== undefined && before.real === real && !before.failed)) return false;
    const watcher = watch(real, {
      ignored: (file, stats) => isIgnored(path.relative(real, file), stats),
      ignoreInitial: true,
      followSymlinks: false,
      persistent: false,
    });
    const mine: Watched = { real, watcher, failed: false };
    watches.set(root, mine);
    watcher.on('all', (event, file) => {
      if (event === 'change') listener.fileWritten(path.join(root, path.relative(real, file)));
      else listener.treeChanged();
    });
    watcher.on('error', (error) => {
      mine.failed = true;
      listener.failed(root, error);
    });
    await before?.watcher.close();
    await new Promise<void>((resolve) => {
      watcher.once('ready', resolve);
    });
    return true;
  }

  return {
    start: async (except = []) => {
      const wanted = roots.filter((root) => !except.includes(root));
      return (await Promise.all(wanted.map(startOne))).includes(true);
    },
    close: async () => {
      closed = true;
      await Promise.all([...watches.values()].map(({ watcher }) => watcher.close()));
    },
  };
}

/**
 * Whether a path, relative to its root, is of no interest. The root itself and what lies above it always are. Asked
 * without `stats` first: what may be a folder is then let through.
 */
export function isIgnored(inside: string, stats: Pick<Stats, 'isDirectory'> | undefined): boolean {
  const folders = inside.split(path.sep);
  if (inside === '' || folders[0] === '..') return false;
  if (stats === undefined || !stats.isDirectory()) {
    const name = folders.pop() ?? '';
    if (stats !== undefined && !isStoryFileName(name)) return true;
  }
  return folders.some(isSkippedFolder);
}

/** The folder behind the links; the path itself while it can't be had. */
async function realFolder(root: string): Promise<string> {
  try {
    return await realpath(root);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return root;
  }
}
