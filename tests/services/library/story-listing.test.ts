import path from 'node:path';
import { expect, test } from 'vitest';
import { listStoryFiles, storyLimits } from '../../../src/services/library/story-listing.ts';
import { folderWith } from '../library-driver.ts';

async function manyFiles(): Promise<string> {
  const names = Array.from({ length: 30 }, (_, index) => path.join(`group ${index % 5}`, `${index}.md`));
  return folderWith(Object.fromEntries([...names.map((name) => [name, '# A']), ['notes.txt', 'x']]));
}

test('what is within the limits is listed', async () => {
  const listing = await listStoryFiles(await manyFiles(), { limits: { files: 30, entries: 36 } });
  expect(listing).toMatchObject({ problems: [], tooLarge: false });
  expect(listing.files).toHaveLength(30);
});

test.each([
  { files: 29, entries: 36 },
  { files: 30, entries: 35 },
])('a folder with more than %o is named, and nothing in it is read', async (limits) => {
  const folder = await manyFiles();
  const { files, problems, tooLarge } = await listStoryFiles(folder, { limits });
  expect({ files, tooLarge }).toEqual({ files: [], tooLarge: true });
  expect(problems).toMatchObject([{ file: folder, severity: 'error', code: 'too-many-files' }]);
  expect(problems[0]?.message).toContain(`${folder} has more than ${limits.files} story files`);
  expect(problems[0]?.message).toContain('Choose a smaller folder');
});

test('a list that nobody waits for any more ends where it is', async () => {
  let asked = 0;
  const closed = (): boolean => (asked += 1) > 10;
  const { files } = await listStoryFiles(await manyFiles(), { closed });
  expect(files.length).toBeLessThan(12);
  expect(asked).toBeLessThan(20);
});

test('figures are written as people read them', async () => {
  expect(storyLimits).toEqual({ files: 20_000, entries: 200_000 });
  const { problems } = await listStoryFiles(await manyFiles(), { limits: { files: 1, entries: 200_000 } });
  expect(problems[0]?.message).toContain('200,000');
});
