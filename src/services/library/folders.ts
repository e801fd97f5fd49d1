import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeError } from '../base/system-error.ts';
import { isStoryFileName } from './story-files.ts';

/**
 * The absolute path of a folder or file that a person typed, pasted or picked. Drops quotes around it and expands `~`.
 * Throws an error that says what is wrong with it and what to do.
 */
export async function resolveFolder(typed: string, home: string): Promise<string> {
  const written = unquoted(typed.trim());
  if (written.includes('\0')) throw new Error('No path has a NUL character. Type it again, or choose the folder.');
  const folder = withHome(written, home);
  if (!path.isAbsolute(folder)) {
    throw new Error(`“${written}” isn’t a full path. Use one such as ${path.join(home, 'stories')}.`);
  }
  const whole = path.resolve(folder);
  const kind = await kindOf(whole);
  if (kind === 'other' || (kind === 'file' && !isStoryFileName(path.basename(whole)))) {
    throw new Error(`${whole} isn’t a story file. Choose a folder, or a file that ends in .md or .markdown.`);
  }
  return whole;
}

/**
 * What to read at startup: the folders given, else the last ones. Given ones are remembered only if all of them exist,
 * so that a typo doesn’t cost the person their last choice.
 */
export async function startFolders(
  given: readonly string[],
  last: readonly string[],
): Promise<{ folders: string[]; remember: boolean }> {
  if (given.length === 0) return { folders: [...last], remember: false };
  const folders = given.map((folder) => path.resolve(folder));
  const kinds = await Promise.allSettled(folders.map(kindOf));
  return { folders, remember: kinds.every((kind) => kind.status === 'fulfilled') };
}

async function kindOf(whole: string): Promise<'folder' | 'file' | 'other'> {
  try {
    const stats = await stat(whole);
    await access(whole, stats.isDirectory() ? constants.R_OK | constants.X_OK : constants.R_OK);
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
  } catch (error) {
    throw new Error(`${whole} can’t be opened: ${describeError(error)}. Check the path, or choose another folder.`, {
      cause: error,
    });
  }
}

/** A path with the home folder in place of a `~` at its beginning. */
export function withHome(written: string, home: string): string {
  return written === '~' || /^~[/\\]/u.test(written) ? path.join(home, written.slice(1)) : written;
}

/** Windows puts quotes around a path copied from Explorer. */
function unquoted(text: string): string {
  return /^"[^"]+"$|^'[^']+'$/u.test(text) ? text.slice(1, -1) : text;
}
