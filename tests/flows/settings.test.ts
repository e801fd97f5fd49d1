import { prompterOf } from '../pages/prompter-page.ts';
import { glaze, kiln } from '../stories/prompter-stories.ts';
import { settingsOf } from '../pages/settings-page.ts';
import { expect, test } from './flow.ts';

test('settings: a change takes effect at once, and is still there after a restart', async ({ startProgram }) => {
  const program = await startProgram({ 'a-kiln.md': kiln, 'b-glaze.md': glaze });
  await expect(prompterOf(program.prompter()).timer).toHaveText('2:00');
  const { control, said } = settingsOf(await program.show('settings'));
  await control('Target').fill('3:30');
  await control('Target').press('Enter');
  await expect(said).toHaveText('Target is now 3:30.');
  await control('Theme').selectOption('Light');
  await expect(control('Theme')).toHaveValue('light');
  await program.back();
  const prompter = program.prompter();
  await expect(prompterOf(prompter).timer).toHaveText('3:30');
  await expect(prompter.locator('html')).toHaveAttribute('data-theme', 'light');

  await program.restart();
  const again = program.prompter();
  await expect(prompterOf(again).timer).toHaveText('3:30');
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'light');
  const kept = settingsOf(await program.show('settings'));
  await expect(kept.control('Target')).toHaveValue('3:30');
  await expect(kept.control('Theme')).toHaveValue('light');
});
