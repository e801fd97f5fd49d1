import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Library } from '../../src/core/stories/model.ts';
import { openLibrary, type LibraryChange } from '../../src/services/library/library.ts';
import type { Parser } from '../../src/services/library/parse-pool.ts';
import { storyLimits } from '../../src/services/library/story-listing.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';
import { sharedParser } from './shared-parser.ts';
import { tempFolder } from './temp-folder.ts';

export interface DrivenLibrary {
  clock: FakeClock;
  library: () => Library;
  changes: LibraryChange[];
  /** The files that were given to the reader since the last call. */
  parsed: () => string[];
  /** Waits until the library is as wanted. */
  until: (wanted: (library: Library) => boolean) => Promise<Library>;
  rescan: (kind?: 'quick' | 'thorough') => Promise<void>;
  close: () => Promise<void>;
}

/** A library on real folders, read by the real worker, with a clock that only the test advances. Watching has begun. */
export async function driveLibrary(
  roots: string[],
  parser = sharedParser,
  limits = storyLimits,
  isCalm = () => true,
): Promise<DrivenLibrary> {
  const clock = fakeClock();
  const parsed: string[] = [];
  const counting: Parser = {
    ...parser,
    parse: (source, effort) => {
      parsed.push(source.file);
      return parser.parse(source, effort);
    },
  };
  const changes: LibraryChange[] = [];
  const waiting = new Set<() => void>();
  const open = openLibrary({
    roots,
    parser: counting,
    clock,
    limits,
    isCalm,
    changed: (change) => {
      changes.push(change);
      for (const look of waiting) look();
    },
  });
  onTestFinished(open.close);
  await open.watching;

  const library = (): Library =>
    changes.at(-1)?.library ?? { files: [], stories: [], problems: [], asides: [], unplaced: [] };
  return {
    clock,
    library,
    changes,
    parsed: () => parsed.splice(0),
    until: (wanted) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!wanted(library())) return;
          waiting.delete(look);
          resolve(library());
        };
        waiting.add(look);
        look();
      }),
    rescan: (kind = 'thorough') => open.rescan(kind),
    close: open.close,
  };
}

/** A temporary folder with these files in it. */
export async function folderWith(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await tempFolder();
  await addFiles(folder, files);
  return folder;
}

/** Writes files below a folder, with the folders on the way. */
export async function addFiles(folder: string, files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
}
