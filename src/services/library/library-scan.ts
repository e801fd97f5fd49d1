import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Problem, Story } from '../../core/stories/model.ts';
import { errorCode } from '../base/system-error.ts';
import { type FileRecord, recordAfter, staysInUse } from './file-record.ts';
import type { ParseOutcome, SourceText } from './parse-pool.ts';
import { byPath, readStoryFile } from './story-files.ts';
import { type ListingOptions, listStoryFiles } from './story-listing.ts';

/**
 * Some editors delete or empty a file before they write it again. A file counts as gone or empty only if it still is
 * after this long.
 */
const settleMs = 150;
/** A file that some programs write in pieces has lost a story only if nobody writes to it for this long. */
const quietMs = 400;
/** More changes than that aren’t one save. */
const mostLooks = 10;

export interface ScannedRoot {
  /** In library order. */
  files: string[];
  /** Those of them that are links. */
  links: string[];
  /** Those of them that can’t be reached now but were read before. */
  kept: Set<string>;
  problems: Problem[];
  /** The root exceeds the limits. */
  tooLarge: boolean;
}

/**
 * The story files below a root now. A known file that is gone is left out; one whose folder can’t be read (a USB stick
 * unplugged, a permission revoked) is kept, because nobody deleted it.
 */
export async function scanRoot(
  root: string,
  known: readonly FileRecord[],
  options: ListingOptions,
): Promise<ScannedRoot> {
  let listing = await listStoryFiles(root, options);
  let missing = missingIn(listing.files, known);
  if (missing.length > 0 && !listing.tooLarge && options.closed?.() !== true) {
    await wait(settleMs);
    listing = await listStoryFiles(root, options);
    missing = missingIn(listing.files, known);
  }
  const hides = (problem: Problem, file: string): boolean =>
    problem.severity === 'error' && isAtOrBelow(problem.file, file);
  const kept = missing.filter((file) => listing.problems.some((problem) => hides(problem, file)));
  if (kept.length === 0) return { ...listing, kept: new Set() };
  return {
    files: [...listing.files, ...kept].sort(byPath),
    links: listing.links,
    kept: new Set(kept),
    tooLarge: listing.tooLarge,
    problems: listing.problems.map((problem) =>
      kept.some((file) => hides(problem, file)) ? staysInUse(problem, 'the stories') : problem,
    ),
  };
}

function missingIn(files: readonly string[], known: readonly FileRecord[]): string[] {
  const listed = new Set(files);
  return known.map((record) => record.file).filter((file) => !listed.has(file));
}

export interface Reading {
  parse: (source: SourceText) => Promise<ParseOutcome>;
  nowMs: () => number;
}

/** Reads a file into its record; null if it is gone. */
export async function readRecord(
  { parse, nowMs }: Reading,
  root: string,
  file: string,
  before: FileRecord | undefined,
): Promise<FileRecord | null> {
  const known = before?.good?.stories ?? [];
  let read = await readOnce(root, file);
  let outcome = await outcomeOf(read);
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const doubtMs = doubtfulFor(known, read, outcome);
    if (doubtMs === 0) break;
    await wait(doubtMs);
    const stamp = read?.stamp;
    read = await readOnce(root, file);
    if (read?.stamp === stamp) break;
    outcome = await outcomeOf(read);
  }
  if (read === null || outcome === null) return null;
  return recordAfter(before, { file, root, stamp: read.stamp }, outcome, nowMs());

  async function outcomeOf(found: Read): Promise<ParseOutcome | null> {
    if (found === null) return null;
    return found.text.ok ? parse({ file, text: found.text.text }) : found.text;
  }
}

/**
 * How long to wait before a version of a file is believed that lacks stories of the one before: it may be half saved. In
 * milliseconds; 0 for one that lacks nothing.
 */
function doubtfulFor(known: readonly Story[], read: Read, outcome: ParseOutcome | null): number {
  if (known.length === 0) return 0;
  if (read === null || (read.text.ok && read.text.text.trim() === '')) return settleMs;
  if (outcome === null || !outcome.ok) return 0;
  const found = new Set(outcome.parsed.stories.map(({ id }) => id));
  return known.every(({ id }) => found.has(id)) ? 0 : quietMs;
}

/** Size, times and inode: what changes when a file is saved. Null if it is gone. */
export async function stampOf(file: string): Promise<string | null> {
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(file);
    return [size, mtimeMs, ctimeMs, ino].join(' ');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null;
    return `unknown: ${errorCode(error)}`;
  }
}

type Read = { stamp: string; text: Awaited<ReturnType<typeof readStoryFile>> } | null;

async function readOnce(root: string, file: string): Promise<Read> {
  // Before the text, so that anything written in between shows up as a change later.
  const stamp = await stampOf(file);
  return stamp === null ? null : { stamp, text: await readStoryFile(root, file) };
}

function isAtOrBelow(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : `${folder}${path.sep}`);
}
