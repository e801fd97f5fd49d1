import type { Library, Problem, Story } from '../../core/stories/model.ts';
import { type FileRecord, problemsOf } from './file-record.ts';
import { type Reading, readRecord, type ScannedRoot, scanRoot, stampOf } from './library-scan.ts';
import type { Effort, Parser } from './parse-pool.ts';
import { isRetryDue } from './retries.ts';
import type { ListingOptions } from './story-listing.ts';
import { idsAcrossFiles, storySlug } from '../../core/stories/ids.ts';

/** Enough to keep disk and worker busy, and far below the open files that any system allows. */
const filesAtOnce = 64;

interface LibraryFiles {
  /**
   * Looks for files that are new, gone or changed; `thorough` also retries those that couldn’t be read. Resolves to false
   * if one went after its folder was listed: the next scan sees whether the folder went with it.
   */
  scan: (thorough: boolean) => Promise<boolean>;
  /** Reads these files again, if they are in the library. Resolves to false if one is gone: time for a scan. */
  reread: (files: readonly string[]) => Promise<boolean>;
  /**
   * Retries files that cost too much, with more time, if that is due; calls `settled` after each. Resolves when all due
   * files have been read, whatever happens in between.
   */
  retry: (settled: () => void) => Promise<void>;
  /** Roots with too many files to read: they aren’t worth watching. */
  tooLarge: () => string[];
  /** The files that the last scan found to be links. */
  links: () => string[];
  /** Folders that the last scan couldn’t read. */
  unreadableFolders: () => string[];
  /** What is known of each file. */
  records: () => FileRecord[];
  /** All files as one library; `others` are added to the problems of files and roots. */
  join: (others: readonly Problem[]) => Library;
}

interface LibraryFilesOptions extends Required<ListingOptions> {
  nowMs: () => number;
  /** Whether the computer has time to spare. */
  isCalm: () => boolean;
  join: Joiner;
  /** Read again only if the file changed; they stay in use while it can’t be reached. */
  known: readonly FileRecord[];
}

/** The records of all files under the roots. Asks `closed` before each file, so that a big folder can be abandoned. */
export function setUpLibraryFiles(
  roots: readonly string[],
  parser: Parser,
  options: LibraryFilesOptions,
): LibraryFiles {
  const { closed, nowMs, isCalm, join: joinRecords, known } = options;
  const reading = (effort: Effort): Reading => ({ parse: (source) => parser.parse(source, effort), nowMs });
  /** By path, in the order of the library. */
  let records = new Map(known.filter(({ root }) => roots.includes(root)).map((record) => [record.file, record]));
  let rootProblems: Problem[] = [];
  let links: string[] = [];
  /** Walking them takes seconds each time, so only a thorough scan does it again. */
  const tooLarge = new Map<string, ScannedRoot>();
  let retrying = Promise.resolve();

  async function scan(thorough: boolean): Promise<boolean> {
    const problems: Problem[] = [];
    const foundLinks: string[] = [];
    const found = new Set<string>();
    const fresh = new Map<string, FileRecord | null>();
    const toRead: { file: string; root: string }[] = [];
    for (const root of roots) {
      const ofRoot = [...records.values()].filter((record) => record.root === root);
      const former = thorough ? undefined : tooLarge.get(root);
      const scanned = former ?? (await scanRoot(root, ofRoot, options));
      if (closed()) return true;
      if (scanned.tooLarge) tooLarge.set(root, scanned);
      else tooLarge.delete(root);
      problems.push(...scanned.problems);
      foundLinks.push(...scanned.links);
      for (const file of scanned.files.filter((listed) => !found.has(listed))) {
        found.add(file);
        if (!scanned.kept.has(file)) toRead.push({ file, root });
      }
    }
    let allThere = true;
    await forEachConcurrent(toRead, filesAtOnce, async ({ file, root }) => {
      const before = records.get(file);
      if (closed() || (await isUpToDate(before, thorough))) return;
      const after = await readRecord(reading('quick'), root, file, before);
      // A folder with too many files isn’t listed again.
      if (after !== null || before === undefined || tooLarge.has(root)) fresh.set(file, after);
      else allThere = false;
    });
    if (closed()) return true;
    // Looks up the others only now: a retry may have ended meanwhile.
    const after = [...found].map((file) => (fresh.has(file) ? fresh.get(file) : records.get(file)) ?? null);
    records = new Map(after.filter((record) => record !== null).map((record) => [record.file, record]));
    rootProblems = problems;
    links = foundLinks;
    return allThere;
  }

  async function reread(files: readonly string[]): Promise<boolean> {
    let allThere = true;
    await forEachConcurrent(files, filesAtOnce, async (file) => {
      const before = records.get(file);
      const after = before && (await readRecord(reading('quick'), before.root, file, before));
      if (after) records.set(file, after);
      else allThere = false;
    });
    return allThere;
  }

  async function retryDue(settled: () => void): Promise<void> {
    const refused = [...records.values()].filter((record) => record.refused !== null);
    if (refused.length === 0) return;
    const calm = isCalm();
    for (const before of refused) {
      if (closed() || before.refused === null || !isRetryDue(before.refused, nowMs(), calm)) continue;
      const after = await readRecord(reading('patient'), before.root, before.file, before);
      // If it was saved meanwhile, it has already been read again.
      if (closed() || after === null || records.get(before.file) !== before) continue;
      records.set(before.file, after);
      settled();
    }
  }

  const unreadableFolders = (): string[] =>
    rootProblems.filter(({ code }) => code === 'unreadable-folder').map(({ file }) => file);

  return {
    scan,
    reread,
    retry: (settled) => (retrying = retrying.then(() => retryDue(settled))),
    tooLarge: () => [...tooLarge.keys()],
    links: () => links,
    unreadableFolders,
    records: () => [...records.values()],
    join: (others) => joinRecords(records.values(), [...rootProblems, ...others]),
  };
}

