import { libraryOf } from '../pages/library-page.ts';
import { bakery } from '../stories/library-stories.ts';
import { begun, prompterOf } from '../pages/prompter-page.ts';
import { expect, test } from './flow.ts';

test('finding: two words show a story on the prompter, from its own search and from the library', async ({
  startProgram,
}) => {
  const program = await startProgram(bakery);
  const page = program.prompter();
  const { title, timer, outline, main } = prompterOf(page);
  const field = page.getByRole('combobox', { name: 'Find a story' });
  const options = page.getByRole('listbox').getByRole('option');
  await expect(outline).toBeVisible();
  await page.keyboard.press('Space');
  await expect(timer).toHaveText(begun);
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  // The clock stays in view during a search.
  await expect(timer).toBeInViewport({ ratio: 1 });
  await page.keyboard.type('broken cooler');
  await expect(options.first()).toContainText('The starter that died');
  await expect(options.first()).toContainText('Dive Deep');
  await expect(options.first()).toContainText('Answer · ');
  await expect(options.first().locator('mark').first()).toContainText(/broken|cooler/);
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id'))!);
  await page.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
  await expect(title).toHaveText('Dive Deep · The starter that died');

  const library = libraryOf(await program.show('library'));
  await library.search.fill('bias action permission');
  await expect(library.options.first()).toContainText('The oven that smoked');
  await library.search.press('Enter');
  await expect(library.heading).toContainText('fixed something');
  await library.button(/^Prompt with these notes: .*permission/).click();
  // It is shown at once: in this page, or in the prompter's window beside it.
  await expect(title).toHaveText('Bias for Action · The oven that smoked');
  await expect(main.getByRole('group', { name: 'Notes' })).toContainText('owner');
});
