import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { CallInput } from '../../../src/core/contract/contract.ts';
import { driveApp, fakeShell } from '../app-driver.ts';
import { tempFolder } from '../temp-folder.ts';
import { bakeryDocx } from './docx-files.ts';

const oven = '# Ownership\n\n## The oven that smoked\n\nS: It smoked.\n\nA: I rang the sweep.\n\nR: Bread by six.\n';

let home = '';
beforeEach(async () => {
  home = await tempFolder();
  vi.stubEnv('HOME', home);
  vi.stubEnv('PATH', '');
  vi.stubEnv('VISUAL', '');
  vi.stubEnv('EDITOR', '');
  onTestFinished(() => void vi.unstubAllEnvs());
});

/** The program, and its answers to documents. */
async function drive(folders: string[] = [], shell = fakeShell()) {
  const driven = await driveApp({ folders, shell });
  await driven.ready();
  const { handlers } = driven.app;
  return {
    ...driven,
    handlers,
    read: async (document: CallInput<'readDocument'>) => (await handlers.readDocument(document)).document,
    titles: () => driven.state().library.stories.map(({ title }) => title),
  };
}

describe('a document', () => {
  test('is read as stories, and nothing is kept', async () => {
    const { handlers, read } = await drive();
    expect(await handlers.readDocument({ name: 'my oven.md', format: 'markdown', content: oven })).toEqual({
      folder: path.join(home, 'Offbook stories'),
      document: {
        name: 'my oven',
        text: oven,
        stories: [{ title: 'The oven that smoked', group: 'Ownership' }],
        hints: expect.any(Number) as number,
        problem: null,
      },
    });
    const word = await read({ name: 'bakery.docx', format: 'docx', content: bakeryDocx.toString('base64') });
    expect(word).toMatchObject({ name: 'bakery', problem: null });
    expect(word.stories).toHaveLength(2);
    expect(
      await read({ name: '', format: 'html', content: '<h2>The <b>late</b> van</h2><p>S: Late.</p>' }),
    ).toMatchObject({ name: 'The late van', text: '## The late van\n\nS: Late.\n' });
    expect(await readdir(home)).toEqual([]);
  });

  test('that can’t be read says why', async () => {
    const { read } = await drive();
    expect(await read({ name: 'x.docx', format: 'docx', content: 'bm90IGEgemlw' })).toMatchObject({
      text: '',
      problem: expect.stringMatching(/^x\.docx isn’t a Word document/u) as string,
    });
    expect(await read({ name: '', format: 'markdown', content: ' \n' })).toMatchObject({
      problem: 'What you pasted has no text.',
    });
    expect(await read({ name: '', format: 'markdown', content: 'word '.repeat(420_000) })).toMatchObject({
      text: '',
      problem: 'What you pasted has 2.0 MiB; Offbook reads up to 1 MiB. Split it, or remove its pictures.',
    });
  });
});

describe('documents that are kept', () => {
  test('are new files in the person’s documents, where Offbook reads them; no file is overwritten', async () => {
    await mkdir(path.join(home, 'Documents'));
    const { handlers, titles, state } = await drive();
    const folder = path.join(home, 'Documents', 'Offbook stories');
    const documents = [{ name: 'oven', text: oven }];
    expect(await handlers.saveDocuments({ documents })).toEqual({ files: [path.join(folder, 'oven.md')] });
    expect(state().library).toMatchObject({ folders: [folder], samples: false });
    expect(state().settings.folders).toEqual([folder]);
    expect(titles()).toEqual(['The oven that smoked']);
    const other = [
      { name: '../OVEN/..', text: '## Other\n\nS: x\n' },
      { name: 'oven', text: '## Another\n\nS: y\n' },
    ];
    expect(await handlers.saveDocuments({ documents: other })).toEqual({
      files: [path.join(folder, 'OVEN.md'), path.join(folder, 'oven 2.md')],
    });
    expect(await readFile(path.join(folder, 'oven.md'), 'utf8')).toBe(oven);
    expect(titles()).toHaveLength(3);
  });

  test('are beside the person’s own stories, if they have chosen a folder', async () => {
    const own = await tempFolder();
    const file = path.join(home, 'single.md');
    await writeFile(file, oven);
    const { handlers, titles, state } = await drive([file, own]);
    await handlers.saveDocuments({ documents: [{ name: 'van', text: '## The van\n\nS: Late.\n' }] });
    expect(await readdir(own)).toEqual(['van.md']);
    expect(state().library.folders).toEqual([file, own]);
    expect(titles()).toContain('The van');
  });

  test('are refused with a sentence where the disk doesn’t take them', async () => {
    await writeFile(path.join(home, 'Offbook stories'), 'a file');
    const { handlers, state } = await drive();
    await expect(handlers.saveDocuments({ documents: [{ name: 'oven', text: oven }] })).rejects.toThrow(
      /Offbook stories can’t be written: there is a file where its folder should be\./u,
    );
    expect(state().library.samples).toBe(true);
  });
});

describe('a new story', () => {
  test('is made from a template and opened; the next one has its own file', async () => {
    const { handlers, shell, titles } = await drive();
    const first = path.join(home, 'Offbook stories', 'New story.md');
    expect(await handlers.newStory(undefined)).toEqual({ file: first, unopened: null });
    expect(await handlers.newStory(undefined)).toMatchObject({ file: first.replace('.md', ' 2.md') });
    expect(shell.opened).toEqual([first, first.replace('.md', ' 2.md')]);
    expect(titles()).toHaveLength(2);
  });

  test('is there even if no program opens it', async () => {
    const shell = { ...fakeShell(), openOutside: () => Promise.reject(new Error('xdg-open: it quit with 3.')) };
    const { handlers, titles } = await drive([], shell);
    expect(await handlers.newStory(undefined)).toMatchObject({
      unopened: 'No program opens .md files here. Choose an editor in the settings.',
    });
    expect(titles()).toHaveLength(1);
  });
});

describe('a path that is being typed', () => {
  test('goes on to folders and story files, and says what is there', async () => {
    const { handlers } = await drive();
    const look = (typed: string) => handlers.lookAtPath({ path: typed });
    await mkdir(path.join(home, 'Stories', '.git'), { recursive: true });
    await mkdir(path.join(home, 'Stones'));
    await writeFile(path.join(home, 'Stories', 'oven.md'), oven);
    await writeFile(path.join(home, 'Stories', 'notes.txt'), oven);
    await writeFile(path.join(home, 'stop.md'), oven);
    expect((await look('~/sto')).ways).toEqual(['~/Stones/', '~/stop.md', '~/Stories/']);
    expect(await look('~/Stories/')).toEqual({
      ways: ['~/Stories/oven.md'],
      found: { files: 1, isMore: false, stories: 1 },
    });
    expect(await look(path.join(home, 'stop.md'))).toMatchObject({ found: { files: 1, stories: 1 } });
    expect(await look('~/Stones')).toMatchObject({ found: { files: 0, stories: 0 } });
    for (const typed of ['~/nothing', 'sto', '', '/dev/null', '~/Stories/notes.txt'])
      expect((await look(typed)).found, typed).toBeNull();
  });

  test('isn’t read story by story where there are hundreds of files', async () => {
    const { handlers } = await drive();
    const folder = path.join(home, 'many');
    await mkdir(folder);
    await Promise.all(
      Array.from({ length: 501 }, (_, index) => writeFile(path.join(folder, `${index}.md`), index < 70 ? oven : '')),
    );
    expect((await handlers.lookAtPath({ path: folder })).found).toEqual({ files: 500, isMore: true, stories: null });
  });
});
