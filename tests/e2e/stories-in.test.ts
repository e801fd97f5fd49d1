import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { libraryOf, openLibrary } from '../pages/library-page.ts';
import { begun, expectAccessible, openPrompter, prompterOf } from '../pages/prompter-page.ts';
import { openSettings } from '../pages/settings-page.ts';
import { storiesDialogOf } from '../pages/stories-dialog.ts';
import { bakeryDocx } from '../services/library/docx-files.ts';
import { bakery, oven } from '../stories/library-stories.ts';
import { kiln } from '../stories/prompter-stories.ts';
import { expect, test } from './offbook.ts';

let own = '';
const homeBefore = process.env['HOME'];
test.beforeEach(async ({ folder }) => {
  own = path.join(folder, 'person');
  await mkdir(own);
  process.env['HOME'] = own;
});
test.afterEach(() => {
  process.env['HOME'] = homeBefore;
});

/** Drops files on the page as somebody does from their desktop. */
async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(given)) dataTransfer.items.add(new File([text], name));
    const event = { dataTransfer, bubbles: true, cancelable: true };
    const target = document.querySelector('main') ?? document.body;
    target.dispatchEvent(new DragEvent('dragover', event));
    if (document.documentElement.dataset['dropping'] !== 'true') throw new Error('Nothing can be dropped here.');
    target.dispatchEvent(new DragEvent('drop', event));
  }, files);
}

/** Pastes as Ctrl+V does, where no field has the focus. */
async function paste(page: Page, kinds: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [kind, text] of Object.entries(given)) clipboardData.setData(kind, text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, kinds);
}

test('with a new home, a Word document is on the prompter by mouse alone', async ({ page, startOffbook }) => {
  await openPrompter(page, await startOffbook({ stories: null }));
  const { main, title } = prompterOf(page);
  const steps = main.getByRole('region', { name: 'First steps' });
  await expect(steps.getByRole('listitem').first()).toHaveText('Space starts: the outline scrolls and the clock runs.');
  await expectAccessible(page);
  await steps.getByRole('button', { name: 'Use my stories' }).click();
  const { dialog, button } = storiesDialogOf(page);
  await expectAccessible(page);
  const chooser = page.waitForEvent('filechooser');
  await button('Choose files…').click();
  const document = { name: 'Bakery.docx', mimeType: '', buffer: bakeryDocx };
  await (await chooser).setFiles([document, { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('x') }]);
  await expect(dialog.getByRole('region', { name: 'Bakery' })).toContainText('2 stories in 2 groups');
  await expect(dialog).toContainText('Curiosity · The starter that died');
  await expect(dialog).toContainText('me.png isn’t a story file.');
  await expectAccessible(page);
  expect(await readdir(own)).toEqual([]);
  await button('Save').click();
  const file = path.join(own, 'Offbook stories', 'Bakery.md');
  await expect(main.getByRole('status').filter({ hasText: `Saved as ${file}. 2 stories in 2 groups` })).toBeVisible();
  await expect(title).toContainText('The oven that smoked');
  expect(await readFile(file, 'utf8')).toContain('**Task:** Bake 400 loaves by six.');
  await main.getByRole('button', { name: 'Library', exact: true }).click();
  await expect(libraryOf(page).selected).toContainText('The oven that smoked');
});

test('with a new home, a folder is on the prompter by keyboard alone, its path completed', async ({
  page,
  startOffbook,
}) => {
  await mkdir(path.join(own, 'My stories'));
  await writeFile(path.join(own, 'My stories', 'kiln.md'), kiln);
  await openPrompter(page, await startOffbook({ stories: null }));
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  for (let tabs = 0; tabs < 20 && (await focused()) !== 'Use my stories'; tabs += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const { path: field, status, dialog } = storiesDialogOf(page);
  await expect(field).toBeFocused();
  await page.keyboard.type('~/nothing');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('nothing can’t be opened')).toBeVisible();
  for (let letters = 0; letters < 7; letters += 1) await page.keyboard.press('Backspace');
  await expect(dialog.getByText('nothing can’t be opened')).toHaveCount(0);
  await page.keyboard.type('my');
  await expect(dialog.locator('option')).toHaveText(['~/My stories/']);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('My stories');
  await expect(status.filter({ hasText: '1 file, 1 story' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  const { title, main } = prompterOf(page);
  await expect(title).toHaveText('Ownership · The kiln that ran cold');
  await expect(main.getByRole('status').filter({ hasText: '1 story in 1 group' })).toBeVisible();
  expect(await readdir(own)).toEqual(['My stories']);
});

test('files dropped and text pasted are taken in every view, and never while the clock runs', async ({
  page,
  startOffbook,
}) => {
  const offbook = await startOffbook({ stories: bakery });
  await openLibrary(page, offbook);
  const inputs = storiesDialogOf(page);
  const { dialog, button } = inputs;
  await drop(page, { 'a-oven.md': oven.replace('The oven that smoked', 'The oven that rang') });
  await expect(dialog.getByRole('region', { name: 'a-oven' })).toContainText('1 story in 1 group');
  // The dialog has the focus on what saves it.
  await expect(button('Save')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(libraryOf(page).story('The oven that rang')).toBeVisible();
  expect(await readFile(path.join(offbook.storiesDir, 'a-oven.md'), 'utf8')).toBe(oven);
  expect(await readdir(offbook.storiesDir)).toContain('a-oven 2.md');

  // A whole folder, of which a browser gives copies, too.
  const other = path.join(own, 'other');
  await mkdir(path.join(other, '.git'), { recursive: true });
  for (const name of ['kiln.md', 'notes.txt', '.git/hidden.md']) await writeFile(path.join(other, name), kiln);
  await libraryOf(page)
    .button(/^Folders/)
    .click();
  await inputs.folder.setInputFiles(other);
  await expect(dialog.getByRole('region')).toHaveCount(1);
  await expect(dialog.getByRole('region', { name: 'kiln' })).toContainText('1 story in 1 group');
  await button('Cancel').click();

  await openSettings(page, offbook);
  const html = '<h2>The late <b style="font-weight:400">van</b></h2><p>S: It was late.</p><script>alert(1)</script>';
  await paste(page, { 'text/html': html, 'text/plain': 'The late van\nS: It was late.' });
  await expect(dialog).toContainText('The late van');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(await readdir(offbook.storiesDir)).not.toContain('The late van.md');

  await openPrompter(page, offbook);
  await paste(page, { 'text/plain': '## Typed\n\nS: It was typed.' });
  await expect(dialog).toContainText('1 story');
  await button('Cancel').click();
  await page.keyboard.press('Space');
  await expect(prompterOf(page).timer).toHaveText(begun);
  await paste(page, { 'text/plain': '## Typed\n\nS: It was typed.' });
  await expect(prompterOf(page).main.getByRole('alert')).toContainText('The clock is running.');
  await expect(dialog).toHaveCount(0);
});
