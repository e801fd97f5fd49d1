import { chmod, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Library, Problem } from '../../../src/core/stories/model.ts';
import { createParser } from '../../../src/services/library/parse-pool.ts';
import { startChild, withoutRights } from '../children.ts';
import { addFiles, driveLibrary, folderWith } from '../library-driver.ts';
import { storyText } from '../story-texts.ts';

vi.setConfig({ testTimeout: 30_000 });

const good = storyText('Good', ['One', 'Two']);
const other = storyText('Other', ['Three']);
const bad = 'übel und bös.md';

const titles = (library: Library): string[] => library.stories.map((story) => story.title);
const worst = (library: Library): Problem[] => library.problems.filter((problem) => problem.severity === 'error');
const nested = (depth: number, mark: string): string =>
  Array.from({ length: depth }, (_, level) => `${mark.repeat(level)}- x`).join('\n');

/** Bad files, and a word that the message must contain besides the file’s name. */
const cases: readonly (readonly [name: string, content: string | Uint8Array, says: RegExp])[] = [
  ['not UTF-8', new Uint8Array([...Buffer.from('# Gr'), 0xfc, ...Buffer.from('n\n')]), /UTF-8/u],
  ['UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le'), /NUL|UTF-8/u],
  ['NUL bytes', `${good}\0\0`, /NUL/u],
  ['5 MB', good.padEnd(5 * 1024 * 1024, 'words and more words\n'), /1 MiB/u],
  ['3,000 quote marks in a row', `${'>'.repeat(3000)} deep\n\n${good}`, /nested/u],
  ['quote marks with blanks', `${'> '.repeat(3000)}deep\n`, /nested/u],
  ['lists nested 600 deep', nested(600, '  '), /nested/u],
];

describe('a file that can’t be used', () => {
  test.each(cases)('%s: a clear message, and the other stories stay', async (_, content, says) => {
    const folder = await folderWith({ 'a.md': good, [bad]: content, 'z.md': other });
    const { library } = await driveLibrary([folder]);
    expect(titles(library())).toEqual(['Good', 'Other']);
    expect(worst(library())).toHaveLength(1);
    const [problem] = worst(library());
    expect(problem?.file).toBe(path.join(folder, bad));
    expect(problem?.message).toMatch(says);
  });

  test.each(cases)('%s: its last good version stays in use until it is fixed', async (_, content) => {
    const folder = await folderWith({ 'a.md': other, [bad]: good });
    const driven = await driveLibrary([folder]);
    await writeFile(path.join(folder, bad), content);
    const broken = await driven.until((library) => worst(library).length > 0);
    expect(titles(broken)).toEqual(['Other', 'Good']);
    expect(worst(broken)[0]?.message).toContain('Until then, Offbook uses the version it read before.');
    await writeFile(path.join(folder, bad), storyText('Fixed', ['X']));
    const fixed = await driven.until((library) => worst(library).length === 0);
    expect(titles(fixed)).toEqual(['Other', 'Fixed']);
  });

  test('invalid YAML: a problem with its line, and the stories below are read', async () => {
    const folder = await folderWith({ [bad]: `---\ntags: [a, b\ntitle: "x\n---\n\n${good}`, 'z.md': other });
    const { library } = await driveLibrary([folder]);
    expect(titles(library())).toEqual(['Other', 'Good']);
    expect(worst(library())).toMatchObject([{ file: path.join(folder, bad), line: expect.any(Number) as number }]);
  });

  test('an empty file is a hint that it has no story yet, and no error', async () => {
    const folder = await folderWith({ [bad]: '', 'blank.md': ' \n\n', 'z.md': other });
    const { library } = await driveLibrary([folder]);
    expect(titles(library())).toEqual(['Other']);
    const hints = library().problems.filter(({ file }) => !file.endsWith('z.md'));
    expect(hints.map(({ severity, code }) => [severity, code])).toEqual([
      ['hint', 'empty-file'],
      ['hint', 'empty-file'],
    ]);
  });

  test('a file that is emptied for good loses its stories', async () => {
    const folder = await folderWith({ [bad]: good, 'z.md': other });
    const driven = await driveLibrary([folder]);
    await writeFile(path.join(folder, bad), '');
    await driven.until((library) => library.stories.length === 1);
    expect(driven.library().problems.map(({ code }) => code)).toContain('empty-file');
  });

  test('one that takes forever is stopped and named, and doesn’t hold up the others', async () => {
    const workerUrl = new URL('odd-worker.ts', import.meta.url);
    const odd = createParser({ workerUrl, limitsMs: { quick: 200, patient: 400 } });
    onTestFinished(() => odd.close());
    const folder = await folderWith({ 'a.md': 'one', [bad]: 'FOREVER', 'c.md': 'THROW', 'z.md': 'two' });
    const driven = await driveLibrary([folder], odd);
    expect(driven.library().unplaced.map(({ text }) => text)).toEqual(['one', 'two']);
    const stopped = await driven.until((library) => worst(library).length === 2);
    expect(worst(stopped).map(({ file, code }) => [path.basename(file), code])).toEqual([
      ['c.md', 'parse-crash'],
      [bad, 'parse-timeout'],
    ]);
    await writeFile(path.join(folder, bad), 'fixed');
    await driven.until(({ unplaced }) => unplaced.length === 3);
  });

  test('an unusable one is read again when somebody asks, not at every scan', async () => {
    const odd = createParser({ workerUrl: new URL('odd-worker.ts', import.meta.url) });
    onTestFinished(() => odd.close());
    const folder = await folderWith({ 'a.md': 'one', [bad]: 'THROW' });
    const driven = await driveLibrary([folder], odd);
    driven.parsed();
    await driven.rescan('quick');
    expect(driven.parsed()).toEqual([]);
    await driven.rescan('thorough');
    expect(driven.parsed()).toEqual([path.join(folder, bad)]);
  });

  test('a link out of the folder is a problem; the others are read', async () => {
    const [folder, secret] = [await folderWith({ 'a.md': good }), await folderWith({ 'secret.md': other })];
    await symlink(path.join(secret, 'secret.md'), path.join(folder, bad));
    await symlink(secret, path.join(folder, 'more'));
    await symlink(path.join(folder, 'nowhere.md'), path.join(folder, 'dangling.md'));
    await symlink(folder, path.join(folder, 'round'));
    const { library } = await driveLibrary([folder]);
    expect(titles(library())).toEqual(['Good']);
    expect(
      worst(library())
        .map(({ file }) => path.basename(file))
        .sort(),
    ).toEqual(['dangling.md', 'more', bad].sort());
  });

  test('a story file that is replaced by a link out keeps its last good version', async () => {
    const [folder, secret] = [await folderWith({ [bad]: good }), await folderWith({ 'secret.md': other })];
    const driven = await driveLibrary([folder]);
    await rm(path.join(folder, bad));
    await symlink(path.join(secret, 'secret.md'), path.join(folder, bad));
    const library = await driven.until((present) => worst(present).length > 0);
    expect(titles(library)).toEqual(['Good']);
  });

  test('a folder, a pipe or a socket with a story’s name isn’t a story', async () => {
    const folder = await folderWith({ 'folder.md/inside.md': good });
    const { library } = await driveLibrary([folder]);
    expect(titles(library())).toEqual(['Good']);
  });
});

