import { describe, expect, test } from 'vitest';
import { pathWords } from '../../../src/renderer/stories/PathField.tsx';
import {
  documentOf,
  type Dropped,
  filesIn,
  formatOf,
  type GivenFile,
  isStoryDocument,
  sortFiles,
} from '../../../src/renderer/stories/take-files.ts';

function given(name: string, path: string | null = null, isFolder = false): GivenFile {
  return { file: new File(['# x'], name), path, isFolder };
}

describe('files that were dropped or chosen', () => {
  test('are followed where they have a path, and copied where not', () => {
    const files = [given('a.md', '/s/a.md'), given('b.MD'), given('c.docx', '/s/c.docx'), given('s', '/s', true)];
    const { follow, copy, refused } = sortFiles(files);
    expect(follow).toEqual(['/s/a.md', '/s']);
    expect(copy.map(({ name }) => name)).toEqual(['b.MD', 'c.docx']);
    expect(refused).toEqual([]);
  });

  test('of other kinds are refused, with what to do', () => {
    const { refused } = sortFiles([given('me.png'), given('old.doc'), given('plain')]);
    expect(refused).toEqual([
      'me.png isn’t a story file. Offbook reads Markdown (.md), Word (.docx), HTML and plain text.',
      'old.doc can’t be read. Save or export it as a Word document (.docx), and use that.',
      expect.stringMatching(/^plain isn’t/u),
    ]);
    const many = sortFiles(Array.from({ length: 40 }, (_, index) => given(`${index}.png`)));
    expect(many.refused).toHaveLength(5);
    expect(many.refused[4]).toBe('The same goes for 36 more.');
  });

  test('by the hundred are refused together', () => {
    const many = Array.from({ length: 500 }, (_, index) => given(`${index}.md`, `/s/${index}.md`));
    expect(sortFiles(many)).toEqual({
      follow: [],
      copy: [],
      refused: [expect.stringMatching(/^500 files are too many/u) as string],
    });
  });

  test('have a format by their ending', () => {
    expect(['a.md', 'a.Markdown', 'a.txt', 'a.htm', 'a.docx', 'a.constructor', 'md'].map(formatOf)).toEqual([
      'markdown',
      'markdown',
      'markdown',
      'html',
      'docx',
      null,
      null,
    ]);
  });
});

describe('a drop', () => {
  const fileEntry = (name: string) => ({
    name,
    isFile: true,
    isDirectory: false,
    file: (done: (file: File) => void) => done(new File(['# x'], name)),
  });
  /** A folder that gives its entries one at a time, as browsers do by the hundred. */
  const folderEntry = (name: string, entries: readonly object[]): object => ({
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      const left = [...entries];
      return { readEntries: (done: (some: object[]) => void) => done(left.splice(0, 1)) };
    },
  });
  const dropOf = (items: readonly { entry: object | null; file: File | null }[]) => items as Dropped[];
  const noPath = () => null;

  test('of files and a folder gives the folder’s story files in depth, without hidden ones', async () => {
    const folder = folderEntry('mine', [
      fileEntry('a.md'),
      fileEntry('notes.txt'),
      folderEntry('old', [fileEntry('b.docx'), fileEntry('.c.md')]),
      folderEntry('.git', [fileEntry('d.md')]),
      folderEntry('node_modules', [fileEntry('e.md')]),
    ]);
    const dropped = dropOf([
      { entry: folder, file: null },
      { entry: null, file: new File(['# x'], 'f.md') },
    ]);
    const given = await filesIn(dropped, noPath);
    expect(given.map(({ file }) => file.name)).toEqual(['a.md', 'b.docx', 'f.md']);
  });

  test('of a folder with a path is that folder', async () => {
    const dropped = dropOf([{ entry: folderEntry('mine', [fileEntry('a.md')]), file: new File([], 'mine') }]);
    expect(await filesIn(dropped, () => '/home/me/mine')).toMatchObject([{ path: '/home/me/mine', isFolder: true }]);
  });

  test('of a folder with hundreds of files says what to do instead', async () => {
    const many = folderEntry(
      'mine',
      Array.from({ length: 500 }, (_, index) => fileEntry(`${index}.md`)),
    );
    await expect(filesIn(dropOf([{ entry: many, file: null }]), noPath)).rejects.toThrow(
      'The files in mine are too many to copy',
    );
  });

  test('of a folder of pictures says that nothing in it can be read', async () => {
    const folder = folderEntry('trip', [fileEntry('a.png'), folderEntry('old', [fileEntry('b.jpg')])]);
    await expect(filesIn(dropOf([{ entry: folder, file: null }]), noPath)).rejects.toThrow('There are no Markdown');
  });

  test('takes of a chosen folder what is a story file in it', () => {
    expect(isStoryDocument('mine/a.md')).toBe(true);
    expect(isStoryDocument('mine/old/b.docx')).toBe(true);
    for (const path of ['mine/.git/a.md', 'mine/node_modules/a.md', 'mine/.a.md', 'mine/a.txt'])
      expect(isStoryDocument(path), path).toBe(false);
  });
});

describe('a file', () => {
  test('is read as text, or as bytes in Base64', async () => {
    expect(await documentOf(new File(['\u{feff}# Ä'], 'a.md'))).toEqual({
      name: 'a.md',
      format: 'markdown',
      content: '# Ä',
    });
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
    expect(await documentOf(new File([bytes], 'a.docx'))).toEqual({
      name: 'a.docx',
      format: 'docx',
      content: Buffer.from(bytes).toString('base64'),
    });
  });

  test('that isn’t what its name says is a sentence', async () => {
    expect(await documentOf(new File([new Uint8Array([0x23, 0xff])], 'a.md'))).toMatch(/^a\.md isn’t UTF-8/u);
    expect(await documentOf(new File([new Uint8Array([0x89, 0])], 'a.md'))).toMatch(/^a\.md isn’t text/u);
    const large = new File([new Uint8Array(6 * 1024 * 1024)], 'a.docx');
    expect(await documentOf(large)).toMatch(/^a\.docx has 6 MiB; Offbook reads up to 5 MiB/u);
  });
});

test('what is at a path, in a line', () => {
  const words = (files: number, stories: number | null, isMore = false) =>
    pathWords({ ways: [], found: { files, stories, isMore } });
  expect(words(1, 4)).toBe('1 file, 4 stories');
  expect(words(70, null)).toBe('70 files');
  expect(words(500, null, true)).toBe('More than 500 files. Choose a smaller folder if you can.');
  expect(words(0, 0)).toBe('No Markdown file in there yet.');
  expect(pathWords({ ways: [], found: null })).toBe('');
});
