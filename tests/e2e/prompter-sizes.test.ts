import type { Page } from '@playwright/test';
import { expect, test } from './offbook.ts';
import { expectAccessible, openPrompter, prompterOf } from '../pages/prompter-page.ts';

/** Rows of one line and of many, in every window of this test. */
const long = `# Ownership
## The kiln that ran cold
> S:
> * Forty kilns, one supplier of thermostats, and a winter in which three firings ran cold before anybody asked why that was
> * Cold
> A:
> * Logged every cold start by hand for a month, at six each morning, and found the loose relay in kiln nine
> * Swapped the relays, one kiln a night, taught the night shift to test them before they lit the burners, and wrote down how to see it early, so that the next winter began without a single cold firing
> R:
> * Nothing since
`;

/**
 * How far the current row, or the line of it that is being said, reaches out of its zone: above its fading top edge, or
 * below the bottom one. Zero or less is none of it.
 */
function outOfZone(page: Page): Promise<{ px: number; lines: number }> {
  return page.evaluate(() => {
    const text = document.querySelector('[aria-current="true"] .text');
    const view = text?.closest<HTMLElement>('.view');
    if (!text || !view) throw new Error('No row is current.');
    const sizeOf = (name: string) => Number.parseFloat(view.style.getPropertyValue(name));
    const { top, bottom } = view.getBoundingClientRect();
    const [fromPx, toPx] = [top + sizeOf('--fade-top'), bottom - sizeOf('--fade-bottom')];
    const box = text.getBoundingClientRect();
    const linePx = Number.parseFloat(getComputedStyle(text).lineHeight);
    // Of a row that is too tall, the first line.
    const lastPx = box.height > toPx - fromPx + 0.5 ? box.top + linePx : box.bottom;
    return { px: Math.max(fromPx - box.top, lastPx - toPx), lines: Math.round(box.height / linePx) };
  });
}

test('a row that is too tall goes by line after line, also where rows don’t glide', async ({ page, startOffbook }) => {
  await page.clock.install();
  await page.setViewportSize({ width: 220, height: 90 });
  await openPrompter(page, await startOffbook({ stories: { 'kiln.md': long } }));
  await page.keyboard.press('m');
  await page.keyboard.press('Space');
  await expect(prompterOf(page).button('Start or pause')).toHaveAttribute('aria-pressed', 'true');
  const { lines } = await outOfZone(page);
  expect(lines).toBeGreaterThan(3);
  // A minute later the row waits for its key, with its last line in sight.
  await page.clock.runFor(60_000);
  await expect(prompterOf(page).current).toContainText('Forty kilns');
  const lastLine = () =>
    page.evaluate(() => {
      const text = document.querySelector('[aria-current="true"] .text');
      const view = text?.closest('.view');
      if (!text || !view) throw new Error('No row is current.');
      return view.getBoundingClientRect().bottom - text.getBoundingClientRect().bottom;
    });
  await expect.poll(lastLine).toBeGreaterThan(-1);
});

