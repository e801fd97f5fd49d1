import type { CallInput } from '../../core/contract/contract.ts';
import { type DocumentFormat, largestDocumentBytes, mostDocuments } from '../../core/stories/incoming.ts';

export type GivenDocument = CallInput<'readDocument'>;

/** A file that was dropped or chosen. */
export interface GivenFile {
  file: File;
  /** Where it is; null in a browser, which doesn’t say. */
  path: string | null;
  /** A folder with a path; without one, its files are given instead. */
  isFolder: boolean;
}

/** What becomes of files: paths to follow, documents to read as copies, and sentences about the others. */
export interface SortedFiles {
  follow: string[];
  copy: File[];
  refused: string[];
}

const formats: Readonly<Record<string, DocumentFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  txt: 'markdown',
  html: 'html',
  htm: 'html',
  docx: 'docx',
};

/** Files of word processors that one can save as .docx. */
const otherDocuments: ReadonlySet<string> = new Set(['doc', 'odt', 'rtf', 'pages', 'pdf', 'gdoc', 'dotx', 'wps']);

function endingOf(name: string): string {
  return /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** How a file of this name is read; null if it isn’t. */
export function formatOf(name: string): DocumentFormat | null {
  const ending = endingOf(name);
  return Object.hasOwn(formats, ending) ? (formats[ending] ?? null) : null;
}

/** Whether a file in a folder is a story file, by its path within it: not hidden, and not a readme in plain text. */
export function isStoryDocument(path: string): boolean {
  return !path.split('/').some(isSkipped) && ['md', 'markdown', 'docx'].includes(endingOf(path));
}

function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function whyNot(name: string): string {
  if (otherDocuments.has(endingOf(name))) {
    return `${name} can’t be read. Save or export it as a Word document (.docx), and use that.`;
  }
  return `${name} isn’t a story file. Offbook reads Markdown (.md), Word (.docx), HTML and plain text.`;
}

export const noStoryFiles = 'There are no Markdown or Word files in that folder.';

/** More sentences than these nobody reads. */
const mostRefusals = 4;

/** Sorts files by what can be done with them. Too many of them are refused together. */
export function sortFiles(given: readonly GivenFile[]): SortedFiles {
  if (given.length > mostDocuments) return { follow: [], copy: [], refused: [tooMany(`${given.length} files`)] };
  const isFollowed = ({ path, isFolder, file: { name } }: GivenFile): boolean =>
    path !== null && (isFolder || /\.(?:md|markdown)$/iu.test(name));
  const follow = given.filter(isFollowed).flatMap(({ path }) => (path === null ? [] : [path]));
  const others = given.filter((file) => !isFollowed(file)).map(({ file }) => file);
  const copy = others.filter(({ name }) => formatOf(name) !== null);
  const unread = others.filter(({ name }) => formatOf(name) === null).map(({ name }) => name);
  const refused = unread.slice(0, mostRefusals).map(whyNot);
  if (unread.length > mostRefusals) refused.push(`The same goes for ${unread.length - mostRefusals} more.`);
  return { follow, copy, refused };
}

function tooMany(what: string): string {
  return `${what} are too many to copy: Offbook takes up to ${mostDocuments} at once. Add their folder by its path instead.`;
}

/** A file as the program reads it; a sentence if it can’t be. */
export async function documentOf(file: File): Promise<GivenDocument | string> {
  const format = formatOf(file.name);
  if (format === null) return whyNot(file.name);
  if (file.size > largestDocumentBytes) {
    const [has, most] = [file.size, largestDocumentBytes].map((bytes) => Math.ceil(bytes / 1024 / 1024));
    return `${file.name} has ${has} MiB; Offbook reads up to ${most} MiB. Split it, or remove its pictures.`;
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (format === 'docx') return { name: file.name, format, content: base64(bytes) };
    if (bytes.includes(0)) return `${file.name} isn’t text. Save it as plain text or Markdown.`;
    return { name: file.name, format, content: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return `${file.name} isn’t UTF-8. Save it with UTF-8 encoding.`;
    return `${file.name} can’t be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

/** As many bytes as a function takes as arguments in every browser. */
const chunkBytes = 0x80_00;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    text += String.fromCharCode(...bytes.subarray(at, at + chunkBytes));
  }
  return btoa(text);
}

/** Something that was dropped: a file, or a folder in a browser that doesn’t say where it is. */
export interface Dropped {
  entry: FileSystemEntry | null;
  file: File | null;
}

/**
 * The files of a drop. A folder without a path is read in depth, without hidden ones; one with too many files, or with
 * none, rejects with a sentence.
 */
export async function filesIn(
  dropped: readonly Dropped[],
  pathOf: (file: File) => string | null,
): Promise<GivenFile[]> {
  const given: GivenFile[] = [];
  for (const { entry, file } of dropped) {
    const path = file === null ? null : pathOf(file);
    if (file !== null && (path !== null || entry === null || entry.isFile)) {
      given.push({ file, path, isFolder: entry?.isDirectory === true });
    } else if (entry !== null && isDirectory(entry)) {
      const inside: File[] = [];
      await walk(entry, inside);
      given.push(...inside.map((each) => ({ file: each, path: null, isFolder: false })));
    }
  }
  if (dropped.length > 0 && given.length === 0) throw new Error(noStoryFiles);
  return given;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

async function walk(folder: FileSystemDirectoryEntry, found: File[]): Promise<void> {
  for (const entry of await entriesOf(folder)) {
    if (isSkipped(entry.name)) continue;
    if (isDirectory(entry)) await walk(entry, found);
    else if (isStoryDocument(entry.name)) found.push(await fileOf(entry as FileSystemFileEntry));
    if (found.length > mostDocuments) throw new Error(tooMany(`The files in ${folder.name}`));
  }
}

/** A reader gives a folder’s entries by the hundred, and in the end none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}
