import { renameSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createJoiner, forEachConcurrent, setUpLibraryFiles } from '../../../src/services/library/library-files.ts';
import { storyLimits } from '../../../src/services/library/story-listing.ts';
import { sharedParser } from '../shared-parser.ts';
import { storyText } from '../story-texts.ts';

test('does everything, started in order, never more than the limit at a time', async () => {
  const started: number[] = [];
  let [running, most] = [0, 0];
  await forEachConcurrent([...Array(50).keys()], 7, async (item) => {
    started.push(item);
    running += 1;
    most = Math.max(most, running);
    await nextTurn();
    running -= 1;
  });
  expect(started).toEqual([...Array(50).keys()]);
  expect([running, most]).toEqual([0, 7]);
});

test('without items it is done immediately', async () => {
  await forEachConcurrent([], 7, () => Promise.reject(new Error('never asked')));
});

test('rejects with what failed', async () => {
  await expect(forEachConcurrent([1, 2], 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});

describe('a file that goes after its folder was listed', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'offbook-files-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** The titles after a scan during which something happens, and after the next. */
  async function scannedWhile(happens: (root: string) => void): Promise<{ allThere: boolean; titles: string[] }[]> {
    const root = path.join(folder, 'stick');
    await mkdir(root);
    await writeFile(path.join(root, 's.md'), storyText('Stick', ['One', 'Two']));
    let questions = 0;
    let when: number | null = null;
    const files = setUpLibraryFiles([root], sharedParser, {
      limits: storyLimits,
      closed: () => {
        questions += 1;
        if (questions === when) happens(root);
        return false;
      },
      nowMs: () => 0,
      isCalm: () => true,
      join: createJoiner(),
      known: [],
    });
    const titles = (): string[] => files.join([]).stories.map(({ title }) => title);
    await files.scan(false);
    expect(titles()).toEqual(['Stick']);
    // A scan ends with three of these questions: once a folder is listed, before its file is read, and at the end.
    when = 2 * questions - 2;
    const first = { allThere: await files.scan(false), titles: titles() };
    return [first, { allThere: await files.scan(false), titles: titles() }];
  }

  test('stays if the folder went with it', async () => {
    const [during, after] = await scannedWhile((root) => renameSync(root, `${root}-away`));
    expect(during).toEqual({ allThere: false, titles: ['Stick'] });
    expect(after).toEqual({ allThere: true, titles: ['Stick'] });
  });

  test('goes with the next scan if somebody deleted it', async () => {
    const [during, after] = await scannedWhile((root) => rmSync(path.join(root, 's.md')));
    expect(during).toEqual({ allThere: false, titles: ['Stick'] });
    expect(after).toEqual({ allThere: true, titles: [] });
  });
});
