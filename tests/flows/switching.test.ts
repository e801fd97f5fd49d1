import { begun, prompterOf } from '../pages/prompter-page.ts';
import { glaze, kiln } from '../stories/prompter-stories.ts';
import { expect, test } from './flow.ts';

test('switching: another story begins at its start, going back resumes, and a variant has its own title', async ({
  startProgram,
}) => {
  const page = (await startProgram({ 'a-kiln.md': kiln, 'b-glaze.md': glaze })).prompter();
  const { title, timer, current, outline } = prompterOf(page);
  await expect(title).toHaveText('Ownership · The kiln that ran cold');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(timer).toHaveText(begun);
  await page.keyboard.press('ArrowRight');
  await expect(title).toHaveText('Earn Trust · The glaze recipe we gave away');
  await expect(timer).toHaveText('2:00');
  await expect(outline).not.toContainText('kiln');
  await expect(current).toHaveText('SA rival copied our blue glaze');
  await page.keyboard.press('ArrowLeft');
  await expect(timer).toHaveText(begun);
  await expect(current).toContainText('Three cold firings');

  await page.keyboard.press('v');
  await expect(title).toHaveText('Ownership · The kiln that ran cold · Shorter Answer');
  await expect(outline).not.toContainText('Keep firing through December');
  await page.keyboard.press('v');
  await expect(title).toHaveText('Ownership · The kiln that ran cold');
});
