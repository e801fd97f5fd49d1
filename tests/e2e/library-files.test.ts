import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { libraryOf, openLibrary } from '../pages/library-page.ts';
import { storiesDialogOf } from '../pages/stories-dialog.ts';
import { aboutMe, bakery, oven, sourdough } from '../stories/library-stories.ts';
import { expect, test } from './offbook.ts';
import { kiln } from '../stories/prompter-stories.ts';

test.beforeEach(async ({ page }) => page.setViewportSize({ width: 1120, height: 400 }));

test('when a file is saved, the page changes but keeps its story, its tab and its place', async ({
  page,
  startOffbook,
}) => {
  const offbook = await startOffbook({ stories: bakery });
  await openLibrary(page, offbook);
  const { tab, content, page: story, selected } = libraryOf(page);
  await tab('Full answer').click();
  await story.evaluate((element) => element.scrollTo(0, 260));
  const before = await story.evaluate((element) => element.scrollTop);
  expect(before).toBeGreaterThan(100);
  await offbook.write('a-oven.md', oven.replace('I rang the sweep.', 'I rang the sweep at noon.'));
  await expect(content).toContainText('I rang the sweep at noon.');
  await expect(tab('Full answer')).toHaveAttribute('aria-selected', 'true');
  expect(await story.evaluate((element) => element.scrollTop)).toBe(before);

  // A rewritten heading gives another id, but to its author it is the same story.
  await offbook.write('a-oven.md', oven.replace('The oven that smoked', 'The oven that smoked on Fridays'));
  await expect(selected).toContainText('The oven that smoked on Fridays');
  expect(await story.evaluate((element) => element.scrollTop)).toBe(before);
});

test('the list keeps its place when another file is saved', async ({ page, startOffbook }) => {
  const many = Array.from({ length: 40 }, (_, index) => [
    `m-${String(index).padStart(2, '0')}.md`,
    sourdough.replace('The starter that died', `The starter number ${index}`),
  ]);
  const offbook = await startOffbook({ stories: Object.fromEntries(many) });
  await openLibrary(page, offbook);
  const { tree, story, selected } = libraryOf(page);
  await story('The starter number 30').click();
  await expect(selected).toContainText('number 30');
  const list = tree.locator('..');
  const place = () => list.evaluate((element) => Math.round(element.scrollTop));
  const before = await place();
  expect(before).toBeGreaterThan(300);
  await offbook.write('m-35.md', sourdough.replace('The starter that died', 'The starter again'));
  await expect(story('The starter again')).toHaveCount(1);
  await expect(selected).toContainText('number 30');
  expect(await place()).toBe(before);
});

test('when a story is deleted, the one after it is shown', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories: bakery });
  await openLibrary(page, offbook);
  await rm(path.join(offbook.storiesDir, 'a-oven.md'));
  await expect(libraryOf(page).heading).toHaveText('Tell me about a failure.');
});

test('folders are added and removed; a wrong path says why and stays, so that it can be fixed', async ({
  page,
  startOffbook,
}) => {
  const offbook = await startOffbook({ stories: { 'c-about.md': aboutMe } });
  const other = path.join(offbook.home, 'other stories');
  await mkdir(other, { recursive: true });
  await writeFile(path.join(other, 'kiln.md'), kiln);
  await openLibrary(page, offbook);
  const { heading, button, story } = libraryOf(page);
  await button(/^Folders/).click();
  const { dialog: sheet, path: field, alert } = storiesDialogOf(page);
  await expect(field).toBeFocused();
  await field.fill(`${other}-nowhere`);
  await page.keyboard.press('Enter');
  await expect(alert.filter({ hasText: 'nowhere' })).toBeVisible();
  await expect(field).toHaveValue(`${other}-nowhere`);
  await field.fill(other);
  await page.keyboard.press('Enter');
  await expect(sheet).toHaveCount(0);
  await expect(heading).toContainText('outside your area');
  await expect(story('About me')).toHaveCount(1);

  await button(/^Folders/).click();
  await sheet.getByRole('button', { name: `Remove ${offbook.storiesDir}` }).click();
  await expect(sheet.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(story('About me')).toHaveCount(0);
  await expect(heading).toContainText('outside your area');
});

test('without a story the page says why and how to fix it', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories: { 'empty.md': '' } });
  await page.goto(offbook.address.replace('/#', '/?view=library#'));
  const { main, heading } = libraryOf(page);
  await expect(main.getByRole('button', { name: 'Use my stories' })).toBeVisible();
  await main.getByRole('button', { name: 'Use my stories' }).click();
  await expect(storiesDialogOf(page).dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await offbook.write('now.md', oven);
  await expect(heading).toContainText('fixed');
});

test('the editor opens the file at the story’s line, and at a problem’s', async ({ page, startOffbook }) => {
  const home = await mkdtemp(path.join(tmpdir(), 'offbook-editor-'));
  const said = path.join(home, 'said.txt');
  const editor = path.join(home, 'editor.mjs');
  await writeFile(
    editor,
    `import { appendFileSync } from 'node:fs';
appendFileSync(${JSON.stringify(said)}, process.argv.slice(2).join(' ') + ';');`,
  );
  const template = `"${process.execPath}" "${editor}" {file} {line}`;
  await writeFile(path.join(home, 'settings.json'), JSON.stringify({ version: 1, editor: template }));
  const offbook = await startOffbook({ stories: bakery, home });
  await openLibrary(page, offbook);
  const { story, heading, button, problems } = libraryOf(page);
  await story('The starter that died').click();
  await expect(heading).toHaveText('Tell me about a failure.');
  const opened = async () => (await readFile(said, 'utf8').catch(() => '')).split(';').filter(Boolean);
  const file = path.join(offbook.storiesDir, 'b-starter.md');
  await button('Open in editor').click();
  await expect.poll(opened).toEqual([`${file} 2`]);
  await problems.getByRole('button', { name: 'Line 2' }).first().click();
  await expect.poll(opened).toEqual([`${file} 2`, `${file} 2`]);
  await rm(home, { recursive: true });
});