test('one page in windows of every shape', async ({ page, startOffbook }) => {
  await openPrompter(page, await startOffbook({ stories: { 'kiln.md': long } }));

  await test.step('one line has the clock, the row and the next one', async () => {
    await page.setViewportSize({ width: 460, height: 64 });
    const { timer, current, row, main } = prompterOf(page);
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(current).toContainText('Cold');
    for (const shown of [timer, current, row('Logged every cold start')]) await expect(shown).toBeInViewport();
    await expect(timer).toBeInViewport({ ratio: 1 });
    const [time, said] = [await timer.boundingBox(), await current.boundingBox()];
    expect(time!.x + time!.width).toBeLessThanOrEqual(said!.x);
    // A message covers the next row, never the clock.
    await page.keyboard.press('m');
    await expect(main.getByText('Auto-scroll is off.')).toBeVisible();
    const message = await main.locator('.remark').boundingBox();
    expect(message!.x).toBeGreaterThanOrEqual(time!.x + time!.width);
    expect(message!.x + message!.width).toBe(460);
    await main.hover();
    await expectAccessible(page);
  });
  await test.step('wide and flat, what comes next has a column of its own', async () => {
    await page.keyboard.press('Home');
    await page.setViewportSize({ width: 900, height: 200 });
    const { current, main, title } = prompterOf(page);
    const next = main.locator('.next-rows .text').first();
    await expect(next).toHaveText('Cold');
    const said = await current.boundingBox();
    expect((await next.boundingBox())!.x).toBeGreaterThanOrEqual(said!.x + said!.width);
    await page.keyboard.press('ArrowDown');
    await expect(next).toContainText('Logged every cold start');
    await page.setViewportSize({ width: 900, height: 400 });
    await expect(next).toHaveCount(0);
    // The header is as wide as the window, whatever the column is.
    await page.setViewportSize({ width: 1600, height: 700 });
    expect((await title.boundingBox())!.x).toBeLessThan(40);
  });
  await test.step('a tab says that it can’t change its size, and no message covers the row', async () => {
    const { main, current } = prompterOf(page);
    const sentence = main.getByText(
      'A browser’s tab has no size of its own. Press W to float the prompter, and then Z there.',
    );
    for (const [width, height] of [
      [220, 90],
      [460, 64],
      [340, 150],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const key of ['Home', 'ArrowDown']) {
        await page.keyboard.press(key);
        await page.keyboard.press('z');
        await expect(sentence).toBeVisible();
        const at = `after ${key} at ${width} × ${height}`;
        const coveredPx = async () => {
          const [row, message] = [
            await current.locator('.text').boundingBox(),
            await main.locator('.remark').boundingBox(),
          ];
          const linePx = await current
            .locator('.text')
            .evaluate((text) => Number.parseFloat(getComputedStyle(text).lineHeight));
          return row!.y + linePx - message!.y;
        };
        await expect.poll(coveredPx, at).toBeLessThan(1);
      }
    }
    await page.keyboard.press('Escape');
    await expect(sentence).toHaveCount(0);
  });
  await test.step('the controls cover no text: in a low window they are beside the clock, in a higher one below the outline', async () => {
    await page.keyboard.press('Home');
    await page.setViewportSize({ width: 340, height: 150 });
    const { main, timer, title, button } = prompterOf(page);
    await page.keyboard.press('Space');
    await main.hover();
    const names = ['Start or pause', 'Next section', 'Find a story', 'More controls'];
    for (const name of names) await expect(button(name)).toBeInViewport({ ratio: 1 });
    const controls = await page.getByRole('toolbar', { name: 'Controls' }).boundingBox();
    const [text, time] = [await title.boundingBox(), await timer.boundingBox()];
    expect(controls!.x).toBeGreaterThanOrEqual(text!.x + text!.width);
    expect(controls!.x + controls!.width).toBeLessThanOrEqual(time!.x);
    const view = await page.locator('.view').boundingBox();
    expect(controls!.y + controls!.height).toBeLessThanOrEqual(view!.y);
    await button('More controls').click();
    const panel = main.getByRole('dialog', { name: 'Controls' });
    await panel.getByRole('button', { name: 'Bigger text' }).click();
    await expect(page.locator('html')).toHaveCSS('--text-size', '24px');
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);

    await page.setViewportSize({ width: 700, height: 420 });
    await main.hover();
    const [outline, below] = [
      await page.locator('.view').boundingBox(),
      await page.getByRole('toolbar', { name: 'Controls' }).boundingBox(),
    ];
    expect(outline!.y + outline!.height).toBeLessThanOrEqual(below!.y);
  });
  await test.step('the row being said is never cut, in any window, with any text', async () => {
    const windows = [
      { width: 460, height: 260, textSize: 22 },
      { width: 220, height: 90, textSize: 64 },
      { width: 900, height: 200, textSize: 30 },
      { width: 460, height: 64, textSize: 22 },
      { width: 340, height: 150, textSize: 14 },
    ];
    const { current, main } = prompterOf(page);
    for (const { width, height, textSize } of windows) {
      await page.setViewportSize({ width, height });
      await page.evaluate((px) => document.documentElement.style.setProperty('--text-size', `${px}px`), textSize);
      await page.keyboard.press('Home');
      for (let row = 0; row < 5; row += 1) {
        const at = `row ${row + 1} at ${width} × ${height}`;
        await expect(current, at).toHaveCount(1);
        await expect.poll(async () => (await outOfZone(page)).px, at).toBeLessThan(1);
        await page.keyboard.press('ArrowDown');
      }
      const header = await main.getByRole('timer').boundingBox();
      expect(header!.y + header!.height, `the clock at ${width} × ${height}`).toBeLessThanOrEqual(height);
    }
  });
});
