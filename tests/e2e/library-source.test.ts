import type { Page } from '@playwright/test';
import { libraryOf, openLibrary } from '../pages/library-page.ts';
import { expectAccessible } from '../pages/prompter-page.ts';
import { bakery, oven } from '../stories/library-stories.ts';
import { expect, test } from './offbook.ts';

test.beforeEach(async ({ page }) => page.setViewportSize({ width: 1120, height: 720 }));

/** What the page asked the editor to open, as `file:line`. */
function openedBy(page: Page): string[] {
  const opened: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const { call, input } = JSON.parse(String(payload)) as { call: string; input: { file: string; line: number } };
      if (call === 'openInEditor') opened.push(`${input.file.split('/').at(-1)}:${input.line}`);
    }),
  );
  return opened;
}

const sourceOf = (page: Page) => {
  const list = libraryOf(page).content.getByRole('listbox');
  return { list, line: (text: string) => list.getByRole('option').filter({ hasText: text }).first() };
};

test('each line says what it was taken for; a click or Enter opens it in the editor', async ({
  page,
  startOffbook,
}) => {
  const opened = openedBy(page);
  await openLibrary(page, await startOffbook({ stories: bakery }));
  const { tab, content, problems } = libraryOf(page);
  await tab('How it was read').click();
  const { list, line } = sourceOf(page);
  await expect(list).toHaveAccessibleName('Lines of a-oven.md');
  await expect(line('## The oven that smoked')).toHaveAccessibleName(/^Line 2 Story\. ## The oven that smoked/);
  await expect(line('I ran the night shift')).toHaveAccessibleName(/Situation\. /);
  await expect(line('There has been no smoke')).toHaveAccessibleName(/Result\. /);
  await expect(content.getByRole('list', { name: 'Marks' })).toContainText('Situation');
  await expect(problems).toHaveCount(0);
  await expectAccessible(page);

  await line('I traced the flue').click();
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const at = oven.split('\n').findIndex((text) => text.includes('I traced the flue')) + 1;
  await expect.poll(() => opened).toEqual([`a-oven.md:${at}`, `a-oven.md:${at + 2}`]);
  await expect(list.locator('[aria-selected="true"]')).toHaveText(/I rang the sweep/);
});

test('a story’s own part is in view, with its problems where they are', async ({ page, startOffbook }) => {
  const before = Array.from({ length: 40 }, (_, index) => oven.replace('The oven that smoked', `Oven ${index}`)).join(
    '\n',
  );
  const stories = { 'a.md': `${before}\n${bakery['b-starter.md']}` };
  await openLibrary(page, await startOffbook({ stories }));
  const { story, tab } = libraryOf(page);
  await story('The starter that died').click();
  await tab('How it was read').click();
  const { list, line } = sourceOf(page);
  await expect(line('## The starter that died')).toBeInViewport({ timeout: 15_000 });
  await expect(list.locator('[aria-selected="true"]')).toHaveText(/The starter that died/);
  await expect(line('## The starter that died')).toContainText('has no result');
});

test('it follows the file as it is saved, and keeps its place', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories: { 'a-oven.md': oven } });
  await openLibrary(page, offbook);
  await libraryOf(page).tab('How it was read').click();
  const { list, line } = sourceOf(page);
  await list.focus();
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowDown');
  await offbook.write('a-oven.md', oven.replace('I traced the flue', 'I followed the flue'));
  await expect(line('I followed the flue')).toHaveCount(1);
  await expect(list.locator('[aria-selected="true"]')).toHaveAttribute('data-line', '6');
  await expect(list).toBeFocused();
});

test('of a megabyte only what is near is in the page, and the last line is a key away', async ({
  page,
  startOffbook,
}) => {
  const log = 'Four trays of rye, two of wheat, the third oven at half heat.\n'.repeat(16_000);
  const text = `\`\`\`\n${log}\`\`\`\n\n${oven}`;
  await openLibrary(page, await startOffbook({ stories: { 'a-oven.md': text } }));
  await libraryOf(page).tab('How it was read').click();
  const { list } = sourceOf(page);
  await expect(list).toBeVisible({ timeout: 20_000 });
  await expect(list.getByRole('option').first()).toBeVisible();
  expect(await list.getByRole('option').count()).toBeLessThan(1000);
  await list.focus();
  await page.keyboard.press('End');
  // The text ends with a line break.
  const last = text.split('\n').length - 1;
  await expect(list.locator('[aria-selected="true"]')).toHaveAttribute('aria-setsize', String(last));
  await expect(list.locator('[aria-selected="true"]')).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(list.locator('[data-line="1"]')).toBeInViewport();
});
