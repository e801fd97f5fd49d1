import type { Stats } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { errorCode, describeError } from '../base/system-error.ts';
import { isSkippedFolder, isStoryFileName } from './story-files.ts';
import type { Clock } from '../base/program.ts';
import type { Problem } from '../../core/stories/model.ts';

interface WatchListener {
  /** An existing file was written; its path is below the root as given. */
  fileWritten: (file: string) => void;
  /** Something was created, removed or renamed below a root, or a root itself. */
  treeChanged: () => void;
  /** The system doesn’t report changes below this root, or not all of them. */
  failed: (root: string, error: unknown) => void;
}

interface LibraryWatch {
  /**
   * Watches the roots, except those in `except`. Called again, it restarts those that were replaced, whose links lead
   * elsewhere now or where watching failed. Resolves once changes are noticed: to true if any of them wasn’t watched
   * before, so that changes may have been missed.
   */
  start: (except?: readonly string[]) => Promise<boolean>;
  /**
   * Restarts the watched roots that were replaced, perhaps while their watch started, or whose links lead elsewhere now.
   * Resolves as `start` does. To be called after each scan.
   */
  renew: () => Promise<boolean>;
  /**
   * Watches also the files that these links lead to, in place of the previous ones. Resolves once changes to them are
   * noticed: to true if any of them wasn’t watched before.
   */
  follow: (links: readonly string[]) => Promise<boolean>;
  close: () => Promise<void>;
}

interface Watched {
  /** What was at the root when watching began; null once that was reported to be gone. */
  identity: string | null;
  watcher: Watcher;
  failed: boolean;
}

/**
 * Watches folders or single files, even if they don’t exist yet or disappear for a while. The root itself may be a
 * symlink; of those below it, only the ones that it is asked to follow are followed.
 */
export function setUpLibraryWatch(roots: readonly string[], listener: WatchListener): LibraryWatch {
  const watches = new Map<string, Watched>();
  /** The links by what they lead to. */
  let targets = new Map<string, string[]>();
  let targetWatcher: Watcher | null = null;
  let closed = false;

  async function startOne(root: string): Promise<boolean> {
    const real = await realTarget(root);
    const identity = await identityOf(real);
    const before = watches.get(root);
    if (closed || (before !== undefined && before.identity === identity && !before.failed)) return false;
    const watcher = openWatcher(real, (file, stats) => isIgnored(path.relative(real, file), stats));
    const mine: Watched = { identity, watcher, failed: false };
    watches.set(root, mine);
    watcher.events.on('all', (event, file) => {
      if (file === real && event.startsWith('unlink')) mine.identity = null;
      if (event === 'change') listener.fileWritten(path.join(root, path.relative(real, file)));
      else listener.treeChanged();
    });
    watcher.events.on('error', (error) => {
      mine.failed = true;
      listener.failed(root, error);
    });
    await before?.watcher.close();
    await watcher.ready;
    return true;
  }

  async function renew(): Promise<boolean> {
    const roots = [...watches].flatMap(([root, { failed }]) => (failed ? [] : [root]));
    return (await Promise.all(roots.map(startOne))).includes(true);
  }

  async function follow(links: readonly string[]): Promise<boolean> {
    const led = await Promise.all(links.map(async (link) => ({ link, target: await realTarget(link) })));
    if (closed) return false;
    const before = targets;
    targets = new Map();
    for (const { link, target } of led) targets.set(target, [...(targets.get(target) ?? []), link]);
    const isNew = [...targets.keys()].some((target) => !before.has(target));
    if (!isNew && targets.size === before.size) return false;
    const former = targetWatcher;
    targetWatcher = targets.size === 0 ? null : watchTargets([...targets.keys()]);
    await targetWatcher?.ready;
    await former?.close();
    return isNew;
  }

  function watchTargets(files: string[]): Watcher {
    const watcher = openWatcher(files);
    watcher.events.on('all', (event, file) => {
      if (event === 'unlink') listener.treeChanged();
      else for (const link of targets.get(file) ?? []) listener.fileWritten(link);
    });
    // The regular scan finds what this watcher can’t report.
    watcher.events.on('error', () => undefined);
    return watcher;
  }

  return {
    renew,
    follow,
    start: async (except = []) => {
      const wanted = roots.filter((root) => !except.includes(root));
      return (await Promise.all(wanted.map(startOne))).includes(true);
    },
    close: async () => {
      closed = true;
      const watchers = [...watches.values()].map(({ watcher }) => watcher);
      await Promise.all([...watchers, ...(targetWatcher === null ? [] : [targetWatcher])].map((each) => each.close()));
    },
  };
}

