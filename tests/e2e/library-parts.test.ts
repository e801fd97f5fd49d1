import { libraryOf, openLibrary } from '../pages/library-page.ts';
import { expectAccessible, openPrompter, prompterOf } from '../pages/prompter-page.ts';
import { openProgress, progressOf } from '../pages/progress-page.ts';
import { openRehearsal, rehearsalOf } from '../pages/rehearsal-page.ts';
import { preparedBakery } from '../stories/story-parts.ts';
import { expect, test } from './offbook.ts';

const prepared = { stories: preparedBakery };

test.beforeEach(async ({ page }) => page.setViewportSize({ width: 1120, height: 720 }));

test('follow-ups, facts and notes are shown and found', async ({ page, startOffbook }) => {
  await openLibrary(page, await startOffbook(prepared));

  await test.step('a follow-up opens to its prepared answer by the keyboard; facts are in the head, notes below the answer', async () => {
    const { page: story, tab, content } = libraryOf(page);
    const followUps = story.getByRole('list', { name: 'Follow-up questions' });
    await expect(followUps.getByRole('listitem')).toHaveCount(3);
    const answer = followUps.getByText('The baker next door coughed.');
    await expect(answer).toBeHidden();
    await story.getByRole('button', { name: 'Open in editor' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(answer).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(followUps.getByText('Ring the sweep before the fair.')).toBeVisible();
    await expect(story.getByRole('term')).toHaveText(['Company']);
    await expect(story.getByRole('definition')).toHaveText(['Harbour Bakery']);
    await tab('Full answer').click();
    await expect(content.getByRole('region', { name: 'Notes', exact: true })).toContainText(
      'Interview angleShows what one does without a mandate.',
    );
    await expectAccessible(page);
  });
  await test.step('the search says that a word is in a note, a fact or a prepared answer', async () => {
    const { search, options } = libraryOf(page);
    for (const [words, said] of [
      ['mandate', 'Note · Shows what one does without a mandate.'],
      ['harbour', 'Fact · Harbour Bakery'],
      ['coughed', 'Answer to a follow-up · The baker next door coughed.'],
    ] as const) {
      await search.fill(words);
      await expect(options).toHaveText([new RegExp(`The oven that smoked.*${said}`)]);
    }
  });
});

test('a planned story is listed and opens in the editor; it is neither prompted, nor rehearsed, nor due', async ({
  page,
  context,
  startOffbook,
}) => {
  const offbook = await startOffbook(prepared);
  await openLibrary(page, offbook);
  const { story, button, heading, main, page: whole, tree } = libraryOf(page);
  await expect(story('The stall at the fair')).toContainText('not written yet');
  await story('The stall at the fair').click();
  await expect(heading).toHaveText('When did you save money?');
  await expect(button('Open in editor')).toBeVisible();
  for (const name of ['Prompt', 'Rehearse', 'Pin']) {
    await expect(whole.getByRole('button', { name, exact: true })).toHaveCount(0);
  }
  await expectAccessible(page);
  await tree.focus();
  await page.keyboard.press('Enter');
  await expect(main).toContainText('“The stall at the fair” isn’t written yet. Open it in your editor');

  const prompter = await context.newPage();
  await openPrompter(prompter, offbook);
  const { title, main: prompterMain } = prompterOf(prompter);
  await prompter.keyboard.press('ArrowLeft');
  await expect(title).toHaveText('About me');
  await prompter.keyboard.press('/');
  await prompter.keyboard.type('stall');
  await expect(prompterMain).toContainText('No story has these words.');

  const rehearsal = await context.newPage();
  await openRehearsal(rehearsal, offbook);
  const stories = rehearsalOf(rehearsal).choice('Which stories');
  await expect(stories.getByRole('option', { name: 'all (3)' })).toHaveCount(1);
  await expect(stories.getByRole('option', { name: 'The stall at the fair' })).toHaveCount(0);

  const progress = await context.newPage();
  await openProgress(progress, offbook);
  const { list, main: progressMain } = progressOf(progress);
  await expect(list('Never rehearsed').getByRole('listitem')).toHaveCount(3);
  await expect(progressMain).toContainText('No story covers Patience yet: the one that you planned isn’t written.');
});

test('questions from a list are asked, not answered, unless a story fits', async ({ page, startOffbook }) => {
  await openProgress(page, await startOffbook(prepared));
  const { list, main } = progressOf(page);
  await expect(list('Asked, not answered').getByRole('listitem')).toHaveText([/^How do you hire\?.*Line 3$/]);
  await main.getByText(/^Answered by a story/).click();
  await expect(list('Answered by a story').getByRole('listitem')).toHaveText([
    /^Tell me about a time you fixed something\.“The oven that smoked” fits best/,
  ]);
  await expectAccessible(page);
});
