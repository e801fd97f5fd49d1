import { expect, test } from './offbook.ts';
import { openPrompter, prompterOf } from '../pages/prompter-page.ts';
import { rehearsalOf, spokenASecond } from '../pages/rehearsal-page.ts';
import { storyText } from '../services/story-texts.ts';
import { lock } from '../stories/rehearsal-stories.ts';

const harbour = storyText('The harbour that froze', ['Rang the pilots', 'Broke the ice']);

test('a clicker’s keys change stories: past either end, a press offers one and a second press opens it', async ({
  page,
  startOffbook,
}) => {
  const stories = { 'a.md': harbour, 'b.md': storyText('The mill', ['Oiled the wheel']) };
  await openPrompter(page, await startOffbook({ stories }));
  const { main, title, current, button } = prompterOf(page);
  const offer = (name: string) => main.getByText(`Press again for “${name}”`);
  // An offer can be taken once it could be read.
  const pressWhenRead = async (key: string) => {
    await page.waitForTimeout(800);
    await page.keyboard.press(key);
  };
  await page.keyboard.press('F5');
  await page.keyboard.press('PageDown');
  await expect(current).toHaveText('Broke the ice');
  // Held down, the key stops at the offer.
  await page.keyboard.down('PageDown');
  await expect(offer('The mill')).toBeVisible();
  await page.waitForTimeout(800);
  await page.keyboard.down('PageDown');
  await page.keyboard.up('PageDown');
  await expect(offer('The mill')).toBeVisible();

  // Esc turns it down, and so does the search.
  await page.keyboard.press('Escape');
  await expect(button('Start or pause')).toHaveAttribute('aria-pressed', 'false');
  await expect(offer('The mill')).toBeHidden();
  await page.keyboard.press('PageDown');
  await expect(offer('The mill')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(offer('The mill')).toBeHidden();
  await page.keyboard.press('PageDown');
  await expect(offer('The mill')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(offer('The mill')).toBeHidden();

  await page.keyboard.press('PageDown');
  await expect(offer('The mill')).toBeVisible();
  await pressWhenRead('PageDown');
  await expect(title).toContainText('The mill');
  await page.keyboard.press('PageUp');
  await expect(offer('The harbour that froze')).toBeVisible();
  await pressWhenRead('PageUp');
  await expect(title).toContainText('The harbour that froze');
  await expect(current).toHaveText('Broke the ice');
});

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
