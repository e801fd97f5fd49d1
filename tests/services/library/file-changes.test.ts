import { appendFile, copyFile, cp, mkdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Library } from '../../../src/core/stories/model.ts';
import { rescanEveryMs } from '../../../src/services/library/library.ts';
import { changes } from '../../sizes.ts';
import { addFiles, driveLibrary, folderWith } from '../library-driver.ts';
import { storyText } from '../story-texts.ts';

/*
 * Each way in which programs change story files, again and again. How soon a change is on screen is measured where a
 * person sees it: tests/e2e/prompter-switching.test.ts.
 */

vi.setConfig({ testTimeout: 30_000 + changes * 5000 });

const beta = storyText('Beta', ['Three']);
const textOf = (round: number): string => storyText('Alpha', [`Round ${round}`]);

const titles = (library: Library): string[] => library.stories.map(({ title }) => title);
const shows = (round: number) => (library: Library) =>
  library.stories.some(({ outline }) => outline.sections[0]?.items[0]?.text === `Round ${round}`);

/** Saves a file; some leave it without a text for a moment. */
const saves: Record<string, (file: string, text: string) => Promise<unknown>> = {
  'written in place': (file, text) => writeFile(file, text),
  'emptied, then written': async (file, text) => {
    await truncate(file);
    await wait(60);
    await appendFile(file, text);
  },
  'written beside and renamed over': async (file, text) => {
    await writeFile(`${file}.tmp`, text);
    await rename(`${file}.tmp`, file);
  },
  'renamed away, then written again': async (file, text) => {
    await rename(file, `${file}~`);
    await wait(60);
    await writeFile(file, text);
    await rm(`${file}~`);
  },
  'copied as a backup, then written in place': async (file, text) => {
    await copyFile(file, `${file}~`);
    await writeFile(file, text);
  },
  'deleted, then written again': async (file, text) => {
    await rm(file);
    await wait(60);
    await writeFile(file, text);
  },
  'moved in from another folder': async (file, text) => {
    const written = path.join(path.dirname(path.dirname(file)), 'elsewhere.md');
    await writeFile(written, text);
    await rename(written, file);
  },
};

test.each(Object.entries(saves))('a file %s is there, and never gone in between', async (_way, save) => {
  const folder = await folderWith({ 'stories/a.md': textOf(0), 'stories/b.md': beta });
  const driven = await driveLibrary([path.join(folder, 'stories')]);
  for (let round = 1; round <= changes; round += 1) {
    await save(path.join(folder, 'stories', 'a.md'), textOf(round));
    await driven.until(shows(round));
  }
  for (const { library } of driven.changes) expect(titles(library)).toEqual(['Alpha', 'Beta']);
});

/** Changes the folder that has the file. */
const moves: Record<string, (folder: string, text: string) => Promise<unknown>> = {
  'deleted and made again': async (folder, text) => {
    await rm(folder, { recursive: true });
    await mkdir(folder);
    await writeFile(path.join(folder, 'a.md'), text);
  },
  'renamed, changed and renamed back': async (folder, text) => {
    await rename(folder, `${folder}-2`);
    await writeFile(path.join(`${folder}-2`, 'a.md'), text);
    await rename(`${folder}-2`, folder);
  },
  'replaced by a changed copy': async (folder, text) => {
    await cp(folder, `${folder}-2`, { recursive: true });
    await writeFile(path.join(`${folder}-2`, 'a.md'), text);
    await rm(folder, { recursive: true });
    await rename(`${folder}-2`, folder);
  },
};

test.each(
  Object.entries(moves).flatMap(([way, move]) =>
    ['stories/deep', 'stories'].map((moved) => [moved, way, move] as const),
  ),
)('a folder (%s) %s has its story', async (moved, _way, move) => {
  const folder = await folderWith({ 'stories/b.md': beta, [path.join(moved, 'a.md')]: textOf(0) });
  const driven = await driveLibrary([path.join(folder, 'stories')]);
  for (let round = 1; round <= changes; round += 1) {
    await move(path.join(folder, moved), textOf(round));
    await driven.until(shows(round));
  }
});

test('a folder that was replaced without a report has its story at the next look, and from then on at once', async () => {
  const disk = await folderWith({ 'stories/a.md': textOf(0) });
  const driven = await driveLibrary([path.join(disk, 'stories')]);
  await rename(disk, `${disk}-before`);
  onTestFinished(() => rm(`${disk}-before`, { recursive: true }));
  await addFiles(disk, { 'stories/a.md': textOf(1) });
  driven.clock.pass(rescanEveryMs);
  await driven.until(shows(1));
  // Again while nothing is being read: then what is written next can only be seen as it happens.
  await driven.rescan();
  await writeFile(path.join(disk, 'stories', 'a.md'), textOf(2));
  await driven.until(shows(2));
});

test('a file that is a link shows what is saved in its target, and another target', async () => {
  const folder = await folderWith({ 'b.md': beta, 'real.txt': textOf(0) });
  const link = path.join(folder, 'a.md');
  await symlink(path.join(folder, 'real.txt'), link);
  const driven = await driveLibrary([folder]);
  expect(titles(driven.library())).toEqual(['Alpha', 'Beta']);
  let target = path.join(folder, 'real.txt');
  for (let round = 1; round <= changes * 3; round += 1) {
    if (round % 3 === 0) {
      target = path.join(folder, `real-${round}.txt`);
      await writeFile(target, textOf(round));
      await symlink(target, `${link}.new`);
      await rename(`${link}.new`, link);
    } else
      await saves[round % 3 === 1 ? 'written in place' : 'written beside and renamed over']?.(target, textOf(round));
    await driven.until(shows(round));
    // By now the new target is watched, as it is a moment after it was linked.
    if (round % 3 === 0) await driven.rescan();
  }
});

test('a folder that is a link shows what is saved in its target, and another target at the next look', async () => {
  const link = path.join(await folderWith({}), 'stories');
  let target = await folderWith({ 'a.md': textOf(0) });
  await symlink(target, link);
  const driven = await driveLibrary([link]);
  expect(driven.library().files).toEqual([path.join(link, 'a.md')]);
  for (let round = 1; round <= changes * 2; round += 1) {
    if (round % 2 === 1) await writeFile(path.join(target, 'a.md'), textOf(round));
    else {
      target = await folderWith({ 'a.md': textOf(round) });
      await rm(link);
      await symlink(target, link);
      driven.clock.pass(rescanEveryMs);
    }
    await driven.until(shows(round));
  }
});
