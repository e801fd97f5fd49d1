import { begun, offTheLine, prompterOf, readScroll } from '../pages/prompter-page.ts';
import { kiln } from '../stories/prompter-stories.ts';
import { expect, test } from './flow.ts';

test('reload: a story that is saved and a page that is reloaded keep their place', async ({ startProgram }) => {
  const program = await startProgram({ 'kiln.md': kiln });
  const page = program.prompter();
  const { outline, timer, current, row } = prompterOf(page);
  await expect(outline).toBeVisible();
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowDown');
  await expect(current).toHaveText('by hand, at six each morning');
  await program.write('kiln.md', kiln.replace('> * Forty kilns', '> * Sixty kilns of three makers\n> * Forty kilns'));
  await expect(row('Sixty kilns')).toBeVisible();
  await expect(current).toHaveText('by hand, at six each morning');
  expect(Math.abs(await offTheLine(page))).toBeLessThan(1);
  await expect(timer).toHaveText('2:00');

  await page.keyboard.press('Space');
  await expect(timer).toHaveText(begun);
  await program.reload();
  await expect(timer).toHaveText(begun);
  await expect(current).toHaveText('by hand, at six each morning');
  expect((await readScroll(page)).playState).toBe('running');
});
