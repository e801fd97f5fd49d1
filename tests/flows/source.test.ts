import { libraryOf } from '../pages/library-page.ts';
import { bakery } from '../stories/library-stories.ts';
import { prompterOf } from '../pages/prompter-page.ts';
import { expect, test } from './flow.ts';

test('how it was read: the library shows a story’s file with a mark for each line, and follows it as it is saved', async ({
  startProgram,
}) => {
  const program = await startProgram(bakery);
  await expect(prompterOf(program.prompter()).outline).toBeVisible();
  const { tab, content } = libraryOf(await program.show('library'));
  await tab('How it was read').click();
  const lines = content.getByRole('listbox', { name: 'Lines of a-oven.md' }).getByRole('option');
  await expect(lines.filter({ hasText: 'I ran the night shift' })).toHaveAccessibleName(/Situation\. /);
  await expect(lines.filter({ hasText: '## The oven that smoked' })).toHaveAccessibleName(/^Line 2 Story\. /);
  await program.write('a-oven.md', bakery['a-oven.md'].replace('I ran the night shift', 'I led the night shift'));
  await expect(lines.filter({ hasText: 'I led the night shift' })).toHaveAccessibleName(/Situation\. /);
});
