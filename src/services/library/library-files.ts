import type { Library, Problem } from '../../core/stories/model.ts';
import type { FileRecord } from './file-record.ts';
import { createJoiner } from './library-join.ts';
import { readRecord, scanRoot, stampOf, type ScannedRoot } from './library-scan.ts';
import { eachLimited } from './limited.ts';
import type { Parser } from './parse-pool.ts';
import type { ListingOptions } from './story-listing.ts';

/** Enough to keep disk and worker busy, and far below the open files that any system allows. */
const filesAtOnce = 64;

export interface LibraryFiles {
  /** Looks for files that came, went or changed; `thorough` also reads again what couldn't be read. */
  scan: (thorough: boolean) => Promise<void>;
  /** Reads these files again, if they are in the library. Gives false when one of them is gone: a scan is due. */
  reread: (files: readonly string[]) => Promise<boolean>;
  /** Roots that hold more than is read: there is nothing to follow in them. */
  tooLarge: () => string[];
  /** Folders that couldn't be read when they were last looked at. */
  unreadableFolders: () => string[];
  /** All files as one library; `others` are problems to add to those of files and roots. */
  join: (others: readonly Problem[]) => Library;
}

/** The records of all files under the roots. `closed` is asked before each file, so that a big folder can be left. */
export function setUpLibraryFiles(
  roots: readonly string[],
  parser: Parser,
  options: Required<ListingOptions>,
): LibraryFiles {
  const { closed } = options;
  /** By path, in the order of the library. */
  let records = new Map<string, FileRecord>();
  let rootProblems: Problem[] = [];
  /** Walking them again takes seconds each time, so that only whoever asks for it gets that. */
  const tooLarge = new Map<string, ScannedRoot>();
  const joinRecords = createJoiner();

  async function scan(thorough: boolean): Promise<void> {
    const problems: Problem[] = [];
    const found = new Map<string, FileRecord | null>();
    const toRead: { file: string; root: string }[] = [];
    for (const root of roots) {
      const known = [...records.values()].filter((record) => record.root === root);
      const former = thorough ? undefined : tooLarge.get(root);
      const scanned = former ?? (await scanRoot(root, known, options));
      if (closed()) return;
      if (scanned.tooLarge) tooLarge.set(root, scanned);
      else tooLarge.delete(root);
      problems.push(...scanned.problems);
      for (const file of scanned.files.filter((listed) => !found.has(listed))) {
        found.set(file, records.get(file) ?? null);
        if (!scanned.kept.has(file)) toRead.push({ file, root });
      }
    }
    await eachLimited(toRead, filesAtOnce, async ({ file, root }) => {
      const before = records.get(file);
      if (closed() || (await isUpToDate(before, thorough))) return;
      found.set(file, await readRecord(parser, root, file, before));
    });
    if (closed()) return;
    records = new Map([...found].filter((entry): entry is [string, FileRecord] => entry[1] !== null));
    rootProblems = problems;
  }

  async function reread(files: readonly string[]): Promise<boolean> {
    let allThere = true;
    await eachLimited(files, filesAtOnce, async (file) => {
      const before = records.get(file);
      const after = before && (await readRecord(parser, before.root, file, before));
      if (after) records.set(file, after);
      else allThere = false;
    });
    return allThere;
  }

  const unreadableFolders = (): string[] =>
    rootProblems.filter(({ code }) => code === 'unreadable-folder').map(({ file }) => file);

  return {
    scan,
    reread,
    tooLarge: () => [...tooLarge.keys()],
    unreadableFolders,
    join: (others) => joinRecords(records.values(), [...rootProblems, ...others]),
  };
}

async function isUpToDate(before: FileRecord | undefined, thorough: boolean): Promise<boolean> {
  if (before === undefined || (thorough && before.broken !== null)) return false;
  return (await stampOf(before.file)) === before.stamp;
}
