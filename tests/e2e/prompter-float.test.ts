import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './offbook.ts';
import { begun, openPrompter, prompterOf, readScroll } from '../pages/prompter-page.ts';
import { glaze, kiln } from '../stories/prompter-stories.ts';

const stories = { 'a-kiln.md': kiln, 'b-glaze.md': glaze };

async function float(page: Page, context: BrowserContext): Promise<Page> {
  await prompterOf(page).main.hover();
  const [opened] = await Promise.all([context.waitForEvent('page'), prompterOf(page).button('Float').click()]);
  await expect(prompterOf(opened).outline).toBeVisible();
  return opened;
}

test('the prompter floats in its own window, styled, with its keys, its wheel and its clock', async ({
  page,
  context,
  startOffbook,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await openPrompter(page, await startOffbook({ stories }));
  await page.keyboard.press('d');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const floating = await float(page, context);
  await expect(prompterOf(page).main).toHaveCount(0);
  await expect(page.getByText('floats in its own window')).toBeVisible();
  await expect(floating.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(floating.locator('body')).toHaveCSS('background-color', 'rgb(14, 16, 20)');

  const { timer, current, title } = prompterOf(floating);
  await floating.keyboard.press('Space');
  await expect(timer).toHaveText(begun);
  expect((await readScroll(floating)).playState).toBe('running');
  await floating.keyboard.press('ArrowDown');
  await expect(current).toContainText('Three cold firings');
  await floating.mouse.move(100, 100);
  await floating.mouse.wheel(0, 5000);
  await expect(current).toContainText('Look at the part');
  await floating.keyboard.press(']');
  await expect(floating.locator('html')).toHaveCSS('--text-size', '24px');
  await floating.keyboard.press('n');
  await expect(title).toContainText('glaze recipe');
  expect(complaints).toEqual([]);
});

test('it comes back by the page’s button, by its key, and when its window is closed', async ({
  page,
  context,
  startOffbook,
}) => {
  await openPrompter(page, await startOffbook({ stories }));
  const { outline } = prompterOf(page);
  await float(page, context);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(outline).toBeVisible();
  expect(context.pages()).toHaveLength(1);

  const [again] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('w')]);
  await expect(prompterOf(again).outline).toBeVisible();
  await page.keyboard.press('w');
  await expect(outline).toBeVisible();

  const third = await float(page, context);
  await third.close();
  await expect(outline).toBeVisible();
});

test('a browser that refuses the window says why', async ({ page, startOffbook }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'documentPictureInPicture', {
      value: { requestWindow: () => Promise.reject(new Error('It is switched off')) },
    });
  });
  await openPrompter(page, await startOffbook({ stories }));
  const { main, button } = prompterOf(page);
  await main.hover();
  await button('Float').click();
  await expect(main.getByRole('alert')).toContainText('It is switched off');
  await button('Dismiss').click();
  await expect(main.getByText('switched off')).toHaveCount(0);
});

test('a browser without such windows has no Float button', async ({ page, startOffbook }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'documentPictureInPicture', { value: undefined }));
  await openPrompter(page, await startOffbook({ stories }));
  await expect(prompterOf(page).button('Start or pause')).toHaveCount(1);
  await expect(prompterOf(page).button('Float')).toHaveCount(0);
});
