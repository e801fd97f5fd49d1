import { expect, test } from './offbook.ts';
import { openPrompter, prompterOf } from '../pages/prompter-page.ts';
import { rehearsalOf, spokenASecond } from '../pages/rehearsal-page.ts';
import { lock } from '../stories/rehearsal-stories.ts';

test('a clicker’s keys start, move and pause, on the call and in a rehearsal, and never reload the page', async ({
  page,
  startOffbook,
}) => {
  await openPrompter(page, await startOffbook({ stories: { 'lock.md': lock } }));
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  const { current, button } = prompterOf(page);
  const clock = button('Start or pause');
  const isRunning = async (running: boolean) => expect(clock).toHaveAttribute('aria-pressed', `${running}`);
  await page.keyboard.press('F5');
  await isRunning(true);
  await expect(clock).toHaveAttribute('title', 'Pause (Space)');
  const first = (await current.textContent()) ?? '';
  await page.keyboard.press('PageDown');
  await expect(current).not.toHaveText(first);
  await page.keyboard.press('PageUp');
  await expect(current).toHaveText(first);
  for (const [key, runs] of [
    ['.', false],
    ['Shift+F5', true],
    ['Escape', false],
    // There it has nothing to pause.
    ['Escape', false],
    ['b', true],
  ] as const) {
    await page.keyboard.press(key);
    await isRunning(runs);
  }
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('F5');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await isRunning(true);

  await page.keyboard.press('Shift+R');
  const { start, timer, present, main, result, ratingOf } = rehearsalOf(page);
  await expect(start).toBeEnabled();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('F5');
  await expect(timer).toHaveText(/^0:(0\d|10)$/);
  await page.keyboard.press('F5');
  await spokenASecond(page);
  await page.keyboard.press('PageDown');
  await expect(present).toHaveAccessibleName('Task');
  await page.keyboard.press('.');
  await expect(main.getByText('Paused. Space resumes.')).toBeVisible();

  // Thrown away, and brought back.
  await page.keyboard.press('Delete');
  await expect(main.getByRole('button', { name: 'bring back the discarded run' })).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(present).toHaveAccessibleName('Task');

  await page.keyboard.press('Escape');
  await expect(result).toContainText('it doesn’t count unless you rate it');
  await page.keyboard.press('4');
  // A rating goes on to the sheet at the end.
  await expect(ratingOf('The lock that opened on its own', 'Easy')).toHaveAttribute('aria-pressed', 'true');
  expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
});
