import { bakery } from '../stories/library-stories.ts';
import { expect, test } from './offbook.ts';
import { expectAccessible, openPrompter, prompterOf } from '../pages/prompter-page.ts';

test.beforeEach(async ({ page }) => page.setViewportSize({ width: 460, height: 260 }));

function paletteOf(page: Parameters<typeof prompterOf>[0]) {
  const field = page.getByRole('combobox', { name: 'Find a story' });
  return { field, options: page.getByRole('listbox').getByRole('option') };
}

test('a match in another question tells the story for that: its notes are the first rows', async ({
  page,
  startOffbook,
}) => {
  await openPrompter(page, await startOffbook({ stories: bakery }));
  const { options } = paletteOf(page);
  const { main, outline, current } = prompterOf(page);
  await page.keyboard.press('n');
  await page.keyboard.press('/');
  await page.keyboard.type('bias action permission');
  await expect(options.first()).toContainText('Also works for');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(main.getByRole('group', { name: 'Notes' })).toContainText('owner');
  await expect(current).toContainText('owner');
  await expect(outline).toContainText('Six ovens, one flue');
  await expectAccessible(page);
});

test('arrows choose, and Escape leaves everything as it was and returns the focus', async ({ page, startOffbook }) => {
  await openPrompter(page, await startOffbook({ stories: bakery }));
  const { field, options } = paletteOf(page);
  const { title, button } = prompterOf(page);
  const before = (await title.textContent())!;
  await button('Next story').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('night');
  await expect(options).not.toHaveCount(0);
  const count = await options.count();
  await page.keyboard.press('ArrowUp');
  await expect(options.nth(count - 1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  // What is typed next may find others: the best one is chosen again.
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Backspace');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(button('Next story')).toBeFocused();
  await expect(title).toHaveText(before);
});

test('nothing found, nothing typed, far too much pasted: each gets a sentence, and nothing breaks', async ({
  page,
  startOffbook,
}) => {
  await openPrompter(page, await startOffbook({ stories: bakery }));
  const { field, options } = paletteOf(page);
  await page.keyboard.press('/');
  await expect(page.getByText('Two or three words of the question are enough.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.type('xylophone');
  await expect(page.locator('.no-match')).toHaveText('No story has these words. Try others, or fewer.');
  await field.fill('smoke '.repeat(2000));
  await expect(options.first()).toContainText('The oven that smoked');
  await field.fill('!?'.repeat(5000));
  await expect(options).toHaveCount(0);
});

test('the smallest window still shows the field and a match', async ({ page, startOffbook }) => {
  await page.setViewportSize({ width: 220, height: 90 });
  await openPrompter(page, await startOffbook({ stories: bakery }));
  const { field, options } = paletteOf(page);
  await page.keyboard.press('/');
  await page.keyboard.type('smoke');
  await expect(options.first().locator('.match-title')).toBeInViewport({ ratio: 1 });
  await expect(field).toBeInViewport({ ratio: 1 });
  await expect(prompterOf(page).timer).toBeInViewport({ ratio: 1 });
});
