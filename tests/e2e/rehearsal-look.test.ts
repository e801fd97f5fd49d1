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

test('on the stage and after it, nothing jumps, is covered or is cut off', async ({ page, context, startOffbook }) => {
  await page.setViewportSize({ width: 1120, height: 720 });
  const offbook = await startOffbook({ stories: canal });
  await openRehearsal(page, offbook);
  await speak(page, 'Think Big (1)');

  await test.step('the text shows its focus; without text, Tab skips it', async () => {
    const { main } = rehearsalOf(page);
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
    for (const level of ['initials', 'first words', 'outline']) {
      await page.keyboard.press(']');
      await expect(main.getByText(`text: ${level}`)).toBeVisible();
    }
  });
  await test.step('a message on the stage covers no key, in any window', async () => {
    const { main } = rehearsalOf(page);
    const prompter = await context.newPage();
    await openPrompter(prompter, offbook);
    const message = main.getByText('A rehearsal keeps its target');
    for (const [width, height] of [
      [460, 260],
      [1120, 720],
    ] as const) {
      await page.setViewportSize({ width, height });
      await prompter.keyboard.press('+');
      await expect(message).toBeVisible();
      const [said, keys] = [await boxOf(message), await boxOf(main.getByRole('toolbar', { name: 'Keys' }))];
      expect(said.y + said.height).toBeLessThanOrEqual(keys.y);
    }
    await prompter.close();
  });
  await test.step('the smallest window shows every key of the stage, and each button keeps its name', async () => {
    await page.setViewportSize({ width: 460, height: 260 });
    const { main, button } = rehearsalOf(page);
    await page.keyboard.press('[');
    await mark(page);
    const keys = main.getByRole('toolbar', { name: 'Keys' }).getByRole('button');
    await expect(keys).toHaveCount(9);
    for (const key of await keys.all()) await expect(key).toBeInViewport({ ratio: 1 });
    await expect(button('stop here')).toBeVisible();
    await page.keyboard.press(']');
    await page.setViewportSize({ width: 1120, height: 720 });
  });
  await test.step('nothing jumps: neither the clock when it stops, nor the ratings when an item is left out', async () => {
    const { main, timer, rating, result } = rehearsalOf(page);
    const before = await boxOf(timer);
    await page.keyboard.press('Space');
    await expect(main.getByText('Paused.')).toBeVisible();
    expect((await boxOf(timer)).y).toBe(before.y);
    await page.keyboard.press('Space');
    await mark(page);
    await page.keyboard.press('Escape');
    await expect(result).toBeFocused();
    // What it never reached, the result and the reflection, is unticked.
    const ticked = result.getByRole('checkbox', { checked: true });
    const unticked = result.getByRole('checkbox', { checked: false });
    await expect(ticked.first()).toBeVisible();
    await expect(unticked).toHaveCount(2);
    // Inside the box that scrolls and fades out, not on its edge.
    const list = await boxOf(result.getByRole('group', { name: 'Untick what you left out' }));
    const heading = await boxOf(result.getByText('Untick what you left out'));
    expect(heading.y).toBeGreaterThanOrEqual(list.y);

    const names = ['Again', 'Hard', 'Good', 'Easy'];
    const tops = async () => Promise.all(names.map(async (name) => (await boxOf(rating(name).getByText(name))).y));
    const first = await tops();
    expect(new Set(first).size).toBe(1);
    await result.getByRole('checkbox', { checked: true }).first().uncheck();
    await expect(result).toContainText(/Suggested: Again \(stopped early, \d+ left out\)\./);
    expect(await tops()).toEqual(first);
  });
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
