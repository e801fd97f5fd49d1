import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { PathLook } from '../../core/contract/contract.ts';
import { withHome } from './folders.ts';
import { listStoryFiles } from './story-listing.ts';
import { isSkippedFolder, isStoryFileName, readStoryFile } from './story-files.ts';

/** A whole disk isn’t somebody’s folder of stories, and nobody waits for it while typing. */
const countLimits = { files: 500, entries: 10_000 };

/** Reading more than these to count their stories would take seconds. */
const mostRead = 60;

const mostWays = 12;

export interface PathLookParts {
  home: string;
  /** How many stories a text has. */
  storiesIn: (file: string, text: string) => Promise<number>;
}

/**
 * Looks at paths as they are typed. A new look ends the one before, whose answer nobody waits for. Never rejects: a path
 * that isn’t there has nothing to find.
 */
export function createPathLook({ home, storiesIn }: PathLookParts): (typed: string) => Promise<PathLook> {
  let latest = 0;

  async function found(whole: string, isOver: () => boolean): Promise<PathLook['found']> {
    const { files, problems, tooLarge } = await listStoryFiles(whole, { limits: countLimits, closed: isOver });
    if (tooLarge) return { files: countLimits.files, isMore: true, stories: null };
    if (files.length === 0 && problems.some(({ file }) => file === whole)) return null;
    if (files.length > mostRead) return { files: files.length, isMore: false, stories: null };
    let stories = 0;
    for (const file of files) {
      if (isOver()) break;
      const read = await readStoryFile(whole, file);
      if (read.ok) stories += await storiesIn(file, read.text);
    }
    return { files: files.length, isMore: false, stories };
  }

  return async (typed) => {
    latest += 1;
    const mine = latest;
    const whole = withHome(typed.trim(), home);
    if (!path.isAbsolute(whole)) return { ways: [], found: null };
    const [ways, there] = await Promise.all([waysOn(typed.trimStart(), home), found(whole, () => mine !== latest)]);
    return { ways, found: there };
  };
}

/** The folders and story files whose paths begin with what was typed; hidden ones only for who begins with a dot. */
async function waysOn(typed: string, home: string): Promise<string[]> {
  const at = Math.max(typed.lastIndexOf('/'), typed.lastIndexOf(path.sep)) + 1;
  const begun = typed.slice(at).toLowerCase();
  const ways = (await entriesOf(withHome(typed.slice(0, at), home)))
    .filter(({ name }) => name.toLowerCase().startsWith(begun) && (begun !== '' || !isSkippedFolder(name)))
    .filter((entry) => entry.isDirectory() || isStoryFileName(entry.name))
    .map((entry) => `${typed.slice(0, at)}${entry.name}${entry.isDirectory() ? path.sep : ''}`);
  return ways.sort((one, other) => one.localeCompare(other)).slice(0, mostWays);
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    // What can’t be read can’t be completed either; opening it says why.
    return [];
  }
}
