import { bakery, oven } from '../stories/library-stories.ts';
import { expect, test } from './offbook.ts';
import { expectAccessible, openPrompter, prompterOf } from '../pages/prompter-page.ts';

test.beforeEach(async ({ page }) => page.setViewportSize({ width: 460, height: 260 }));

function paletteOf(page: Parameters<typeof prompterOf>[0]) {
  const field = page.getByRole('combobox', { name: 'Find a story' });
  return { field, options: page.getByRole('listbox').getByRole('option') };
}

test('the search over the prompter', async ({ page, startOffbook }) => {
  await openPrompter(page, await startOffbook({ stories: bakery }));

  await test.step('arrows choose, and Escape leaves everything as it was and returns the focus', async () => {
    const { field, options } = paletteOf(page);
    const { title, button } = prompterOf(page);
    const before = (await title.textContent())!;
    await button('Next section').focus();
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
    await expect(button('Next section')).toBeFocused();
    await expect(title).toHaveText(before);
  });
  await test.step('before anything is typed: the pinned stories, the last used, then the others', async () => {
    const { field, options } = paletteOf(page);
    const { title } = prompterOf(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(title).toHaveText('About me');
    await page.keyboard.press('/');
    // The stories that were left are on top, the last one first; the one on the prompter isn't.
    await expect(options.nth(1)).toContainText('last used');
    await expect(options.nth(2)).not.toContainText('last used');
    const second = (await options.first().locator('.match-title').textContent())!;
    // Nothing is selected, so Enter opens nothing.
    await expect(page.getByRole('option', { selected: true })).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(field).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(title).toContainText(second);
  });
  await test.step('nothing found, nothing that fits, far too much pasted: each gets a sentence, and nothing breaks', async () => {
    const { field, options } = paletteOf(page);
    const { title } = prompterOf(page);
    const before = (await title.textContent())!;
    await page.keyboard.press('/');
    await page.keyboard.type('xylophone');
    await expect(page.locator('.no-match')).toHaveText('No story has these words. Try others, or fewer.');
    // Enter comes before the answer: it waits for it, and opens nothing, since nothing fits.
    await field.fill('Why do you want to leave your bakery?');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Nothing fits well. Nearest:')).toBeVisible();
    await expect(page.getByRole('option', { selected: true })).toHaveCount(0);
    await expectAccessible(page);
    await expect(title).toHaveText(before);
    await field.fill('smoke '.repeat(2000));
    await expect(options.first()).toContainText('The oven that smoked');
    await field.fill('!?'.repeat(5000));
    await expect(options).toHaveCount(0);
    // If the answer fits, Enter that came before it opens the story.
    await field.fill('broken cooler');
    await page.keyboard.press('Enter');
    await expect(title).toContainText('The starter that died');
  });
  await test.step('a match in another question tells the story for that: its notes are the first rows', async () => {
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
  await test.step('the smallest window still shows the field and a whole match, also where nothing fits well', async () => {
    await page.setViewportSize({ width: 220, height: 90 });
    const { field, options } = paletteOf(page);
    await page.keyboard.press('/');
    await page.keyboard.type('smoke');
    await expect(options.first().locator('.match-title')).toBeInViewport({ ratio: 1 });
    await expect(field).toBeInViewport({ ratio: 1 });
    await expect(prompterOf(page).timer).toBeInViewport({ ratio: 1 });
    await field.fill('Why do you want to leave your bakery?');
    await expect(page.getByText('Nothing fits well. Nearest:')).toBeInViewport({ ratio: 1 });
    await expect(options.first()).toBeInViewport({ ratio: 1 });
  });
});

test('a small window shows four stories whole, a smaller one two', async ({ page, startOffbook }) => {
  const many = ['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.md`, oven.replace('that smoked', `that ${name} lit`)]);
  await openPrompter(page, await startOffbook({ stories: Object.fromEntries(many) as Record<string, string> }));
  const { options } = paletteOf(page);
  await page.keyboard.press('/');
  await page.keyboard.type('oven');
  for (const [width, height, rows] of [
    [460, 260, 4],
    [340, 150, 2],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (let row = 0; row < rows; row += 1) await expect(options.nth(row)).toBeInViewport({ ratio: 1 });
  }
});
