import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from './offbook.ts';
import { expectAccessible, openPrompter, prompterOf } from '../pages/prompter-page.ts';
import { storiesDialogOf } from '../pages/stories-dialog.ts';
import { glaze, kiln } from '../stories/prompter-stories.ts';

test('samples are labelled as samples, and a folder can be typed', async ({ page, startOffbook }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'offbook-own-'));
  await writeFile(path.join(folder, 'kiln.md'), kiln);
  await openPrompter(page, await startOffbook({ stories: null }));
  const { main, title, button } = prompterOf(page);
  await expect(main.getByRole('status')).toContainText('sample stories');
  await button('Use my stories').click();
  const { path: field, alert } = storiesDialogOf(page);
  await expect(field).toBeFocused();
  await field.fill(path.join(folder, 'nowhere'));
  await page.keyboard.press('Enter');
  await expect(alert.filter({ hasText: 'nowhere' })).toBeVisible();
  await expect(field).toHaveValue(path.join(folder, 'nowhere'));
  await expectAccessible(page);
  await field.fill(folder);
  await page.keyboard.press('Enter');
  await expect(title).toHaveText('Ownership · The kiln that ran cold');
  await expect(field).toHaveCount(0);
  await expect(main.getByText('sample stories')).toHaveCount(0);
  await rm(folder, { recursive: true });
});

test('the message about samples can be dismissed, and Escape closes the dialog for others', async ({
  page,
  startOffbook,
}) => {
  await openPrompter(page, await startOffbook({ stories: null }));
  const { main, button } = prompterOf(page);
  await button('Use my stories').press('Enter');
  const { dialog } = storiesDialogOf(page);
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button('Use my stories')).toBeFocused();
  await button('Dismiss').click();
  await expect(main.getByText('sample stories')).toHaveCount(0);
});

test('an empty folder is named, and its first story appears as soon as it is there', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories: {} });
  await offbook.open(page);
  const { main, title, button } = prompterOf(page);
  await expect(main.getByRole('status').filter({ hasText: offbook.storiesDir })).toBeVisible();
  await expect(button('Use my stories').first()).toBeVisible();
  // Before the story is there: the program may see it first, and then the button goes.
  await button('Check again').click();
  await offbook.write('kiln.md', kiln);
  await expect(title).toContainText('The kiln that ran cold');
});

test('a missing folder is reported with a way to fix it', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories: { 'kiln.md': kiln } });
  const away = `${offbook.storiesDir}-away`;
  await offbook.stop();
  await rename(offbook.storiesDir, away);
  const again = await startOffbook({ stories: null, home: offbook.home });
  await again.open(page);
  const { main, button, title } = prompterOf(page);
  await expect(main.getByRole('alert').filter({ hasText: offbook.storiesDir })).toBeVisible();
  await button('Check again').click();
  await rename(away, offbook.storiesDir);
  await expect(title).toContainText('The kiln that ran cold');
});

test('a broken file is reported by name, and the other stories stay', async ({ page, startOffbook }) => {
  const stories = { 'a-kiln.md': kiln, 'b-broken.md': new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0x00]) };
  await openPrompter(page, await startOffbook({ stories }));
  const { main, title, button } = prompterOf(page);
  await expect(title).toContainText('The kiln that ran cold');
  await expect(main.getByRole('alert')).toContainText('b-broken.md');
  await button('Show').click();
  const panel = main.getByRole('dialog', { name: 'Problems' });
  await expect(panel).toContainText('b-broken.md');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await button('Dismiss').click();
  await expect(main.getByText('b-broken.md')).toHaveCount(0);
});

test('with broken files only, the first is named, with what to do', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories: { 'a.md': new Uint8Array([0xff, 0xfe, 0x41, 0x00]) } });
  await offbook.open(page);
  const { main, title } = prompterOf(page);
  await expect(main.getByRole('alert')).toContainText('a.md');
  await offbook.write('a.md', glaze);
  await expect(title).toContainText('glaze recipe');
});

test('a page gets in by the address, shows messages, and keeps its story without the program', async ({
  page,
  startOffbook,
}) => {
  const offbook = await startOffbook({ stories: { 'kiln.md': kiln } });

  await test.step('a page without the token says where to get it, and shows no story', async () => {
    const { main, title } = prompterOf(page);
    const story = page.getByText('The kiln that ran cold');
    await page.goto(new URL('/', offbook.address).href);
    await expect(main.getByRole('alert')).toContainText('Open the address that Offbook printed');
    await expect(story).toHaveCount(0);
    await page.goto(new URL('/#token=wrong', offbook.address).href);
    await page.reload();
    await expect(main.getByRole('alert')).toContainText('Open the address that Offbook printed');
    await expect(story).toHaveCount(0);
    await expectAccessible(page);
    // The right address in the same tab changes only the fragment.
    await page.goto(offbook.address);
    await expect(title).toContainText('The kiln that ran cold');
    expect(new URL(page.url()).hash).toBe('');
  });
  await test.step('messages cover part of the outline and don’t move it', async () => {
    await page.setViewportSize({ width: 460, height: 260 });
    const { main, current, button } = prompterOf(page);
    const before = await current.boundingBox();
    await page.keyboard.press('m');
    await expect(main.getByRole('status')).toContainText('Auto-scroll is off');
    expect(await current.boundingBox()).toEqual(before);
    await button('Dismiss').click();
    await expect(main.getByText('Auto-scroll is off')).toHaveCount(0);
  });
  await test.step('the page says when the program has quit, and still shows the story', async () => {
    const { main, title, button } = prompterOf(page);
    await offbook.stop();
    await expect(main.getByRole('alert')).toContainText('Lost connection. The prompter still works');
    await expect(title).toContainText('The kiln that ran cold');
    await button('Dismiss').click();
    await expect(main.getByRole('alert')).toHaveCount(0);
  });
});

test('a very long word, right-to-left text and markup are shown as they are', async ({ page, startOffbook }) => {
  await page.setViewportSize({ width: 460, height: 260 });
  const long = 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle';
  const text = `# Group\n## Title\n> S:\n> * ${long}\n> * סיפור על תנור קר\n> * 1 < 2 && <script>alert(1)</script>\n`;
  await openPrompter(page, await startOffbook({ stories: { 'odd.md': text } }));
  const { outline, row } = prompterOf(page);
  const width = await outline.evaluate((list) => [list.scrollWidth, list.clientWidth]);
  expect(width[0]).toBe(width[1]);
  // As the story runs, so that the rows stay in line.
  await expect(row('סיפור').locator('.text')).toHaveCSS('direction', 'ltr');
  await expect(row('1 < 2')).toBeVisible();
});
