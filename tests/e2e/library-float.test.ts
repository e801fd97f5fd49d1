import { libraryOf } from '../pages/library-page.ts';
import { bakery } from '../stories/library-stories.ts';
import { expect, test } from './offbook.ts';
import { openPrompter, prompterOf } from '../pages/prompter-page.ts';

test('the page shows the library while the prompter floats above it', async ({ page, context, startOffbook }) => {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.setViewportSize({ width: 1120, height: 720 });
  await openPrompter(page, await startOffbook({ stories: bakery }));
  await prompterOf(page).main.hover();
  const [floating] = await Promise.all([context.waitForEvent('page'), prompterOf(page).button('Float').click()]);
  await expect(prompterOf(floating).outline).toBeVisible();

  await page.keyboard.press('Shift+L');
  const { heading, story, button, search } = libraryOf(page);
  await expect(heading).toBeVisible();
  await story('The starter that died').click();
  await expect(heading).toHaveText('Tell me about a failure.');
  await button('Prompt').click();
  await expect(prompterOf(floating).title).toHaveText('Dive Deep · The starter that died');
  await expect(libraryOf(page).main).toBeVisible();

  // Each window has its own search: the library's field here, the palette there.
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await expect(floating.getByRole('combobox')).toHaveCount(0);
  await floating.keyboard.press('/');
  await floating.keyboard.type('smoke');
  await expect(floating.getByRole('listbox').getByRole('option').first()).toContainText('The oven that smoked');
  await floating.keyboard.press('Enter');
  await expect(prompterOf(floating).title).toContainText('The oven that smoked');
  await floating.keyboard.press('?');
  await expect(floating.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});
