import { commandIds, commands, type ViewName } from '../../src/core/contract/commands.ts';
import { libraryOf, openLibrary } from '../pages/library-page.ts';
import { bakery } from '../stories/library-stories.ts';
import { expect, test } from './offbook.ts';
import { begun, expectAccessible, openPrompter, prompterOf } from '../pages/prompter-page.ts';

/** The nine pins have one line together, which isn’t a button. */
const titlesOf = (view: ViewName) =>
  commandIds
    .filter((id) => commands[id].views.includes(view) && !id.startsWith('story-'))
    .map((id) => commands[id].title);

/** A browser’s window can’t be transparent or stay on top. */
const desktopOnly = ['more-opaque', 'less-opaque', 'toggle-top', 'to-camera', 'toggle-click-through'] as const;

test('the help sheet opens and closes, has every command of the prompter that works here, and runs them', async ({
  page,
  startOffbook,
}) => {
  await openPrompter(page, await startOffbook({ stories: bakery }));

  await test.step('Escape closes it and returns the focus', async () => {
    const { button } = prompterOf(page);
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await button('Next story').focus();
    await page.keyboard.press('?');
    await expect(sheet).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await expect(button('Next story')).toBeFocused();
    await page.keyboard.press('?');
    await page.keyboard.press('?');
    await expect(sheet).toHaveCount(0);
  });
  await test.step('the help sheet has every command of the prompter that works here, and runs them', async () => {
    const { timer, title } = prompterOf(page);
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await page.keyboard.press('?');
    const absent = new Set<string>(desktopOnly.map((id) => commands[id].title));
    for (const name of titlesOf('prompter')) {
      await expect(sheet.getByRole('button', { name, exact: true })).toHaveCount(absent.has(name) ? 0 : 1);
    }
    // Keys do nothing to the story while the sheet covers it.
    const before = (await title.textContent())!;
    await page.keyboard.press('n');
    await expect(sheet).toBeVisible();
    await sheet.getByRole('button', { name: 'Start or pause', exact: true }).click();
    await expect(sheet).toHaveCount(0);
    await expect(timer).toHaveText(begun);
    await expect(title).toHaveText(before);
  });
});

test('in the library it has that view’s commands, and opens the search', async ({ page, startOffbook }) => {
  await openLibrary(page, await startOffbook({ stories: bakery }));
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await page.keyboard.press('?');
  await expect(sheet.getByRole('table', { name: 'Move' }).getByRole('row')).toHaveCount(7);
  await expect(sheet.getByRole('row', { name: /^Pinned story/ })).toHaveText(/1 … 9$/);
  for (const name of titlesOf('library')) await expect(sheet.getByRole('button', { name, exact: true })).toHaveCount(1);
  await expectAccessible(page);
  await page.keyboard.press('/');
  await page.keyboard.type('find');
  await expect(sheet.getByRole('row')).toHaveCount(1);
  await sheet.getByRole('button', { name: 'Find a story' }).click();
  await expect(libraryOf(page).search).toBeFocused();
});
