import { expect, test } from './offbook.ts';
import { openPrompter, prompterOf } from '../pages/prompter-page.ts';
import { openRehearsal, readRuns, rehearsalOf, spokenASecond } from '../pages/rehearsal-page.ts';
import { canal } from '../stories/rehearsal-stories.ts';

test('the prompter asks the follow-up, and two tabs that go on at the same time move on by one question', async ({
  page,
  context,
  startOffbook,
}) => {
  const offbook = await startOffbook({ stories: canal });
  await openRehearsal(page, offbook);
  const { main, choice, think, start, result, heading } = rehearsalOf(page);
  await choice('Which stories').selectOption({ label: 'all (5)' });
  await choice('Questions').selectOption('own-follow');
  await think.fill('0:00');
  await think.blur();
  await start.click();
  await spokenASecond(page);
  const second = await context.newPage();
  await second.goto(offbook.address.replace('/#', '/?view=rehearsal#'));
  const prompterPage = await context.newPage();
  await openPrompter(prompterPage, offbook);
  const prompter = prompterOf(prompterPage);
  await expect(prompter.main).toContainText('Rehearsal 1 of 5');

  await page.keyboard.press('Enter');
  await expect(main).toContainText('follow-up');
  const asked = (await heading.textContent()) ?? '';
  await expect(prompter.title).toHaveText('Follow-up');
  await expect(prompter.main).toContainText(asked);
  await expect(prompter.main.getByRole('timer', { name: 'Time run' })).toHaveText(/^0:0[1-9]$/);
  await expect(prompter.outline).toHaveCount(0);
  await prompterPage.keyboard.press('ArrowDown');
  await expect(result).toBeVisible();
  await prompterPage.keyboard.press('Space');
  await expect(prompter.main).toContainText('This answer is over. Continue in the rehearsal view with Enter');

  await expect(rehearsalOf(second).result).toBeVisible();
  await Promise.all([page, second].map((tab) => tab.keyboard.press('Enter')));
  await expect(main).toContainText('Question 2 of 5');
  await readRuns(offbook, 1);
  await expect(rehearsalOf(second).main).toContainText('Question 2 of 5');
});
