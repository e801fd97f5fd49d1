import type { Stats } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../core/stories/model.ts';
import { decodeText } from './decode.ts';
import { reasonOf } from '../base/system-error.ts';

/** Larger than any person's stories: a megabyte is some 150,000 words. */
const largestFileBytes = 1024 * 1024;

export type StoryText = { ok: true; text: string } | { ok: false; problem: Problem };

/** Whether a file of this name is read for stories. */
export function isStoryFileName(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

/** Whether a folder of this name is left out: it is hidden, or holds other people's files. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/**
 * The text of a story file. It must really lie below `root` (both ends resolved, so that no link leads out), be
 * a regular file of at most 1 MiB, and be UTF-8. Never throws.
 */
export async function readStoryFile(root: string, file: string): Promise<StoryText> {
  try {
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(file)]);
    if (!isWithin(realRoot, realFile)) return refused(leadsOut(file));
    // Before opening: a named pipe would keep whoever opens it waiting.
    const found = await stat(realFile);
    if (!found.isFile()) return refused(notAFile(file));
    if (found.size > largestFileBytes) return refused(tooLarge(file, found));
    const decoded = decodeText(await readFile(realFile));
    return decoded.ok ? decoded : refused(notText(file, decoded.code, decoded.line));
  } catch (error) {
    return refused(unreadable(file, error));
  }
}

/** Whether a file lies in a folder, or is it; both with all links resolved. */
export function isWithin(realRoot: string, realFile: string): boolean {
  if (realFile === realRoot) return true;
  return realFile.startsWith(realRoot.endsWith(path.sep) ? realRoot : realRoot + path.sep);
}

/** The same order on every system: by the names on the way, not by the separator's character. */
export function byPath(a: string, b: string): number {
  const [left, right] = [a.split(path.sep).join('\0'), b.split(path.sep).join('\0')];
  return left < right ? -1 : left > right ? 1 : 0;
}

function refused(problem: Problem): StoryText {
  return { ok: false, problem };
}

/** A problem for which a file or folder can't be used. */
export function fileProblem(file: string, code: string, message: string, line: number | null = null): Problem {
  return { file, line, severity: 'error', code, message };
}

/** A file that can't be read, and why. */
export function unreadable(file: string, cause: unknown): Problem {
  const why = reasonOf(cause);
  return fileProblem(
    file,
    'unreadable-file',
    `${path.basename(file)} can't be read: ${why}. Mend that and save it again.`,
  );
}

function notAFile(file: string): Problem {
  return fileProblem(
    file,
    'not-a-file',
    `${path.basename(file)} is no regular file, so it was not read. Put a text file there.`,
  );
}

/** A link that is not followed. */
export function leadsOut(file: string): Problem {
  const name = path.basename(file);
  return fileProblem(
    file,
    'link-out',
    `${name} is a link that leads out of the folder, so it was not followed. Copy what it points to into the folder, or open that place itself.`,
  );
}

function tooLarge(file: string, { size }: Stats): Problem {
  const megabytes = (size / largestFileBytes).toFixed(1);
  return fileProblem(
    file,
    'too-large',
    `${path.basename(file)} has ${megabytes} MiB; stories are read up to 1 MiB a file. Split it, or take out what is no story.`,
  );
}

function notText(file: string, code: 'not-utf8' | 'binary', line: number): Problem {
  const name = path.basename(file);
  const message =
    code === 'binary'
      ? `${name} holds a NUL character on line ${line}, as programs' data do, so it was not read. Save it as plain text.`
      : `${name} is not UTF-8 on line ${line}, so it was not read. Save it with the encoding UTF-8.`;
  return fileProblem(file, code, message, line);
}
