import type { Library, Problem } from '../../core/stories/model.ts';
import type { Clock } from '../base/program-types.ts';
import type { FileRecord } from './file-record.ts';
import { setUpFolderPoll } from './folder-poll.ts';
import { changedStoryIds, isSameLibrary } from './library-compare.ts';
import { setUpLibraryFiles } from './library-files.ts';
import { createJoiner, type Joiner } from './library-join.ts';
import { setUpLibraryWatch } from './library-watch.ts';
import type { Parser } from './parse-pool.ts';
import { createCalmWatch } from './retries.ts';
import { storyLimits, type StoryLimits } from './story-listing.ts';
import { watchProblem } from './watch-problem.ts';

/** Looked at again this often, for disks that don't tell of changes (network, sticks, some containers). */
export const rescanEveryMs = 60_000;

/**
 * Changes are gathered this long before the files are read: one save is often several steps (empty the file,
 * fill it; write another, rename it over), and half a second is what a saved file may take to the screen.
 */
const gatherMs = 50;

export interface LibraryChange {
  library: Library;
  /** Stories that are new, different or gone. */
  changedIds: string[];
}

export interface LibraryOptions {
  /** Folders or single files, whole paths. They need not be there yet. */
  roots: readonly string[];
  parser: Parser;
  clock: Clock;
  limits?: StoryLimits;
  /** Whether the computer has time for what costs much; left out, its cores tell. */
  isCalm?: () => boolean;
  /** Shared with the libraries before, so that stories which are in both keep their ids. */
  join?: Joiner;
  /** Of the library before: what hasn't changed is not read again, and what can't be read now stays in use. */
  known?: readonly FileRecord[];
  /** Called once when all is read, and then whenever something is different. */
  changed: (change: LibraryChange) => void;
}

export interface OpenLibrary {
  /** Resolves when all files have been read once, or the library was closed before. */
  read: Promise<void>;
  /** Resolves when changes on disk are noticed as they happen. */
  watching: Promise<void>;
  /** What is known of each file. */
  records: () => FileRecord[];
  /** Looks at every file again; a thorough look reads those again that couldn’t be read. Resolves when that is done. */
  rescan: (kind: 'quick' | 'thorough') => Promise<void>;
  close: () => Promise<void>;
}

/**
 * The stories under some folders, followed as they change on disk. Files are read one by one as they are saved;
 * what can't be read is a problem and leaves the last good version in use. Nothing here throws.
 */
export function openLibrary(options: LibraryOptions): OpenLibrary {
  const { roots, parser, clock, changed, limits = storyLimits, isCalm = createCalmWatch() } = options;
  const { join = createJoiner(), known = [] } = options;
  let closed = false;
  let published: Library | null = null;
  const written = new Set<string>();
  let wantedScan: 'none' | 'quick' | 'thorough' = 'quick';
  let working: Promise<void> | null = null;
  let gathering: NodeJS.Timeout | null = null;
  let cancelRescan = (): void => {};
  const watchProblems = new Map<string, Problem>();

  const isClosed = (): boolean => closed;
  const files = setUpLibraryFiles(roots, parser, { limits, closed: isClosed, nowMs: clock.nowMs, isCalm, join, known });
  const poll = setUpFolderPoll(clock, () => void rescan('quick').then(startWatching));
  const watch = setUpLibraryWatch(roots, {
    fileWritten: (file) => {
      written.add(file);
      // Somebody can write in there, so perhaps it can be read again.
      if (files.unreadableFolders().length > 0) wantScan('quick');
      gather();
    },
    treeChanged: () => {
      wantScan('quick');
      gather();
    },
    failed: (root, error) => {
      const problem = watchProblem(root, error);
      if (problem !== null) watchProblems.set(root, problem);
      wantScan('quick');
      gather();
    },
  });

  function wantScan(kind: 'quick' | 'thorough'): void {
    if (wantedScan !== 'thorough') wantedScan = kind;
  }

  function gather(): void {
    if (closed || gathering !== null) return;
    gathering = setTimeout(() => {
      gathering = null;
      void work();
    }, gatherMs);
  }

  function isWorkLeft(): boolean {
    return !closed && (wantedScan !== 'none' || written.size > 0);
  }

  /** Does all there is to do, one round at a time. */
  function work(): Promise<void> {
    if (isWorkLeft()) working ??= workInRounds();
    return working ?? Promise.resolve();
  }

  async function workInRounds(): Promise<void> {
    while (isWorkLeft()) {
      const kind = wantedScan;
      const toRead = [...written];
      wantedScan = 'none';
      written.clear();
      if (kind !== 'none') await files.scan(kind === 'thorough');
      if (!(await files.reread(toRead))) wantScan('quick');
      if (closed) break;
      publish();
      void files.retry(publish);
      poll.watch(files.unreadableFolders());
    }
    working = null;
  }

  function publish(): void {
    const library = files.join([...watchProblems.values()]);
    const before = published;
    if (before !== null && isSameLibrary(before, library)) return;
    published = library;
    changed({ library, changedIds: changedStoryIds(before, library) });
  }

  function rescan(kind: 'quick' | 'thorough'): Promise<void> {
    wantScan(kind);
    return work();
  }

  /** What happened between the last look and the moment the system tells of changes is found by another look. */
  async function startWatching(): Promise<void> {
    watchProblems.clear();
    if (await watch.start(files.tooLarge())) await rescan('quick');
    cancelRescan();
    if (!closed) cancelRescan = clock.after(rescanEveryMs, () => void rescan('quick').then(startWatching));
  }

  const read = work();
  return {
    read,
    watching: read.then(startWatching),
    records: files.records,
    rescan,
    close: async () => {
      closed = true;
      cancelRescan();
      poll.close();
      if (gathering !== null) clearTimeout(gathering);
      await Promise.all([watch.close(), working]);
    },
  };
}
