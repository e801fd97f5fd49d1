import { begun, prompterOf } from '../pages/prompter-page.ts';
import { kiln } from '../stories/prompter-stories.ts';
import { expect, test } from './flow.ts';

test('prompter: keys and wheel move through a story, pause it and start it over', async ({ startProgram }) => {
  const page = (await startProgram({ 'kiln.md': kiln })).prompter();
  const { title, timer, pace, current, button } = prompterOf(page);
  await expect(title).toHaveText('Ownership · The kiln that ran cold');
  await expect(timer).toHaveText('2:00');
  await expect(current).toHaveText('SForty kilns, one supplier of thermostats');

  await page.keyboard.press('Space');
  await expect(button('Start or pause')).toHaveAttribute('aria-pressed', 'true');
  await expect(timer).toHaveText(begun);
  await page.keyboard.press('ArrowDown');
  await expect(current).toHaveText('Three cold firings in one winter');
  await page.keyboard.press('Shift+PageDown');
  await expect(current).toHaveText('TKeep firing through December');
  await expect(pace).toHaveAttribute('aria-valuetext', /^\d+ seconds ahead$/);
  await page.mouse.move(200, 150);
  await page.mouse.wheel(0, 3000);
  await expect(current).toHaveText('RfLook at the part that nobody owns');

  await page.keyboard.press('Space');
  await expect(button('Start or pause')).toHaveAttribute('aria-pressed', 'false');
  const paused = (await timer.textContent()) ?? '';
  expect(paused).toMatch(begun);
  // Adding and removing time shows whether the clock has really stopped.
  await page.keyboard.press('+');
  await expect(timer).not.toHaveText(paused);
  await page.keyboard.press('-');
  await expect(timer).toHaveText(paused);
  await page.keyboard.press('r');
  await expect(timer).toHaveText('2:00');
  await expect(current).toHaveText('SForty kilns, one supplier of thermostats');
});