describe.skipIf(process.platform === 'win32')('without permission to read', () => {
  interface Line {
    titles: string[];
    problems: Problem[];
  }

  async function* linesOf(folder: string): AsyncGenerator<Line> {
    const child = startChild('library/library-child.ts', [folder, '--stay'], withoutRights());
    for await (const line of child.lines) yield line as unknown as Line;
  }

  /** The next line that is as wanted; changes can come in several steps. */
  async function until(lines: AsyncGenerator<Line>, wanted: (line: Line) => boolean): Promise<Line> {
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error('The program ended.');
      if (wanted(value)) return value;
    }
  }

  test('a folder: a message with its name and the reason; it is read when the permission is back', async () => {
    const folder = await folderWith({ 'a.md': good });
    await chmod(folder, 0o000);
    const lines = linesOf(folder);
    const first = await until(lines, () => true);
    expect(first.titles).toEqual([]);
    expect(first.problems).toMatchObject([{ file: folder, severity: 'error' }]);
    expect(first.problems[0]?.message).toContain('you don’t have permission');
    await chmod(folder, 0o755);
    const back = await until(lines, ({ titles }) => titles.length === 1);
    expect(back.problems.filter(({ file, severity }) => severity === 'error' || file === folder)).toEqual([]);
    await writeFile(path.join(folder, 'a.md'), other);
    await until(lines, ({ titles }) => titles[0] === 'Other');
  });

  test('a folder in the folder: the others are read', async () => {
    const folder = await folderWith({ 'a.md': good, 'closed/b.md': other, 'z.md': other });
    await chmod(folder, 0o755);
    await chmod(path.join(folder, 'closed'), 0o000);
    const lines = linesOf(folder);
    const first = await until(lines, () => true);
    expect(first.titles).toEqual(['Good', 'Other']);
    expect(first.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { file: path.join(folder, 'closed') },
    ]);
    await chmod(path.join(folder, 'closed'), 0o755);
  });

  test('a file: the others are read; a folder that becomes unreadable keeps its stories in use', async () => {
    const folder = await folderWith({ 'a.md': good, 'sub/b.md': other });
    await chmod(folder, 0o755);
    await chmod(path.join(folder, 'a.md'), 0o000);
    const lines = linesOf(folder);
    const first = await until(lines, () => true);
    expect(first.titles).toEqual(['Other']);
    expect(first.problems.find(({ severity }) => severity === 'error')).toMatchObject({
      file: path.join(folder, 'a.md'),
    });
    await chmod(path.join(folder, 'a.md'), 0o644);
    await until(lines, ({ titles }) => titles.join() === 'Good,Other');
    await chmod(path.join(folder, 'sub'), 0o000);
    await addFiles(folder, { 'c.md': storyText('Third', ['X']) });
    const closed = await until(lines, ({ titles }) => titles.length === 3);
    expect(closed.titles).toEqual(['Good', 'Third', 'Other']);
    expect(closed.problems.find(({ severity }) => severity === 'error')?.file).toBe(path.join(folder, 'sub'));
    await chmod(path.join(folder, 'sub'), 0o755);
  });
});

test('a program that only reads a library can quit', async () => {
  const folder = await folderWith({ 'a.md': good });
  const child = startChild('library/library-child.ts', [folder]);
  const ended = new Promise((resolve) => {
    child.process.once('exit', resolve);
  });
  expect((await child.lines.next()).value).toMatchObject({ titles: ['Good'] });
  expect(await ended).toBe(0);
});
