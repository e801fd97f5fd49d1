import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { libraryOf, openLibrary } from '../pages/library-page.ts';
import { goTo, navigationOf } from '../pages/navigation.ts';
import { openPrompter, prompterOf } from '../pages/prompter-page.ts';
import { rehearsalOf } from '../pages/rehearsal-page.ts';
import { bakery } from '../stories/library-stories.ts';
import { expect, test } from './offbook.ts';

test('every view has the same bar at its top, with itself marked; Escape goes back', async ({ page, startOffbook }) => {
  await openPrompter(page, await startOffbook({ stories: bakery }));
  const { bar, current } = navigationOf(page);
  const names = ['Prompter', 'Library', 'Rehearse', 'Progress', 'Settings'];
  const place = await bar.boundingBox();
  for (const name of names) {
    await goTo(page, name);
    await expect(current).toHaveText(name);
    await expect(bar.getByRole('button')).toHaveText([...names, 'Keys']);
    expect(await bar.boundingBox()).toEqual(place);
  }
  // From the settings to where one came from, and from there to the prompter.
  await expect(page.locator('.settings-rows')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(current).toHaveText('Progress');
  await expect(page.getByRole('region', { name: 'Your rehearsals' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(current).toHaveText('Prompter');
  await page.keyboard.press('Escape');
  await expect(current).toHaveText('Prompter');

  // In a small window one button has them.
  await page.setViewportSize({ width: 460, height: 260 });
  await expect(bar).toBeHidden();
  const { main, button } = prompterOf(page);
  await main.hover();
  await button('More controls').click();
  await main.getByRole('button', { name: 'Progress', exact: true }).click();
  await expect(page.getByRole('main', { name: 'Progress' })).toBeVisible();
});

test('the library has the focus, its letters work, and its address names the story', async ({
  page,
  startOffbook,
  folder,
}) => {
  const home = path.join(folder, 'own home');
  await mkdir(home);
  await writeFile(path.join(home, 'settings.json'), JSON.stringify({ version: 1, editor: 'no-such-editor' }));
  const offbook = await startOffbook({ stories: bakery, home });
  await openLibrary(page, offbook);
  const { tree, selected, heading } = libraryOf(page);
  await expect(tree).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await expect(selected).toContainText('The starter that died');
  await expect(page).toHaveURL(/\?view=library&story=/);
  await page.keyboard.press('o');
  await expect(page.getByRole('alert').filter({ hasText: 'no-such-editor' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy path' }).click();
  const file = path.join(offbook.storiesDir, 'b-starter.md');
  await expect(page.getByRole('status').filter({ hasText: `Copied ${file}` })).toBeVisible();
  await page.reload();
  await expect(selected).toContainText('The starter that died');
  await goTo(page, 'Progress');
  await page.keyboard.press('Escape');
  await expect(selected).toContainText('The starter that died');
  await expect(heading).toHaveText('Tell me about a failure.');
  await expect(tree).toBeFocused();
  await page.keyboard.press('r');
  await expect(rehearsalOf(page).main).toContainText('Tell me about a failure.');
  await page.goBack();
  await expect(selected).toContainText('The starter that died');
  await page.keyboard.press('Enter');
  await expect(prompterOf(page).title).toContainText('The starter that died');
});

test('outlines are printed black on white, on one page if they fit', async ({ page, startOffbook }) => {
  await openLibrary(page, await startOffbook({ stories: bakery }));
  const { button } = libraryOf(page);
  await button('Print…').click();
  const sheet = page.getByRole('dialog', { name: 'Print outlines' });
  await expect(sheet.getByRole('button', { name: /^Print \d+ stories$/ })).toBeEnabled();
  const paper = page.locator('.paper');
  await expect(paper).toBeHidden();
  const pages = async () => {
    const pdf = await page.pdf({ format: 'A4' });
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length;
  };
  expect(await pages()).toBe(1);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(paper).toBeVisible();
  await expect(page.locator('#root')).toBeHidden();
  await expect(paper).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(paper).toHaveCSS('column-count', '2');
  await expect(paper).toContainText('Traced the flue on a Sunday');
  await page.emulateMedia({ media: 'screen' });
  await sheet.getByRole('checkbox', { name: 'The oven that smoked' }).uncheck();
  await expect(paper).not.toContainText('Traced the flue on a Sunday');
  await page.keyboard.press('Escape');
  await expect(paper).toHaveCount(0);
});
