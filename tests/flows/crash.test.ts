import { begun, prompterOf } from '../pages/prompter-page.ts';
import { glaze, kiln } from '../stories/prompter-stories.ts';
import { expect, test } from './flow.ts';

/** What a person sees of the prompter, as an expression that every driver can evaluate in its page. */
const seen = `[
  document.querySelector('main h1'),
  document.querySelector('[role="timer"]'),
  document.querySelector('[aria-current="true"] .text'),
].map((element) => element?.textContent ?? null)`;

test('crash: a page that crashes comes back with its story, its row and its clock', async ({ startProgram }) => {
  const program = await startProgram({ 'a-kiln.md': kiln, 'b-glaze.md': glaze });
  const page = program.prompter();
  const { title, timer, current, button } = prompterOf(page);
  await expect(title).toHaveText('Ownership · The kiln that ran cold');
  await page.keyboard.press('ArrowRight');
  await expect(title).toHaveText('Earn Trust · The glaze recipe we gave away');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(timer).toHaveText(begun);
  await page.keyboard.press('Space');
  await expect(button('Start or pause')).toHaveAttribute('aria-pressed', 'false');
  await expect(current).toHaveText('ATold the owners the same day');
  const before = await program.look(seen);
  await program.crash();
  await expect.poll(() => program.look(seen)).toEqual(before);
  expect(before).toEqual([
    expect.stringContaining('The glaze recipe'),
    expect.stringMatching(begun),
    'Told the owners the same day',
  ]);
});
