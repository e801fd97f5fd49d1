import { expect, test } from './offbook.ts';
import { openRehearsal, readRuns, rehearsalOf, spokenASecond } from '../pages/rehearsal-page.ts';
import { canal } from '../stories/rehearsal-stories.ts';

test('a mock interview of five asks for five stories, one by another question, with follow-ups, and ends with its sheet', async ({
  page,
  startOffbook,
}) => {
  await page.setViewportSize({ width: 1120, height: 720 });
  const offbook = await startOffbook({ stories: canal });
  await openRehearsal(page, offbook);
  const { main, choice, think, result, rating, button, start } = rehearsalOf(page);
  await think.fill('0:00');
  await think.blur();
  await expect(main).toContainText('5 questions, about 9 minutes');
  await choice('How many questions').selectOption('5');
  await button('Start the interview').click();
  for (let asked = 1; asked <= 5; asked += 1) {
    await expect(main).toContainText(`Mock interview ${asked} of 5`);
    await spokenASecond(page);
    await page.keyboard.press('Enter');
    await expect(main).toContainText('follow-up');
    await expect(main.getByRole('timer', { name: 'Time run' })).toHaveText(/^0:0\d$/);
    await page.keyboard.press(asked === 1 ? 'Enter' : 'PageDown');
    await expect(result).toBeVisible();
    await page.keyboard.press('3');
    await expect(rating('Good')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Enter');
  }
  const sheet = main.getByRole('region', { name: 'Mock interview' });
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText('5 questions answered');
  await expect(sheet.getByRole('row')).toHaveCount(6);
  await expect(sheet.getByText('then: ')).toHaveCount(5);
  const gaps = sheet.getByRole('region', { name: 'Gaps' });
  // The lock was asked for by one of its two questions, so the other question's group remains.
  await expect(gaps).toContainText(/Think Big|Dive Deep|Every group/);
  const runs = await readRuns(offbook, 5);
  expect(new Set(runs.map(({ story }) => story)).size).toBe(5);
  expect(runs.filter(({ questionKind }) => questionKind === 'alternate')).toHaveLength(1);
  expect(runs.every(({ followUp, rating: given }) => followUp !== null && given === 'good')).toBe(true);
  await page.keyboard.press('Escape');
  await expect(start).toBeVisible();
  // All of them just went well.
  await expect(main).toContainText('All 5 are ready. One more round, weakest first? 5 questions');
  await expect(start).toBeEnabled();
});

test('an interview stopped at a question’s result keeps the answers so far', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories: canal });
  await openRehearsal(page, offbook);
  const { main, think, result, heading, button, start } = rehearsalOf(page);
  await think.fill('0:00');
  await think.blur();
  await button('Start the interview').click();
  await expect(main).toContainText('Mock interview 1 of 5');
  await spokenASecond(page);
  await page.keyboard.press('Enter');
  await expect(button('answered')).toBeVisible();
  await button('skip').click();
  await expect(result).toBeVisible();
  await expect(button('next question (as suggested)')).toBeVisible();
  await button('stop (4 left)').click();
  await expect(heading).toHaveText('1 of 5 questions answered');
  await expect(main.getByText(/^as suggested: /)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(start).toBeVisible();
  expect(await readRuns(offbook, 1)).toHaveLength(1);
});