async function isUpToDate(before: FileRecord | undefined, thorough: boolean): Promise<boolean> {
  if (before === undefined || (thorough && (before.broken !== null || before.refused !== null))) return false;
  return (await stampOf(before.file)) === before.stamp;
}

/** Joins records into a library, in their order; `others` are problems that belong to no file. */
export type Joiner = (records: Iterable<FileRecord>, others: readonly Problem[]) => Library;

/**
 * A joiner that remembers its results for each story object, so that joining thousands of files again after one save
 * costs next to nothing. An unchanged story stays the same object and keeps its id, whatever happens to the others; the
 * first ids are those of a full reading. Finding duplicates across files is left to `offbook lint`.
 */
export function createJoiner(): Joiner {
  const slugs = new WeakMap<Story, string>();
  const renamed = new WeakMap<Story, Story>();
  /** By file and the id within it. A story that is gone keeps its id until another story needs it. */
  const idsByPlace = new Map<string, string>();
  const placesById = new Map<string, string>();

  function slugOf(story: Story): string {
    const slug = slugs.get(story) ?? storySlug(story);
    slugs.set(story, slug);
    return slug;
  }

  function withId(story: Story, id: string): Story {
    if (story.id === id) return story;
    const before = renamed.get(story);
    if (before?.id === id) return before;
    const after = { ...story, id };
    renamed.set(story, after);
    return after;
  }

  function keepId(place: string, id: string): void {
    const former = placesById.get(id);
    if (former !== undefined && former !== place) idsByPlace.delete(former);
    idsByPlace.set(place, id);
    placesById.set(id, place);
  }

  return (records, others) => {
    const all = [...records];
    const found = all.flatMap((record) => record.good?.stories ?? []);
    const places = found.map(({ file, id }) => `${file}\0${id}`);
    const roots = all.flatMap(({ root, good }) => good?.stories.map(() => root) ?? []);
    const ids = idsAcrossFiles(
      found.map((story, index) => ({
        slug: slugOf(story),
        file: story.file,
        root: roots[index] ?? '',
        known: idsByPlace.get(places[index] ?? ''),
      })),
    );
    for (const [index, place] of places.entries()) keepId(place, ids[index] ?? '');
    return {
      files: all.map((record) => record.file),
      stories: found.map((story, index) => withId(story, ids[index] ?? story.id)),
      problems: [...others, ...all.flatMap(problemsOf)],
      asides: all.flatMap((record) => record.good?.asides ?? []),
      unplaced: all.flatMap((record) => record.good?.unplaced ?? []),
    };
  };
}

/** Does the work for each item, at most `limit` at a time, started in order. Rejects with the first failure. */
export async function forEachConcurrent<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const runner = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, runner));
}
