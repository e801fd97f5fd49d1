import type { Library, Problem, Story } from '../../core/stories/model.ts';
import type { Clock } from '../base/program.ts';
import type { FileRecord } from './file-record.ts';
import { setUpFolderPoll, setUpLibraryWatch, watchProblem } from './library-watch.ts';
import { createJoiner, type Joiner, setUpLibraryFiles } from './library-files.ts';
import type { Parser } from './parse-pool.ts';
import { createCalmWatch } from './retries.ts';
import { storyLimits, type StoryLimits } from './story-listing.ts';

/** How often everything is checked, for disks that don’t report changes (network, USB sticks, some containers). */
export const rescanEveryMs = 60_000;

/**
 * How long changes are gathered before the files are read: a save often takes several steps (empty the file, fill it;
 * write another, rename it), and a saved file has half a second to reach the screen.
 */
const gatherMs = 50;

export interface LibraryChange {
  library: Library;
  /** Stories that are new, changed or gone. */
  changedIds: string[];
}

interface OpenLibraryOptions {
  /** Absolute paths of folders or single files. They needn’t exist yet. */
  roots: readonly string[];
  parser: Parser;
  clock: Clock;
  limits?: StoryLimits;
  /** Whether the computer has time for costly work; by default, its load decides. */
  isCalm?: () => boolean;
  /** Shared with the previous libraries, so that stories in both keep their ids. */
  join?: Joiner;
  /** From the previous library: unchanged files aren’t read again, and files that can’t be read now stay in use. */
  known?: readonly FileRecord[];
  /** Called once everything has been read, and then after every change. */
  changed: (change: LibraryChange) => void;
}

export interface OpenLibrary {
  /** Resolves once all files have been read, or when the library is closed before that. */
  read: Promise<void>;
  /** Resolves once changes on disk are noticed as they happen. */
  watching: Promise<void>;
  /** What is known of each file. */
  records: () => FileRecord[];
  /** Checks every file for changes; a thorough scan also retries files that couldn’t be read. Resolves when done. */
  rescan: (kind: 'quick' | 'thorough') => Promise<void>;
  close: () => Promise<void>;
}

/**
 * The stories in some folders, kept up to date as files change on disk. Each file is read when it is saved; one that
 * can’t be read becomes a problem, and its last good version stays in use. Never throws.
 */
export function openLibrary(options: OpenLibraryOptions): OpenLibrary {
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
      // Somebody can write in the folder, so perhaps it can be read again.
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

  /** Does all pending work, one round at a time. */
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
      if (kind !== 'none' && !(await files.scan(kind === 'thorough'))) wantScan('quick');
      if (!(await files.reread(toRead))) wantScan('quick');
      if (closed) break;
      publish();
      // What was written before a replaced root was watched, or a link followed, has been missed.
      if (kind !== 'none' && (await watchAgain())) wantScan('quick');
      void files.retry(publish);
      poll.watch(files.unreadableFolders());
    }
    working = null;
  }

  /** Watches what the last scan found in a new place. Resolves to true if changes may have been missed. */
  async function watchAgain(): Promise<boolean> {
    return (await Promise.all([watch.renew(), watch.follow(files.links())])).includes(true);
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

  /** Another scan finds what changed between the last one and the moment watching began. */
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

/** Whether two libraries have the same content. */
function isSameLibrary(one: Library, other: Library): boolean {
  return (
    sameItems(one.files, other.files) &&
    sameItems(one.stories, other.stories) &&
    sameItems(one.problems, other.problems) &&
    sameItems(one.asides, other.asides) &&
    sameItems(one.unplaced, other.unplaced)
  );
}

/** The ids of stories that are new, changed or gone; all of them if there was no library before. */
function changedStoryIds(before: Library | null, after: Library): string[] {
  const old = new Map<string, Story>(before?.stories.map((story) => [story.id, story]));
  const ids: string[] = [];
  for (const story of after.stories) {
    if (old.get(story.id) !== story) ids.push(story.id);
    old.delete(story.id);
  }
  return [...ids, ...old.keys()];
}

/** Compares the content only of items that aren’t the same objects as before: most are. */
function sameItems<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  if (one.length !== other.length) return false;
  return one.every((item, index) => item === other[index] || JSON.stringify(item) === JSON.stringify(other[index]));
}
