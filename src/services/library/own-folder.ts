import { mkdir, open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeError, errorCode } from '../base/system-error.ts';

/** The folder for stories of people who haven’t chosen one. */
const folderName = 'Offbook stories';

/**
 * Where a person’s new story files go: the first of the folders that they chose; without one, “Offbook stories” in their
 * documents, or in their home where there aren’t any. It may not exist yet.
 */
export async function ownFolder(chosen: readonly string[], home: string): Promise<string> {
  for (const root of chosen) if (await isFolder(root)) return root;
  const documents = path.join(home, 'Documents');
  return path.join((await isFolder(documents)) ? documents : home, folderName);
}

async function isFolder(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isDirectory();
  } catch {
    return false;
  }
}

/** A folder with hundreds of “Stories 2.md” isn’t looked through further. */
const mostTwins = 1000;

/**
 * Writes a new Markdown file into a folder, which it creates. Where the name exists, it takes the next one: “mine 2.md”.
 * Never overwrites. Returns the path; rejects with a sentence if the disk refuses, and leaves no half file then.
 */
export async function writeNewStoryFile(folder: string, name: string, text: string): Promise<string> {
  let file = folder;
  try {
    await mkdir(folder, { recursive: true });
    for (let twin = 1; twin <= mostTwins; twin += 1) {
      file = path.join(folder, `${name}${twin === 1 ? '' : ` ${twin}`}.md`);
      if (await writeIfNew(file, text)) return file;
    }
    throw new Error('there are too many files of that name');
  } catch (error) {
    throw new Error(`${file} can’t be written: ${describeError(error)}. Choose another folder for your stories.`, {
      cause: error,
    });
  }
}

/** False if the file exists already. */
async function writeIfNew(file: string, text: string): Promise<boolean> {
  const handle = await open(file, 'wx').catch((error: unknown) => {
    if (errorCode(error) === 'EEXIST') return null;
    throw error;
  });
  if (handle === null) return false;
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return true;
}
