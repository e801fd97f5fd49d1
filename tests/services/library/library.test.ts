import { appendFile, mkdir, readFile, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { readStoryTexts } from '../../../src/core/stories/library.ts';
import type { Library } from '../../../src/core/stories/model.ts';
import { pollEveryMs } from '../../../src/services/library/library-watch.ts';
import { rescanEveryMs } from '../../../src/services/library/library.ts';
import { addFiles, driveLibrary, folderWith } from '../library-driver.ts';
import { storyText } from '../story-texts.ts';

// Real files, workers and watchers on a computer that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const alpha = storyText('Alpha', ['One', 'Two']);
const beta = storyText('Beta', ['Three']);

const titles = (library: Library): string[] => library.stories.map((story) => story.title);
const has = (title: string) => (library: Library) => titles(library).includes(title);

/** What a full reading of the files makes of them, apart from what shows only across files. */
async function readInFull(files: string[]): Promise<Library> {
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
  const library = readStoryTexts(texts);
  return { ...library, problems: library.problems.filter((problem) => problem.code !== 'duplicate-story') };
}

describe('loading', () => {
  test('reads all story files at any depth in path order, whatever their names', async () => {
    const folder = await folderWith({
      'b/tief/noch tiefer/Größe & Umfang.markdown': beta,
      'a.MD': alpha,
      'b/z.md': storyText('Zeta', ['Z']),
      '.git/hidden.md': alpha,
      'b/node_modules/pkg/readme.md': alpha,
      'notes.txt': alpha,
    });
    const { library, changes } = await driveLibrary([folder]);
    const files = ['a.MD', 'b/tief/noch tiefer/Größe & Umfang.markdown', 'b/z.md'].map((name) =>
      path.join(folder, name),
    );
    expect(library().files).toEqual(files);
    expect(titles(library())).toEqual(['Alpha', 'Beta', 'Zeta']);
    expect(library()).toEqual(await readInFull(files));
    expect(changes).toHaveLength(1);
    expect(changes[0]?.changedIds).toEqual(library().stories.map((story) => story.id));
  });

  test('reads several roots, each file once', async () => {
    const folder = await folderWith({ 'a.md': alpha, 'sub/b.md': beta });
    const { library } = await driveLibrary([path.join(folder, 'sub', 'b.md'), folder]);
    expect(titles(library())).toEqual(['Beta', 'Alpha']);
  });

  test('an empty folder is an empty library', async () => {
    const { library, changes } = await driveLibrary([await folderWith({})]);
    expect(library()).toEqual({ files: [], stories: [], problems: [], asides: [], unplaced: [] });
    expect(changes).toHaveLength(1);
  });
});

describe('a saved file', () => {
  test('written in slow pieces is never shown without the stories that are still to come', async () => {
    const text = alpha + beta + storyText('Gamma', ['G']);
    const folder = await folderWith({ 'a.md': text });
    const driven = await driveLibrary([folder]);
    const file = path.join(folder, 'a.md');
    let longestMs = 0;
    let round = 0;
    // A computer that was too busy to write them in time proves nothing.
    do {
      round += 1;
      longestMs = 0;
      const whole = text + storyText(`Round ${round}`, ['New']);
      const from = driven.changes.length;
      let writtenMs = performance.now();
      await truncate(file);
      for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 5)) {
        await appendFile(file, whole.slice(at, at + Math.ceil(whole.length / 5)));
        longestMs = Math.max(longestMs, performance.now() - writtenMs);
        writtenMs = performance.now();
        await wait(60);
      }
      await driven.until(has(`Round ${round}`));
      const seen = driven.changes.slice(from).map(({ library }) => titles(library).slice(0, 3));
      if (longestMs < 300) for (const shown of seen) expect(shown).toEqual(['Alpha', 'Beta', 'Gamma']);
    } while (longestMs >= 300 && round < 5);
  });

  test('is the only one that is read again', async () => {
    const folder = await folderWith({ 'a.md': alpha, 'b.md': beta, 'c.md': storyText('Gamma', ['G']) });
    const driven = await driveLibrary([folder]);
    driven.parsed();
    await writeFile(path.join(folder, 'b.md'), storyText('Beta', ['Changed']));
    await driven.until(({ stories }) => stories[1]?.outline.sections[0]?.items[0]?.text === 'Changed');
    expect(driven.parsed()).toEqual([path.join(folder, 'b.md')]);
    expect(driven.changes.at(-1)?.changedIds).toEqual([driven.library().stories[1]?.id]);
    expect(driven.library().stories[0]).toBe(driven.changes[0]?.library.stories[0]);
  });

  test('as a single root', async () => {
    const folder = await folderWith({ 'a.md': alpha, 'b.md': beta });
    const driven = await driveLibrary([path.join(folder, 'a.md')]);
    await writeFile(path.join(folder, 'b.md'), storyText('Other', ['X']));
    await writeFile(path.join(folder, 'tmp'), storyText('Changed', ['X']));
    await rename(path.join(folder, 'tmp'), path.join(folder, 'a.md'));
    await driven.until(has('Changed'));
    expect(titles(driven.library())).toEqual(['Changed']);
  });

  test('with the same stories doesn’t count as a change', async () => {
    const folder = await folderWith({ 'a.md': alpha });
    const driven = await driveLibrary([folder]);
    await utimes(path.join(folder, 'a.md'), new Date(), new Date());
    await writeFile(path.join(folder, 'a.md'), alpha);
    await driven.rescan();
    expect(driven.changes).toHaveLength(1);
  });
});

