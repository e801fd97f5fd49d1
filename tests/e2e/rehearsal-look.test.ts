import type { Locator } from '@playwright/test';
import { expect, test } from './offbook.ts';
import { openPrompter } from '../pages/prompter-page.ts';
import { mark, openRehearsal, rehearsalOf, speak } from '../pages/rehearsal-page.ts';
import { canal, lock } from '../stories/rehearsal-stories.ts';

const title =
  'Tell me about a time when you had to keep a whole canal open while everybody around you wanted it to be closed';
const long = lock.replace(/^## .*$/m, `## ${title}`);

/** Where something is on the page. It must be visible. */
async function boxOf(shown: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await shown.boundingBox();
  if (box === null) throw new Error('It is not on the page.');
  return box;
}

test('nothing jumps: neither the clock when it stops, nor the ratings when an item is left out', async ({
  page,
  startOffbook,
}) => {
  await page.setViewportSize({ width: 1120, height: 720 });
  const offbook = await startOffbook({ stories: canal });
  await openRehearsal(page, offbook);
  const { main, timer, rating, result } = rehearsalOf(page);
  await speak(page, 'Think Big (1)');
  const before = await boxOf(timer);
  await page.keyboard.press('Space');
  await expect(main.getByText('Paused.')).toBeVisible();
  expect((await boxOf(timer)).y).toBe(before.y);
  await page.keyboard.press('Space');
  await mark(page);
  await page.keyboard.press('Escape');
  await expect(result).toBeFocused();

  const names = ['Again', 'Hard', 'Good', 'Easy'];
  const tops = async () => Promise.all(names.map(async (name) => (await boxOf(rating(name).getByText(name))).y));
  const first = await tops();
  expect(new Set(first).size).toBe(1);
  await result.getByRole('checkbox', { checked: true }).first().uncheck();
  await expect(result).toContainText(/Suggested: Again \(stopped early, \d+ left out\)\./);
  expect(await tops()).toEqual(first);
});

test('a message on the stage covers no key, in any window', async ({ page, context, startOffbook }) => {
  const offbook = await startOffbook({ stories: canal });
  await openRehearsal(page, offbook);
  const { main } = rehearsalOf(page);
  await speak(page, 'Think Big (1)');
  const prompter = await context.newPage();
  await openPrompter(prompter, offbook);
  await prompter.keyboard.press('+');
  const message = main.getByText('A rehearsal keeps its target');
  for (const [width, height] of [
    [460, 260],
    [1120, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(message).toBeVisible();
    const [said, keys] = [await boxOf(message), await boxOf(main.getByRole('toolbar', { name: 'Keys' }))];
    expect(said.y + said.height).toBeLessThanOrEqual(keys.y);
  }
});

test('what a run that was stopped early never reached is unticked; the list’s heading isn’t cut off', async ({
  page,
  startOffbook,
}) => {
  await page.setViewportSize({ width: 1120, height: 720 });
  const offbook = await startOffbook({ stories: canal });
  await openRehearsal(page, offbook);
  const { result } = rehearsalOf(page);
  await speak(page, 'Think Big (1)');
  await page.keyboard.press('Escape');
  const ticked = result.getByRole('checkbox', { checked: true });
  const unticked = result.getByRole('checkbox', { checked: false });
  await expect(ticked.first()).toBeVisible();
  expect(await unticked.count()).toBeGreaterThan(2);
  // Inside the box that scrolls and fades out, not on its edge.
  const list = await boxOf(result.getByRole('group', { name: 'Untick what you left out' }));
  const heading = await boxOf(result.getByText('Untick what you left out'));
  expect(heading.y).toBeGreaterThanOrEqual(list.y);
});

test('the smallest window shows every key of the stage, and each button keeps its name', async ({
  page,
  startOffbook,
}) => {
  await page.setViewportSize({ width: 460, height: 260 });
  const offbook = await startOffbook({ stories: canal });
  await openRehearsal(page, offbook);
  const { main, button } = rehearsalOf(page);
  await speak(page, 'Think Big (1)');
  await page.keyboard.press('[');
  await mark(page);
  const keys = main.getByRole('toolbar', { name: 'Keys' }).getByRole('button');
  await expect(keys).toHaveCount(9);
  for (const key of await keys.all()) await expect(key).toBeInViewport({ ratio: 1 });
  await expect(button('stop here')).toBeVisible();
});

test('the text shows its focus; without text, Tab skips it', async ({ page, startOffbook }) => {
  await page.setViewportSize({ width: 1120, height: 720 });
  const offbook = await startOffbook({ stories: canal });
  await openRehearsal(page, offbook);
  const { main } = rehearsalOf(page);
  await speak(page, 'Think Big (1)');
  const text = main.getByRole('region', { name: 'Text' });
  await page.keyboard.press('Tab');
  await expect(text).toBeFocused();
  await expect(text).toHaveCSS('mask-image', 'none');
  await expect(text).toHaveCSS('outline-style', 'solid');
  await text.blur();
  for (const level of ['first words', 'initials', 'nothing']) {
    await page.keyboard.press('[');
    await expect(main.getByText(`text: ${level}`)).toBeVisible();
  }
  await expect(text).not.toHaveAttribute('tabindex');
});

test('a long title is shortened on the setup line, with its comma beside it', async ({ page, startOffbook }) => {
  await page.setViewportSize({ width: 1120, height: 720 });
  const offbook = await startOffbook({ stories: { 'lock.md': long } });
  await openRehearsal(page, offbook);
  const { choice, main } = rehearsalOf(page);
  const stories = choice('Which stories');
  await stories.selectOption({ label: title.replace('Tell me about a time when you had to keep', 'Keep') });
  const [chosen, text] = [await boxOf(stories), await boxOf(choice('Text in rehearsal'))];
  expect(chosen.width).toBeLessThan(600);
  expect(text.y).toBe(chosen.y);
  await expect(choice('Questions').locator('option:checked')).toHaveText('with its main question');
  const edge = await main.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(edge).toBeLessThanOrEqual(0);
  for (const name of ['Text in rehearsal', 'Target']) await expect(choice(name)).toBeInViewport({ ratio: 1 });
});
