import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './offbook.ts';
import { begun, expectAccessible, openPrompter, prompterOf, readScroll } from '../pages/prompter-page.ts';
import { glaze, kiln } from '../stories/prompter-stories.ts';
import { preparedBakery } from '../stories/story-parts.ts';

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
  await expect(floating.getByText('Drag me under your camera; I keep this size.')).toBeVisible();
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

test('the page under it is its remote', async ({ page, context, startOffbook }) => {
  await openPrompter(page, await startOffbook({ stories: { ...stories, 'c-oven.md': preparedBakery['a-oven.md'] } }));
  await page.setViewportSize({ width: 1200, height: 800 });
  for (const theme of ['dark', 'light']) {
    await page.keyboard.press('d');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
  const floating = await float(page, context);
  const remote = page.getByRole('main', { name: 'Remote' });
  const { title, timer, outline } = prompterOf(floating);
  await expect(remote.getByRole('timer')).toHaveText('2:00');
  await expectAccessible(page);

  await remote
    .getByRole('complementary', { name: 'Stories' })
    .getByRole('button', { name: /glaze recipe/ })
    .click();
  await expect(title).toContainText('glaze recipe');
  await page.keyboard.press('ArrowLeft');
  await expect(title).toContainText('kiln that ran cold');
  await remote.getByRole('button', { name: 'Next section' }).click();
  await expect(prompterOf(floating).current).toContainText('Keep firing');
  await expect(remote.getByRole('region', { name: 'Now' })).toContainText('Keep firing');

  // Both count the same seconds, whichever was pressed.
  await page.keyboard.press('Space');
  await expect(timer).toHaveText(begun);
  await expect(remote.getByRole('timer')).toHaveText(begun);
  await remote.getByRole('button', { name: 'Start or pause' }).click();
  await expect(prompterOf(floating).button('Start or pause')).toHaveAttribute('aria-pressed', 'false');
  await expect(remote.getByRole('timer')).toHaveText(await timer.innerText());

  await page.keyboard.press('/');
  await page.keyboard.type('glaze');
  await expect(remote.getByRole('option').first()).toContainText('glaze recipe');
  await expect(outline).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(title).toContainText('glaze recipe');
  await page.keyboard.press('ArrowDown');
  await expect(prompterOf(floating).current).toContainText('Told the owners');

  await remote.getByRole('button', { name: /oven/i }).first().click();
  const asked = remote.getByRole('region', { name: 'They may ask' });
  const question = asked.getByRole('button', { name: 'What made you step in?' });
  await question.click();
  await expect(asked.getByText('The baker next door coughed.')).toBeVisible();
  await expect(floating.getByRole('region', { name: 'Prepared answer' })).toContainText('The baker next door coughed.');
  await question.click();
  await expect(outline).toBeVisible();
});

test('it comes back, and opens again as it was', async ({ page, context, startOffbook }) => {
  await openPrompter(page, await startOffbook({ stories }));

  await test.step('it comes back by the page’s button, by its key, and when its window is closed', async () => {
    const { outline } = prompterOf(page);
    await float(page, context);
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expect(outline).toBeVisible();
    expect(context.pages()).toHaveLength(1);

    const [again] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('w')]);
    await expect(prompterOf(again).outline).toBeVisible();
    // The page knows of its window.
    await expect(page.getByRole('button', { name: 'Bring it back' })).toBeVisible();
    await page.keyboard.press('w');
    await expect(outline).toBeVisible();

    const third = await float(page, context);
    await third.close();
    await expect(outline).toBeVisible();
  });
  await test.step('its key changes its size, and it opens again with the size that it had', async () => {
    const floating = await float(page, context);
    // Its own key changes the size; the test’s browser has no window that could.
    const [before, by] = await floating.evaluate(
      () =>
        new Promise<[number[], number[]]>((resolve) => {
          window.resizeBy = (...change) => resolve([[innerWidth, innerHeight], change]);
          window.dispatchEvent(new KeyboardEvent('keydown', { key: 'z' }));
        }),
    );
    expect([0, 1].map((side) => (before[side] ?? 0) + (by[side] ?? 0))).toEqual([460, 64]);
    await floating.evaluate(() => {
      Object.defineProperties(window, { innerWidth: { value: 520 }, innerHeight: { value: 180 } });
      window.dispatchEvent(new Event('resize'));
    });
    await floating.close();
    await expect(prompterOf(page).outline).toBeVisible();
    await page.evaluate(() => {
      const { documentPictureInPicture: real } = window as unknown as {
        documentPictureInPicture: { requestWindow: (size: object) => Promise<Window> };
      };
      const asked: object[] = [];
      Object.assign(window, { asked });
      const value = { requestWindow: (size: object) => (asked.push(size), real.requestWindow(size)) };
      Object.defineProperty(window, 'documentPictureInPicture', { value });
    });
    const again = await float(page, context);
    expect(await page.evaluate(() => (window as unknown as { asked: object[] }).asked)).toEqual([
      { width: 520, height: 180 },
    ]);
    // The person has read already where it belongs.
    await expect(again.getByText('Drag me under your camera')).toHaveCount(0);
  });
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
