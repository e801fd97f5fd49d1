import type { Locator } from '@playwright/test';
import { begun, expectAccessible, offTheLine, openPrompter, prompterOf } from '../pages/prompter-page.ts';
import { mark, openRehearsal, readRuns, rehearsalOf, spokenASecond } from '../pages/rehearsal-page.ts';
import { preparedBakery } from '../stories/story-parts.ts';
import { expect, test } from './offbook.ts';

const prepared = { stories: { 'a-oven.md': preparedBakery['a-oven.md'] } };

const lineHeightOf = (place: Locator): Promise<number> =>
  place.evaluate((element) => Number.parseFloat(getComputedStyle(element).lineHeight));

test('on the prompter, answers are a key or a click away', async ({ page, startOffbook }) => {
  await page.setViewportSize({ width: 460, height: 260 });
  await openPrompter(page, await startOffbook(prepared));

  await test.step('what they may ask is below the last row, and moves no row', async () => {
    const { main, current } = prompterOf(page);
    const asked = main.getByRole('region', { name: 'They may ask' });
    await expect(asked.getByRole('listitem')).toHaveCount(3);
    await expect(asked.getByRole('button')).toHaveCount(2);
    for (let row = 0; row < 6; row += 1) await page.keyboard.press('ArrowDown');
    await expect(current).toContainText('No smoke since');
    await expect.poll(async () => Math.abs(await offTheLine(page))).toBeLessThan(1);
    await expect(asked.getByText('What did it cost?')).toBeInViewport();
    // The controls, which come up under the mouse, leave again over the questions.
    await asked.getByRole('heading').hover();
    await asked.getByRole('button', { name: 'What would you do differently?' }).click();
    await expect(main.getByRole('region', { name: 'Prepared answer' })).toContainText('Ring the sweep');
    await main.getByRole('button', { name: 'Back to the outline' }).click();
    await expect(current).toContainText('No smoke since');
    await expect.poll(async () => Math.abs(await offTheLine(page))).toBeLessThan(1);
  });
  await test.step('a follow-up’s answer is shown by a key and left by Escape or Backspace; the clock goes on', async () => {
    await page.keyboard.press('r');
    const { main, outline, timer } = prompterOf(page);
    const answer = main.getByRole('region', { name: 'Prepared answer' });
    await page.keyboard.press('Space');
    for (const [width, height] of [
      [220, 90],
      [460, 260],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const back of ['Escape', 'Backspace']) {
        await page.keyboard.press('f');
        await expect(answer).toContainText('What made you step in?');
        await expect(answer.getByText('The baker next door coughed.')).toBeInViewport();
        await expect(outline).toHaveCount(0);
        await page.keyboard.press(back);
        await expect(outline).toBeVisible();
      }
      await page.keyboard.press('f');
      await page.keyboard.press('f');
      await expect(answer).toContainText('Ring the sweep before the fair.');
      await expect(timer).toHaveText(begun);
      await expectAccessible(page);
      // No message covers its first line.
      await page.keyboard.press('m');
      await expect(main.locator('.remark')).toContainText('Auto-scroll is');
      const [line, message] = [answer.locator('p').first(), main.locator('.remark')];
      const [{ y }, { y: top }] = [(await line.boundingBox())!, (await message.boundingBox())!];
      expect(y + (await lineHeightOf(line))).toBeLessThanOrEqual(top);
      await page.keyboard.press('f');
      await expect(outline).toBeVisible();
    }
  });
});

test('in a rehearsal, the answer is shown while a key is held, and the time of the follow-up is logged', async ({
  page,
  startOffbook,
}) => {
  const offbook = await startOffbook(prepared);
  await openRehearsal(page, offbook);
  const { main, choice, think, start, result, heading } = rehearsalOf(page);
  await choice('Questions').selectOption('own-follow');
  await think.fill('0:00');
  await think.blur();
  await start.click();
  await spokenASecond(page);
  await page.keyboard.press('Enter');
  await expect(main).toContainText('follow-up');
  const answers: Readonly<Record<string, string>> = {
    'What made you step in?': 'The baker next door coughed.',
    'What would you do differently?': 'Ring the sweep before the fair.',
  };
  const question = (await heading.textContent()) ?? '';
  const answer = answers[question];
  const text = main.getByRole('region', { name: 'Prepared answer' });
  if (answer === undefined) await expect(text).toHaveCount(0);
  else {
    await expect(text).toContainText('Hold H to see it.');
    await page.keyboard.down('h');
    await expect(text).toContainText(answer);
    await expectAccessible(page);
    await page.keyboard.up('h');
    await expect(text).not.toContainText(answer);
  }
  await expect(main.getByRole('timer', { name: 'Time run' })).toHaveText(/^0:0[1-9]$/);
  await mark(page);
  await expect(result).toContainText(new RegExp(`then: ${question.replace('?', '\\?')} 0:0[1-9]`));
  await page.keyboard.press('Enter');
  const [run] = await readRuns(offbook, 1);
  expect(run?.followUp).toBe(question);
  expect(run?.followUpMs).toBeGreaterThanOrEqual(1000);
});
