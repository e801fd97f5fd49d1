import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { run as inspect } from '../../src/cli/inspect.ts';
import { run as lint } from '../../src/cli/lint.ts';
import type { Library } from '../../src/core/stories/model.ts';
import { tempFolder } from '../services/temp-folder.ts';
import { capturedIo } from './captured-io.ts';

const story = (title: string): string => `# Ownership

## ${title}

What did you do?

> * S:
>   * ${title} began

**S:** It began at ${title}, where I was.

**T:** I had to fix it.

**A:** I fixed it. I asked, I measured, and I wrote down what I found, twice.

**R:** It took 3 days instead of 9.
`;

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await tempFolder();
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  return folder;
}

async function inspected(cwd: string, ...paths: string[]): Promise<{ code: number; library: Library; err: string }> {
  const { io, out, err } = capturedIo(cwd);
  const code = await inspect(paths, io);
  return { code, library: JSON.parse(out()) as Library, err: err() };
}

async function linted(cwd: string, ...paths: string[]): Promise<{ code: number; lines: string[]; err: string }> {
  const { io, out, err } = capturedIo(cwd);
  const code = await lint(paths, io);
  return { code, lines: out().trimEnd().split('\n'), err: err() };
}

test('inspect prints the outline made from an answer where the file has none', async () => {
  const cwd = await folderOf({
    'a.md': '## Shelves\n\n**A:** I moved 40 shelves to Leith.\n\n### Shorter\n\n**A:** I moved them to Leith.\n',
  });
  const [story] = (await inspected(cwd, 'a.md')).library.stories;
  expect(story?.outline).toMatchObject({
    derived: true,
    sections: [{ items: [{ text: 'Moved 40 shelves to Leith' }] }],
  });
  expect(story?.variants).toMatchObject([{ outline: [{ items: [{ text: 'Moved them to Leith' }] }] }]);
});

test('inspect reads a folder at any depth in path order, and names files by the path given', async () => {
  const cwd = await folderOf({
    'my stories/b/Würfel.md': story('The dice'),
    'my stories/a.markdown': story('The letters'),
    'my stories/b.md': story('The tower'),
    'my stories/notes.txt': story('Not this'),
    'my stories/.hidden/c.md': story('Nor this'),
    'my stories/node_modules/d.md': story('Nor that'),
  });
  const { code, library } = await inspected(cwd, 'my stories');
  expect(code).toBe(0);
  const files = ['a.markdown', path.join('b', 'Würfel.md'), 'b.md'].map((file) => path.join('my stories', file));
  expect(library.files).toEqual(files);
  expect(library.stories.map(({ file, title }) => [file, title])).toEqual([
    [files[0], 'The letters'],
    [files[1], 'The dice'],
    [files[2], 'The tower'],
  ]);
  expect(library.unplaced).toEqual([]);
});

test('a path given twice, or a file within a folder given, is read once', async () => {
  const cwd = await folderOf({ 'stories/a.md': story('The letters') });
  const { library } = await inspected(cwd, 'stories', 'stories/a.md', 'stories');
  expect(library.files).toEqual([path.join('stories', 'a.md')]);
});

test('a missing path is reported, and the others are read anyway', async () => {
  const cwd = await folderOf({ 'a.md': story('The letters') });
  const { code, library, err } = await inspected(cwd, 'gone', 'a.md');
  expect(code).toBe(1);
  expect(err).toContain('gone');
  expect(library.stories).toHaveLength(1);
  expect(library.problems[0]).toMatchObject({ file: 'gone', severity: 'error', code: 'unreadable-folder' });
});

test('unreadable files don’t affect the others', async () => {
  const outside = await folderOf({ 'secret.md': story('Not yours') });
  const cwd = await folderOf({
    'stories/good.md': story('The letters'),
    'stories/empty.md': '',
    'stories/latin1.md': Buffer.from('# Caf\xe9\n', 'latin1'),
    'stories/data.md': '# A\nline\n\0\0',
    'stories/deep.md': '> '.repeat(3000),
    'stories/list.md': Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
    'stories/yaml.md': `---\ntitle: [\n---\n${story('The tower')}`,
    'stories/big.md': 'x'.repeat(5 * 1024 * 1024),
  });
  await symlink(path.join(outside, 'secret.md'), path.join(cwd, 'stories', 'out.md'));
  const { library } = await inspected(cwd, 'stories');
  const codes = Object.fromEntries(library.problems.map(({ file, code }) => [path.basename(file), code]));
  expect(codes).toMatchObject({
    'empty.md': 'empty-file',
    'latin1.md': 'not-utf8',
    'data.md': 'binary',
    'deep.md': 'too-deep',
    'list.md': 'too-deep',
    'big.md': 'too-large',
    'out.md': 'link-out',
  });
  expect(library.problems.map(({ code }) => code)).toContain('bad-front-matter');
  expect(library.problems.find(({ code }) => code === 'binary')?.line).toBe(3);
  expect(library.stories.map(({ title }) => title).sort()).toEqual(['The letters', 'The tower']);
  for (const { message } of library.problems) expect(message).toMatch(/\.$/);
});

test('lint prints a line for each problem and a summary, and exits with 1 only for errors', async () => {
  const cwd = await folderOf({
    'a.md': story('The letters'),
    'b.md': '# A\n\xff',
    'c.md': '## Left\n\nS: Only this.\n',
  });
  const good = await linted(cwd, 'a.md');
  expect(good.code).toBe(0);
  expect(good.lines.at(-1)).toMatch(/^1 story in 1 file: 0 errors, 0 warnings, \d+ hints?\.$/);
  const bad = await linted(cwd, 'gone', 'c.md');
  expect(bad.code).toBe(1);
  expect(bad.lines[0]).toMatch(/^gone:1 error .+ \(unreadable-folder\)$/);
  expect(bad.lines).toContainEqual(expect.stringMatching(/^c\.md:\d+ (warning|hint) .+ \(missing-section\)$/));
});

test.each([[[]], [['--fast', 'a.md']]])('%j is refused with the usage', async (args) => {
  for (const [run, name] of [[inspect, 'inspect'] as const, [lint, 'lint'] as const]) {
    const { io, out, err } = capturedIo('/');
    expect(await run(args, io)).toBe(2);
    expect(out()).toBe('');
    expect(err()).toContain(`Usage: offbook ${name} PATH…`);
  }
});
