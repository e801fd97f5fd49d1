import type { Page } from '@playwright/test';
import { expect, test } from './offbook.ts';
import { expectAccessible } from '../pages/prompter-page.ts';
import { kiln } from '../stories/prompter-stories.ts';
import { openSettings, settingsOf } from '../pages/settings-page.ts';

const stories = { 'a-kiln.md': kiln };

/** The elements that overflow sideways. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = 'div, header, section, ul, li, p, button, kbd, .setting-figure';
    const boxes = [document.documentElement, ...document.querySelectorAll(`.settings :is(${parts})`)];
    return boxes
      .filter((box) => box.scrollWidth > box.clientWidth)
      .map((box) => `${box.className}: ${box.textContent}`);
  });
}

test('axe finds nothing, nothing is cut off at any size, and Tab reaches everything', async ({
  page,
  startOffbook,
}) => {
  await openSettings(page, await startOffbook({ stories }));

  await test.step('axe finds nothing, and nothing is cut off at any size', async () => {
    await expectAccessible(page);
    for (const [width, height] of [
      [1120, 720],
      [460, 720],
      // 1120 × 720 at 200 %.
      [560, 360],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await cutOff(page), `${width} × ${height}`).toEqual([]);
    }
  });
  await test.step('Tab reaches everything, in the order on the page', async () => {
    await page.setViewportSize({ width: 1120, height: 720 });
    await settingsOf(page).unfold();
    await settingsOf(page).search.focus();
    const reached: string[] = [];
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      reached.push(
        await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const isMarked = getComputedStyle(element).outlineStyle !== 'none';
          return `${element.getAttribute('aria-label') ?? element.id ?? ''}${isMarked ? '' : ' without a mark'}`;
        }),
      );
    }
    const order = ['targetMs', 'planBy', 'countUp', 'narrowTo', 'leftOutGroups', 'voice', 'typeface', 'opacity'].map(
      (key) => `setting-${key}`,
    );
    expect(reached.filter((name, place) => order.includes(name) && reached[place - 1] !== name)).toEqual(order);
    expect(reached.filter((name) => name.endsWith('without a mark'))).toEqual([]);
    expect(reached.some((name) => name.startsWith('Hotkey for Start or pause'))).toBe(true);
  });
});

test('OpenDyslexic is loaded only when it is chosen, and nothing is cut off with it either', async ({
  page,
  startOffbook,
}) => {
  await page.setViewportSize({ width: 460, height: 720 });
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(new URL(request.url()).pathname);
  });
  await openSettings(page, await startOffbook({ stories }));
  await page.evaluate(() => document.fonts.ready);
  expect(fonts.filter((font) => font.includes('dyslexic'))).toEqual([]);
  const { control } = settingsOf(page);
  const arrived = page.waitForResponse((response) => response.url().includes('opendyslexic'));
  await control('Typeface').selectOption('OpenDyslexic');
  expect((await arrived).ok()).toBe(true);
  await page.evaluate(() => document.fonts.load('15px OpenDyslexic'));
  await expect(page.locator('body')).toHaveCSS('font-family', /^OpenDyslexic/);
  expect(await cutOff(page)).toEqual([]);
  await control('Typeface').selectOption('System');
  await expect(page.locator('body')).toHaveCSS('font-family', /^system-ui/);
});

test('a theme appears as soon as it is chosen; no policy is broken, and the console stays empty', async ({
  page,
  startOffbook,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await openSettings(page, await startOffbook({ stories }));
  for (const theme of ['dark', 'light', 'contrast']) {
    await settingsOf(page).control('Theme').selectOption(theme);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
  const saving = page.waitForEvent('download');
  await settingsOf(page).button('Export').click();
  await saving;
  await settingsOf(page).unfold();
  await settingsOf(page).recorder('Next row').click();
  await page.keyboard.press('Escape');
  expect(complaints).toEqual([]);
});
