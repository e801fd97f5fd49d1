import { expect, test } from './offbook.ts';
import { openRehearsal, readRuns, rehearsalOf, spokenASecond } from '../pages/rehearsal-page.ts';
import { canal } from '../stories/rehearsal-stories.ts';

test('a mock interview of five goes straight on, without text, and is rated at the end', async ({
  page,
  startOffbook,
}) => {
  await page.setViewportSize({ width: 1120, height: 720 });
  const offbook = await startOffbook({ stories: canal });
  await openRehearsal(page, offbook);
  const { main, choice, think, result, outline, ratingOf, button, start } = rehearsalOf(page);
  await think.fill('0:00');
  await think.blur();
  await choice('How many questions').selectOption('5');
  await button('Start the interview').click();
  for (let asked = 1; asked <= 5; asked += 1) {
    await expect(main).toContainText(`Question ${asked} of 5`);
    await expect(main).not.toContainText('also works for');
    await expect(outline).toHaveCount(0);
    await spokenASecond(page);
    if (asked === 1) {
      await page.keyboard.down('h');
      await expect(outline).toBeVisible();
      await page.keyboard.up('h');
    }
    await page.keyboard.press('Enter');
    await expect(main).toContainText('follow-up');
    await expect(main.getByRole('timer', { name: 'Time run' })).toHaveText(/^0:0\d$/);
    await page.keyboard.press('Enter');
    await expect(result).toHaveCount(0);
  }
  const sheet = main.getByRole('region', { name: 'Mock interview' });
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText('5 questions answered');
  await expect(sheet).toContainText('5 far under target');
  await expect(sheet.getByRole('row')).toHaveCount(6);
  await expect(sheet.getByText('then: ')).toHaveCount(5);
  // Its other question is the lock’s only one that isn’t its own, so one of its two groups remains.
  await expect(sheet.getByRole('region', { name: 'Gaps' })).toContainText(/Think Big|Dive Deep/);
  for (let asked = 1; asked <= 5; asked += 1) await page.keyboard.press('3');
  await expect(ratingOf('The toll box', 'Good')).toHaveAttribute('aria-pressed', 'true');
  await expect(button('Done')).toBeVisible();
  const lines = await readRuns(offbook, 10);
  const runs = lines.slice(0, 5);
  expect(new Set(runs.map(({ story }) => story)).size).toBe(5);
  expect(runs.filter(({ questionKind }) => questionKind === 'alternate')).toHaveLength(1);
  expect(runs.every(({ followUp, level }) => followUp !== null && level === 'nothing')).toBe(true);
  expect(runs.map(({ peeks }) => peeks)).toEqual([1, 0, 0, 0, 0]);
  expect(lines.slice(5).every(({ rating: given, replaces }) => given === 'good' && replaces !== undefined)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(start).toBeVisible();
  // All of them just went well.
  await expect(main).toContainText('All 5 are ready. One more round, weakest first? 5 questions');
  await expect(start).toBeEnabled();
});

test('the story is found by the person, and a wrong one is shown at the end', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories: { 'b.md': canal['b-ferry.md'], 'c.md': canal['c-bank.md'] } });
  await openRehearsal(page, offbook);
  const { main, choice, think, timer, heading, button } = rehearsalOf(page);
  await think.fill('1:00');
  await think.blur();
  await choice('How many questions').selectOption('1');
  await button('Start the interview').click();
  await expect(main).toContainText('Which story will you tell?');
  const isFerry = ((await heading.textContent()) ?? '').includes('nobody’s');
  const [meant, other] = isFerry ? ['The ferry rope', 'The soft bank'] : ['The soft bank', 'The ferry rope'];
  await button('Choose it').click();
  // Keys are letters while the field has the focus.
  await page.keyboard.type(other);
  await expect(main.getByRole('option').first()).toContainText(other);
  await page.keyboard.press('Enter');
  await expect(main).toContainText(`You’re telling ${other}`);
  await page.keyboard.press('Space');
  await expect(timer).toHaveText(/^(2:00|1:5\d)$/);
  await spokenASecond(page);
  await page.keyboard.press('Escape');
  const sheet = main.getByRole('region', { name: 'Mock interview' });
  await expect(sheet.getByRole('row').nth(1)).toContainText(`The question belongs to “${meant}”.`);
  expect(await readRuns(offbook, 1)).toMatchObject([{ title: other, finished: false }]);
});
