import { begun, prompterOf } from '../pages/prompter-page.ts';
import { glaze } from '../stories/prompter-stories.ts';
import { mark, readRuns, rehearsalOf } from '../pages/rehearsal-page.ts';
import { expect, test } from './flow.ts';

test('rehearsal: think, tell the story on the stage and on the prompter, rate it, and it is in the log', async ({
  startProgram,
}) => {
  const program = await startProgram({ 'glaze.md': glaze });
  const prompter = prompterOf(program.prompter());
  await expect(prompter.outline).toBeVisible();
  const page = await program.show('rehearsal');
  const { start, heading, timer, present, result, rating, summary } = rehearsalOf(page);
  await expect(start).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Tell me about a time you shared bad news early.');
  await expect(timer).toHaveText(/^0:(10|0\d)$/);
  await page.keyboard.press('Space');
  await expect(timer).toHaveText(begun);

  await program.back();
  await expect(prompter.timer).toHaveText(begun);
  await expect(prompter.current).toContainText('A rival copied our blue glaze');
  await mark(program.prompter(), 'Shift+PageDown');
  await expect(prompter.current).toContainText('Told the owners the same day');

  await program.show('rehearsal');
  await expect(present).toHaveAccessibleName('Action');
  await page.keyboard.press('ArrowDown');
  await expect(present).toHaveAccessibleName('Result');
  await page.keyboard.press('Enter');
  await expect(result).toContainText('The glaze recipe we gave away');
  await expect(rating('Good')).toBeVisible();
  await page.keyboard.press('3');
  await expect(summary).toContainText('1 question answered');
  await page.keyboard.press('Escape');
  await expect(start).toBeVisible();
  expect(await readRuns(program, 1)).toMatchObject([
    {
      title: 'The glaze recipe we gave away',
      targetMs: 120_000,
      finished: true,
      rating: 'good',
      sections: [{ kind: 'situation' }, { kind: 'action' }, { kind: 'result' }],
    },
  ]);
});
