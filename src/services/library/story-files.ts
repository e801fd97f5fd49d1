import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../core/stories/model.ts';
import { readRegular } from '../base/regular-file.ts';
import { describeError } from '../base/system-error.ts';

/** Larger than anybody’s stories: a megabyte is some 150,000 words. */
const largestFileBytes = 1024 * 1024;

type StoryFileText = { ok: true; text: string } | { ok: false; problem: Problem };

/** Whether a file of this name is read for stories. */
export function isStoryFileName(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

/** Whether to skip a folder of this name: it is hidden, or holds other people’s files. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/**
 * The text of a story file. It must be inside `root` (with all links resolved, so that none leads out), be a regular
 * file of at most 1 MiB, and be UTF-8. Never throws.
 */
export async function readStoryFile(root: string, file: string): Promise<StoryFileText> {
  try {
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(file)]);
    if (!isWithin(realRoot, realFile)) return refused(leadsOut(file));
    // Before opening it: a named pipe would block.
    const found = await stat(realFile);
    if (!found.isFile()) return refused(notAFile(file));
    if (found.size > largestFileBytes) return refused(tooLarge(file, found));
    const decoded = decodeUtf8(await readRegular(realFile));
    return decoded.ok ? decoded : refused(notText(file, decoded.code, decoded.line));
  } catch (error) {
    return refused(unreadable(file, error));
  }
}

/** Whether a path is a folder or inside it; both with all links resolved. */
export function isWithin(realRoot: string, realFile: string): boolean {
  if (realFile === realRoot) return true;
  return realFile.startsWith(realRoot.endsWith(path.sep) ? realRoot : realRoot + path.sep);
}

/** The same order on every system: by the names in the path, not by the separator’s character. */
export function byPath(a: string, b: string): number {
  const [left, right] = [a.split(path.sep).join('\0'), b.split(path.sep).join('\0')];
  return left < right ? -1 : left > right ? 1 : 0;
}

function refused(problem: Problem): StoryFileText {
  return { ok: false, problem };
}

/** A problem because of which a file or folder can’t be used. */
export function fileProblem(file: string, code: string, message: string, line: number | null = null): Problem {
  return { file, line, severity: 'error', code, message };
}

/** The problem that a file can’t be read. */
export function unreadable(file: string, cause: unknown): Problem {
  const why = describeError(cause);
  return fileProblem(
    file,
    'unreadable-file',
    `${path.basename(file)} can’t be read: ${why}. Fix that and save it again.`,
  );
}

function notAFile(file: string): Problem {
  return fileProblem(
    file,
    'not-a-file',
    `${path.basename(file)} isn’t a regular file, so it wasn’t read. Replace it with a text file.`,
  );
}

/** The problem of a link that isn’t followed. */
export function leadsOut(file: string): Problem {
  const name = path.basename(file);
  return fileProblem(
    file,
    'link-out',
    `${name} is a link out of the folder, so it wasn’t followed. Copy its target into the folder, or add the target’s own folder.`,
  );
}

function tooLarge(file: string, { size }: Stats): Problem {
  const megabytes = (size / largestFileBytes).toFixed(1);
  return fileProblem(
    file,
    'too-large',
    `${path.basename(file)} has ${megabytes} MiB; Offbook reads files up to 1 MiB. Split it, or remove what isn’t a story.`,
  );
}

function notText(file: string, code: 'not-utf8' | 'binary', line: number): Problem {
  const name = path.basename(file);
  const message =
    code === 'binary'
      ? `${name} has a NUL character on line ${line}, so it looks like binary data and wasn’t read. Save it as plain text.`
      : `${name} isn’t valid UTF-8 on line ${line}, so it wasn’t read. Save it with UTF-8 encoding.`;
  return fileProblem(file, code, message, line);
}

/** The text of a file, or why its bytes aren’t text; `line` (1-based) has the first bad byte. */
type Decoded = { ok: true; text: string } | { ok: false; code: 'not-utf8' | 'binary'; line: number };

/** Decodes UTF-8 (with or without a byte-order mark) that isn’t binary data. */
function decodeUtf8(bytes: Uint8Array): Decoded {
  const nul = bytes.indexOf(0);
  if (nul !== -1) return { ok: false, code: 'binary', line: lineAt(bytes, nul) };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    // The decoder says only that it failed; decoding line by line finds where.
    return { ok: false, code: 'not-utf8', line: firstBadLine(bytes) };
  }
}

/** In UTF-8 a line feed is one byte and never part of another character, so each line can be decoded on its own. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < offset; at = bytes.indexOf(0x0a, at + 1)) line += 1;
  return line;
}
