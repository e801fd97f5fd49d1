import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../core/stories/model.ts';
import { describeError } from '../base/system-error.ts';
import {
  byPath,
  fileProblem,
  isSkippedFolder,
  isStoryFileName,
  isWithin,
  leadsOut,
  unreadable,
} from './story-files.ts';

export interface StoryListing {
  /** Paths below the root as given, in path order. */
  files: string[];
  /** Those of them that are links. */
  links: string[];
  problems: Problem[];
  /** The root exceeds the limits; no files are listed then. */
  tooLarge: boolean;
}

/** How much a root may hold. */
export interface StoryLimits {
  files: number;
  /** Files and folders of any kind that are visited on the way. */
  entries: number;
}

/** Ten times more than a person could have; a whole disk exceeds it within seconds. */
export const storyLimits: StoryLimits = { files: 20_000, entries: 200_000 };

export interface ListingOptions {
  limits?: StoryLimits;
  /** Asked before each entry: if true, nobody waits for the list any more and it may stop half-way. */
  closed?: () => boolean;
}

/**
 * The story files of a root, which is a folder (any depth) or a single file. What can’t be read is a problem, and the
 * rest is still listed. A folder beyond the limits is a problem too. Never throws.
 */
export async function listStoryFiles(root: string, options: ListingOptions = {}): Promise<StoryListing> {
  const { limits = storyLimits, closed = () => false } = options;
  const walk: Walk = { files: [], links: [], problems: [], entries: 0, limits, closed };
  try {
    const found = await stat(root);
    if (found.isDirectory()) await walkFolder(root, await realpath(root), walk);
    else if (found.isFile() && isStoryFileName(root)) walk.files.push(root);
    else walk.problems.push(notStories(root));
  } catch (error) {
    walk.problems.push(folderProblem(root, error));
  }
  if (isTooLarge(walk)) return { files: [], links: [], problems: [tooLargeProblem(root, limits)], tooLarge: true };
  return {
    files: [...walk.files, ...walk.links].sort(byPath),
    links: walk.links,
    problems: walk.problems,
    tooLarge: false,
  };
}

interface Walk extends Required<ListingOptions> {
  files: string[];
  links: string[];
  problems: Problem[];
  /** Visited so far. */
  entries: number;
}

function isTooLarge({ files, links, entries, limits }: Walk): boolean {
  return files.length + links.length > limits.files || entries > limits.entries;
}

async function walkFolder(folder: string, realRoot: string, walk: Walk): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    walk.problems.push(folderProblem(folder, error));
    return;
  }
  walk.entries += entries.length;
  for (const entry of entries) {
    if (walk.closed() || isTooLarge(walk)) return;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!isSkippedFolder(entry.name)) await walkFolder(full, realRoot, walk);
    } else if (entry.isFile()) {
      if (isStoryFileName(entry.name)) walk.files.push(full);
    } else if (entry.isSymbolicLink()) {
      await followLink(full, realRoot, walk);
    }
  }
}

/** A link to a file inside the root is a story file like others; one that leads out is a problem. */
async function followLink(link: string, realRoot: string, { links, problems }: Walk): Promise<void> {
  const isStory = isStoryFileName(link);
  try {
    const target = await realpath(link);
    const found = await stat(target);
    if (!isStory && !found.isDirectory()) return;
    if (!isWithin(realRoot, target)) problems.push(leadsOut(link));
    // A folder inside the root is listed at its own path, and so is a file with a story file’s name.
    else if (found.isFile() && !isStoryFileName(target)) links.push(link);
  } catch (error) {
    if (isStory) problems.push(unreadable(link, error));
  }
}

function folderProblem(folder: string, cause: unknown): Problem {
  const message = `The folder ${folder} can’t be read: ${describeError(cause)}. Fix that, or choose another.`;
  return fileProblem(folder, 'unreadable-folder', message);
}

function notStories(root: string): Problem {
  const message = `${root} is neither a folder nor a Markdown file. Choose a folder, or a file that ends in .md or .markdown.`;
  return fileProblem(root, 'not-a-story-file', message);
}

function tooLargeProblem(root: string, { files, entries }: StoryLimits): Problem {
  const [most, mostEntries] = [files, entries].map((count) => count.toLocaleString('en'));
  const message = `The folder ${root} has more than ${most} story files, or ${mostEntries} files and folders in all, so it wasn’t read. Choose a smaller folder, such as the one with your stories.`;
  return fileProblem(root, 'too-many-files', message);
}