interface Watcher {
  events: FSWatcher;
  /** Resolves once changes are noticed, or when the watcher is closed before that. */
  ready: Promise<void>;
  close: () => Promise<void>;
}

function openWatcher(
  paths: string | string[],
  ignored: (file: string, stats?: Stats) => boolean = () => false,
): Watcher {
  const events = watch(paths, { ignored, ignoreInitial: true, followSymlinks: false, persistent: false });
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  events.once('ready', resolve);
  return {
    events,
    ready,
    close: () => {
      resolve();
      return events.close();
    },
  };
}

/**
 * Whether to ignore a path, relative to its root. Never the root itself or what is above it. The first call comes
 * without `stats`, and then anything that may be a folder counts.
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

/** What is behind the links; the path itself while that can’t be resolved. */
async function realTarget(root: string): Promise<string> {
  try {
    return await realpath(root);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return root;
  }
}

/**
 * Tells a folder or file from another at the same path. Chokidar can lose sight of a root that was replaced or went for
 * a moment: it goes on watching the former one, or misses that it is back. The time of birth is there because systems use
 * inodes again.
 */
async function identityOf(real: string): Promise<string> {
  try {
    const { dev, ino, birthtimeNs } = await stat(real, { bigint: true });
    return [real, dev, ino, birthtimeNs].join(' ');
  } catch (error) {
    return `${real} ${errorCode(error)}`;
  }
}

/** How often unreadable folders are checked: the system may not report that a permission is back. */
export const pollEveryMs = 2000;

/** A whole disk can have thousands of folders that this person can’t read. */
const mostFolders = 20;

interface FolderPoll {
  /** Watches these unreadable folders, in place of the previous ones. */
  watch: (folders: readonly string[]) => void;
  close: () => void;
}

/** Checks every two seconds whether an unreadable folder can be read now; calls `back` once, then waits for the next `watch`. */
export function setUpFolderPoll(clock: Clock, back: () => void): FolderPoll {
  let wanted: readonly string[] = [];
  let cancel: (() => void) | null = null;
  let closed = false;

  function lookLater(): void {
    if (closed || cancel !== null || wanted.length === 0) return;
    cancel = clock.after(pollEveryMs, () => void look());
  }

  async function look(): Promise<void> {
    const looked = wanted;
    const readable = await Promise.all(looked.map(canBeRead));
    cancel = null;
    if (closed) return;
    if (readable.includes(true) && looked === wanted) {
      wanted = [];
      back();
    }
    lookLater();
  }

  return {
    watch: (folders) => {
      wanted = folders.slice(0, mostFolders);
      lookLater();
    },
    close: () => {
      closed = true;
      cancel?.();
    },
  };
}

/** Tries to open it: on some systems the permissions alone don’t tell. A file counts as readable. */
async function canBeRead(folder: string): Promise<boolean> {
  try {
    if ((await stat(folder)).isDirectory()) await (await opendir(folder)).close();
    return true;
  } catch {
    return false;
  }
}

/**
 * The problem that the system doesn’t report changes below this root, so that only regular scans find them. Null if a
 * permission is missing: the scan already reports that.
 */
export function watchProblem(root: string, error: unknown): Problem | null {
  if (['EACCES', 'EPERM'].includes(errorCode(error))) return null;
  const message = `It may take a minute until changes in here show up: ${reasonFor(error)}. ${cureFor(error)}`;
  return { file: root, line: null, severity: 'warning', code: 'watch-failed', message };
}

/** For a watcher, “no space” means the number of folders that may be watched, not the disk. */
function reasonFor(error: unknown): string {
  return errorCode(error) === 'ENOSPC' ? 'the system can’t watch any more folders for this user' : describeError(error);
}

function cureFor(error: unknown): string {
  if (errorCode(error) !== 'ENOSPC') return 'Choose a smaller folder, or one on this computer.';
  return 'Choose a smaller folder, or raise the limit with “sudo sysctl fs.inotify.max_user_watches=524288”.';
}
