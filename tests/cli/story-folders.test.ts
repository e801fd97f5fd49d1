import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { lastFolders } from '../../src/cli/story-folders.ts';

let home: string;
let remarks: string[];

beforeEach(async () => {
  home = await realpath(await mkdtemp(path.join(tmpdir(), 'offbook-folders-')));
  remarks = [];
  onTestFinished(() => rm(home, { recursive: true }));
});

function folders(): Promise<string[]> {
  return lastFolders(home, '/samples', (text) => remarks.push(text));
}

test('the folders that were opened last', async () => {
  await writeFile(path.join(home, 'settings.json'), JSON.stringify({ folders: ['/mine', '/more'] }));
  expect(await folders()).toEqual(['/mine', '/more']);
});

test.each([
  ['no settings', null],
  ['no folder in the settings', '{}'],
  ['an empty list', '{"folders":[]}'],
])('%s: the samples, without a word', async (_what, settings) => {
  if (settings !== null) await writeFile(path.join(home, 'settings.json'), settings);
  expect(await folders()).toEqual(['/samples']);
  expect(remarks).toEqual([]);
});

test('broken settings: the samples, with a sentence that names the file', async () => {
  await writeFile(path.join(home, 'settings.json'), '{"folders":["/mi');
  expect(await folders()).toEqual(['/samples']);
  expect(remarks).toEqual([expect.stringContaining(path.join(home, 'settings.json'))]);
});

test('a directory where the settings should be: the samples, with a sentence', async () => {
  await mkdir(path.join(home, 'settings.json'));
  expect(await folders()).toEqual(['/samples']);
  expect(remarks).toHaveLength(1);
});
