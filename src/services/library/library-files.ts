import type { Library, Problem } from '../../core/stories/model.ts';
import type { FileRecord } from './file-record.ts';
import type { Joiner } from './library-join.ts';
import { readRecord, scanRoot, stampOf, type Reading, type ScannedRoot } from './library-scan.ts';
import { eachLimited } from './limited.ts';
import type { Effort, Parser } from './parse-pool.ts';
import { isRetryDue } from './retries.ts';
import type { ListingOptions } from './story-listing.ts';

/** Enough to keep disk and worker busy, and far below the open files that any system allows. */
const filesAtOnce = 64;

export interface LibraryFiles {
  /** Looks for files that came, went or changed; `thorough` also reads again what couldn't be read. */
  scan: (thorough: boolean) => Promise<void>;
  /** Reads these files again, if they are in the library. Gives false when one of them is gone: a scan is due. */
  reread: (files: readonly string[]) => Promise<boolean>;
  /**
   * Reads with more time what cost too much, if that is due; `settled` is called after each. Resolves when all that
   * is due has been read, whatever is asked for in between.
   */
  retry: (settled: () => void) => Promise<void>;
  /** Roots that hold more than is read: there is nothing to follow in them. */
  tooLarge: () => string[];
  /** Folders that couldn't be read when they were last looked at. */
  unreadableFolders: () => string[];
  /** What is known of each file. */
  records: () => FileRecord[];
  /** All files as one library; `others` are problems to add to those of files and roots. */
  join: (others: readonly Problem[]) => Library;
}

export interface LibraryFilesOptions extends Required<ListingOptions> {
  nowMs: () => number;
  /** Whether the computer has time to spare. */
  isCalm: () => boolean;
  join: Joiner;
  /** Read again only where the file has changed; they stay in use where it can’t be reached. */
  known: readonly FileRecord[];
}

/** The records of all files under the roots. `closed` is asked before each file, so that a big folder can be left. */
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
  /** Walking them again takes seconds each time, so that only whoever asks for it gets that. */
  const tooLarge = new Map<string, ScannedRoot>();
  let retrying = Promise.resolve();

  async function scan(thorough: boolean): Promise<void> {
    const problems: Problem[] = [];
    const found = new Set<string>();
    const fresh = new Map<string, FileRecord | null>();
    const toRead: { file: string; root: string }[] = [];
    for (const root of roots) {
      const ofRoot = [...records.values()].filter((record) => record.root === root);
      const former = thorough ? undefined : tooLarge.get(root);
      const scanned = former ?? (await scanRoot(root, ofRoot, options));
      if (closed()) return;
      if (scanned.tooLarge) tooLarge.set(root, scanned);
      else tooLarge.delete(root);
      problems.push(...scanned.problems);
      for (const file of scanned.files.filter((listed) => !found.has(listed))) {
        found.add(file);
        if (!scanned.kept.has(file)) toRead.push({ file, root });
      }
    }
    await eachLimited(toRead, filesAtOnce, async ({ file, root }) => {
      const before = records.get(file);
      if (closed() || (await isUpToDate(before, thorough))) return;
      fresh.set(file, await readRecord(reading('quick'), root, file, before));
    });
    if (closed()) return;
    // Those that weren't read as they are now: a retry may have ended meanwhile.
    const after = [...found].map((file) => (fresh.has(file) ? fresh.get(file) : records.get(file)) ?? null);
    records = new Map(after.filter((record) => record !== null).map((record) => [record.file, record]));
    rootProblems = problems;
  }

  async function reread(files: readonly string[]): Promise<boolean> {
    let allThere = true;
    await eachLimited(files, filesAtOnce, async (file) => {
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
      // One that was saved meanwhile has been read again already.
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
    unreadableFolders,
    records: () => [...records.values()],
    join: (others) => joinRecords(records.values(), [...rootProblems, ...others]),
  };
}

async function isUpToDate(before: FileRecord | undefined, thorough: boolean): Promise<boolean> {
  if (before === undefined || (thorough && (before.broken !== null || before.refused !== null))) return false;
  return (await stampOf(before.file)) === before.stamp;
}