describe('files and folders that come and go', () => {
  test('new, renamed and deleted files', async () => {
    const folder = await folderWith({ 'a.md': alpha });
    const driven = await driveLibrary([folder]);
    await addFiles(folder, { 'new/deep/b.md': beta });
    await driven.until(has('Beta'));
    await rename(path.join(folder, 'a.md'), path.join(folder, 'z.md'));
    await driven.until(({ files }) => files.some((file) => file.endsWith('z.md')) && files.length === 2);
    expect(titles(driven.library())).toEqual(['Beta', 'Alpha']);
    await rm(path.join(folder, 'z.md'));
    await driven.until(({ files }) => files.length === 1);
    await rename(path.join(folder, 'new'), path.join(folder, 'moved'));
    await driven.until(({ files }) => files[0] === path.join(folder, 'moved', 'deep', 'b.md'));
    await writeFile(path.join(folder, 'moved', 'deep', 'b.md'), storyText('Beta two', ['X']));
    await driven.until(has('Beta two'));
    await rm(path.join(folder, 'moved'), { recursive: true });
    await driven.until(({ stories }) => stories.length === 0);
  });

  test('a folder deleted and made again: a problem meanwhile, its stories still there, then read again', async () => {
    const folder = path.join(await folderWith({ 'mine/a.md': alpha, 'mine/b.md': beta }), 'mine');
    const driven = await driveLibrary([folder]);
    await rm(folder, { recursive: true });
    const gone = await driven.until(({ problems }) => problems.some(({ file }) => file === folder));
    expect(titles(gone)).toEqual(['Alpha', 'Beta']);
    const problem = gone.problems.find(({ file }) => file === folder);
    expect(problem).toMatchObject({ line: null, severity: 'error' });
    expect(problem?.message).toContain(folder);
    expect(problem?.message).toContain('Until then, Offbook uses the stories it read before.');

    await addFiles(folder, { 'c.md': storyText('Gamma', ['G']) });
    const back = await driven.until(has('Gamma'));
    expect(titles(back)).toEqual(['Gamma']);
    expect(back.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    await writeFile(path.join(folder, 'c.md'), storyText('Delta', ['D']));
    await driven.until(has('Delta'));
  });

  test('a folder that isn’t there yet is waited for', async () => {
    const folder = path.join(await folderWith({}), 'later', 'stories');
    const driven = await driveLibrary([folder]);
    expect(driven.library().problems).toMatchObject([{ file: folder, severity: 'error' }]);
    await addFiles(folder, { 'a.md': alpha });
    const library = await driven.until(has('Alpha'));
    expect(library.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('a single file that goes keeps its story in use until it is back', async () => {
    const folder = await folderWith({ 'a.md': alpha });
    const file = path.join(folder, 'a.md');
    const driven = await driveLibrary([file]);
    await rm(file);
    const gone = await driven.until(({ problems }) => problems.some(({ severity }) => severity === 'error'));
    expect(titles(gone)).toEqual(['Alpha']);
    await writeFile(file, beta);
    await driven.until(has('Beta'));
  });

  test('changes that the system doesn’t report are found after a minute, or on request', async () => {
    const folder = await folderWith({ 'a.md': alpha });
    const root = path.join(await folderWith({}), 'stories');
    await symlink(folder, root);
    const driven = await driveLibrary([root]);
    const elsewhere = async (text: string) => {
      await rm(root);
      await symlink(await folderWith({ 'a.md': text }), root);
    };
    await elsewhere(storyText('After a minute', ['X']));
    driven.clock.pass(rescanEveryMs);
    await driven.until(has('After a minute'));
    await elsewhere(storyText('When asked', ['X', 'Y']));
    await driven.rescan();
    expect(titles(driven.library())).toEqual(['When asked']);
  });

  test('after closing there are no events and no timers', async () => {
    const folder = await folderWith({ 'a.md': alpha });
    const driven = await driveLibrary([folder]);
    await driven.close();
    await writeFile(path.join(folder, 'a.md'), beta);
    await driven.rescan();
    expect(driven.changes).toHaveLength(1);
    expect(driven.clock.waiting()).toBe(0);
  });
});

describe('a folder beyond the limits', () => {
  const limits = { files: 2, entries: 100 };
  const three = { 'a.md': alpha, 'b.md': beta, 'c.md': storyText('Gamma', ['G']) };

  test('is not read, and is walked again only when somebody asks for it', async () => {
    const folder = await folderWith(three);
    const driven = await driveLibrary([folder], undefined, limits);
    expect(driven.library()).toMatchObject({ stories: [], problems: [{ file: folder, code: 'too-many-files' }] });
    expect(driven.parsed()).toEqual([]);
    await rm(path.join(folder, 'c.md'));
    await driven.rescan();
    expect(titles(driven.library())).toEqual(['Alpha', 'Beta']);
    expect(driven.library().problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('leaves the other folders alone', async () => {
    const [large, small] = [await folderWith(three), await folderWith({ 'd.md': storyText('Delta', ['D']) })];
    const driven = await driveLibrary([large, small], undefined, limits);
    expect(titles(driven.library())).toEqual(['Delta']);
    await addFiles(small, { 'e.md': storyText('Epsilon', ['E']) });
    await driven.until(has('Epsilon'));
  });

  test('that grew so large keeps the stories read before', async () => {
    const folder = await folderWith({ 'a.md': alpha });
    const driven = await driveLibrary([folder], undefined, limits);
    await addFiles(folder, three);
    const library = await driven.until(({ problems }) => problems.some(({ code }) => code === 'too-many-files'));
    expect(titles(library)).toEqual(['Alpha']);
    expect(library.problems[0]?.message).toContain('Until then, Offbook uses the stories it read before.');
  });
});

test('an unreadable folder is checked again soon, even if the system reports nothing', async () => {
  const place = await folderWith({});
  const root = path.join(place, 'link');
  await symlink(path.join(place, 'stick', 'stories'), root);
  const driven = await driveLibrary([root]);
  expect(driven.library().problems).toMatchObject([{ file: root, code: 'unreadable-folder' }]);
  await addFiles(place, { 'stick/stories/a.md': alpha });
  driven.clock.pass(pollEveryMs);
  const library = await driven.until(has('Alpha'));
  expect(library.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  await addFiles(root, { 'b.md': beta });
  await driven.until(has('Beta'));
});

describe('a burst of changes', () => {
  /** The same random numbers in every run (Park and Miller's generator). */
  function randomFrom(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
  }

  test.each([1, 2, 3, 4])('number %i ends with the same result as a full reading', async (seed) => {
    const random = randomFrom(seed);
    const names = ['s.md', 'a/s.md', 'a/t.md', 'b/deep/s.markdown', 'ä ö/s.md'];
    const folder = await folderWith({ 'keep.md': alpha });
    const texts = new Map([['keep.md', alpha]]);
    const driven = await driveLibrary([folder]);
    for (let step = 0; step < 40; step += 1) {
      const [from = '', to = ''] = [names[random(names.length)], names[random(names.length)]];
      const text = storyText(`Story ${random(3)}`, [`Bullet ${step}`]);
      const there = texts.get(from);
      const kind = random(4);
      if (kind === 0 && there !== undefined) {
        await rm(path.join(folder, from));
        texts.delete(from);
      } else if (kind === 1 && there !== undefined && from !== to) {
        await mkdir(path.dirname(path.join(folder, to)), { recursive: true });
        await rename(path.join(folder, from), path.join(folder, to));
        texts.delete(from);
        texts.set(to, there);
      } else {
        await addFiles(folder, { [from]: text });
        texts.set(from, text);
      }
      if (random(5) === 0) await wait(random(80));
    }
    const files = [...texts.keys()].sort((a, b) => (a.replaceAll('/', '\0') < b.replaceAll('/', '\0') ? -1 : 1));
    const wanted = readStoryTexts(
      files.map((name) => ({ file: path.join(folder, name), text: texts.get(name) ?? '' })),
    );
    // Ids stay as they were given on the way; a fresh start gives those of a full reading.
    const textOf = ({ stories }: Library): string => JSON.stringify(stories.map((story) => ({ ...story, id: '' })));
    // Both: a file that was read while it was still empty has no story, so its end isn't seen in the stories.
    const filesOf = (now: Library): string => now.files.join('\n');
    const library = await driven.until((now) => textOf(now) === textOf(wanted) && filesOf(now) === filesOf(wanted));
    expect(new Set(library.stories.map(({ id }) => id)).size).toBe(library.stories.length);
    expect((await driveLibrary([folder])).library().stories).toEqual(wanted.stories);
  });
});

describe('ids', () => {
  test('duplicates in several files keep theirs, whatever comes and goes; the next start gives those of a full reading', async () => {
    const folder = await folderWith({ 'b/s.md': alpha, 'c/s.md': alpha, 'd/s.md': alpha });
    const driven = await driveLibrary([folder]);
    expect(driven.library()).toEqual(await readInFull(driven.library().files));
    const steps: (() => Promise<unknown>)[] = [
      () => addFiles(folder, { 'a/s.md': alpha, 's.md': alpha }),
      () => writeFile(path.join(folder, 'c', 's.md'), storyText('Else', ['X'])),
      () => rm(path.join(folder, 'b'), { recursive: true }),
      () => writeFile(path.join(folder, 'c', 's.md'), alpha + alpha),
      () => mkdir(path.join(folder, 'e')),
      () => rename(path.join(folder, 'd', 's.md'), path.join(folder, 'e', 's.md')),
    ];
    for (const step of steps) {
      const before = new Map(driven.library().stories.map(({ file, title, line, id }) => [file + title + line, id]));
      await step();
      await driven.rescan();
      const library = driven.library();
      for (const { file, title, line, id } of library.stories) expect(before.get(file + title + line) ?? id).toBe(id);
      expect(new Set(library.stories.map(({ id }) => id)).size).toBe(library.stories.length);
    }
    const files = driven.library().files.map((file) => path.relative(folder, file));
    expect(files).toEqual(['a/s.md', 'c/s.md', 'e/s.md', 's.md']);
    const again = await driveLibrary([folder]);
    expect(again.library()).toEqual(await readInFull(again.library().files));
    expect(again.library().stories.at(-1)?.id).toBe('s-ownership-alpha');
  });

  test('changed ids name new, changed and removed stories', async () => {
    const folder = await folderWith({ 'a.md': alpha, 'b.md': beta, 'c.md': storyText('Gamma', ['G']) });
    const driven = await driveLibrary([folder]);
    const [one, two, three] = driven.library().stories.map(({ id }) => id);
    await writeFile(path.join(folder, 'a.md'), storyText('Alpha', ['Different']));
    await rm(path.join(folder, 'b.md'));
    await addFiles(folder, { 'd.md': storyText('Delta', ['D']) });
    await driven.until((library) => has('Delta')(library) && !has('Beta')(library));
    const ids = new Set(driven.changes.slice(1).flatMap((change) => change.changedIds));
    expect(ids).toEqual(new Set([one, two, driven.library().stories.at(-1)?.id]));
    expect(ids).not.toContain(three);
  });
});
