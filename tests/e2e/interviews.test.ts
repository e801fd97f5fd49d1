import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Interview } from '../../src/core/rehearsal/interviews.ts';
import { interviewOf } from '../core/rehearsal/stories.ts';
import { goTo } from '../pages/navigation.ts';
import { libraryOf } from '../pages/library-page.ts';
import { openProgress, progressOf } from '../pages/progress-page.ts';
import { expectAccessible, openPrompter, prompterOf } from '../pages/prompter-page.ts';
import { rehearsalOf } from '../pages/rehearsal-page.ts';
import { bakery } from '../stories/library-stories.ts';
import { expect, test } from './offbook.ts';
import { runOf, storiesOf, storyNamed, writeLog } from './progress-log.ts';

const stories = storiesOf(bakery);
const oven = storyNamed(stories, 'The oven that smoked');
const starter = storyNamed(stories, 'The starter that died');

/** The day so many days from now, as `2026-11-22`. */
function dayIn(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

async function writeInterviews(home: string, interviews: Interview[]): Promise<void> {
  await mkdir(home, { recursive: true });
  await writeFile(path.join(home, 'settings.json'), JSON.stringify({ version: 1, interviews }));
}

test('an interview is added, narrows what is shown, and is removed', async ({ page, startOffbook }, info) => {
  await page.setViewportSize({ width: 1120, height: 720 });
  const home = info.outputPath('home');
  await writeLog(home, [runOf(oven, 0), runOf(starter, 20)]);
  const offbook = await startOffbook({ stories: bakery, home });
  await openProgress(page, offbook);
  const { main, form, list, button, matrix } = progressOf(page);
  await button('Add an interview').click();
  await form.getByLabel('Company').fill('Acme');
  await form.getByLabel('Date').fill(dayIn(2));
  await form.getByLabel('Time').fill('09:00');
  await form.getByLabel('Competencies').fill('Dive Deep\nEarn Trust');
  await form.getByRole('radio', { name: 'Some groups or tags' }).check();
  await button('Save').click();
  await expect(form.getByRole('alert')).toHaveText('Choose at least one group or tag, or all stories.');
  await form.getByRole('checkbox', { name: 'Dive Deep' }).check();
  await expectAccessible(page);
  await button('Save').click();
  await expect(form).toHaveCount(0);
  await expect(list('Interviews ahead').getByRole('listitem')).toHaveText([
    /^Acme in 2 days, .* at 9:00\s*1 story, 0 ready/,
  ]);
  await expect(list('Once more before it').getByRole('listitem')).toHaveText([
    /The starter that died.*once more today/,
  ]);
  await expect(list('Gaps and overused stories')).toContainText('No story covers Earn Trust.');

  await button('Only its stories: Acme').click();
  await expect(matrix.getByRole('columnheader')).toHaveText(['Story', 'Runs', 'Last', 'Dive Deep', 'Earn Trust']);
  await goTo(page, 'Library');
  const library = libraryOf(page);
  await expect(library.main).toContainText('Only for Acme');
  await expect(library.tree.getByRole('treeitem', { level: 2 })).toHaveText([/The starter that died/]);
  await library.search.fill('oven');
  await expect(library.main).toContainText('No story has these words.');
  await expectAccessible(page);
  await openPrompter(page, offbook);
  await page.keyboard.press('/');
  await page.keyboard.type('starter');
  await expect(prompterOf(page).main.getByRole('option')).toHaveText([/The starter that died/]);
  await expect(prompterOf(page).main).toContainText('Only stories for Acme.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+G');

  await button('Remove Acme').click();
  await expect(list('Interviews ahead')).toHaveCount(0);
  await expect(main).toContainText('Removed: Acme.');
  await expect(matrix.getByRole('row', { name: /The oven that smoked/ })).toHaveCount(1);
});

test('the checklist of the day says what to rehearse, pins the stories and loads the first', async ({
  page,
  startOffbook,
}, info) => {
  await page.setViewportSize({ width: 1120, height: 720 });
  const home = info.outputPath('home');
  await writeLog(home, [runOf(oven, 0), runOf(starter, 20)]);
  const ofThem = {
    which: 'some' as const,
    tags: [],
    groups: [oven, starter].map(({ group }) => ({ name: group, texts: [] })),
  };
  await writeInterviews(home, [
    interviewOf('1', { company: 'Acme', day: dayIn(1), time: null, stories: ofThem }),
    interviewOf('2', { company: 'Older', day: dayIn(-3) }),
  ]);
  const offbook = await startOffbook({ stories: bakery, home });
  await openProgress(page, offbook);
  const { main, part, list } = progressOf(page);
  await expect(main).toContainText(
    /^.*1 of 2 ready for tomorrow · weakest: The starter that died \(20 days ago, 1 run\)/,
  );
  await expect(list('Ready').getByRole('listitem')).toHaveText([/The oven that smoked.*ready for tomorrow/]);
  await main.getByText('Past', { exact: false }).first().click();
  await expect(list('Past interviews').getByRole('listitem')).toHaveText([/^Older.*has passed/]);
  const card = part(/^Before the interview: Acme, tomorrow$/);
  await expect(card).toContainText(/To do: Rehearse 1 story about 2 minutes: The starter that died\./);
  await expectAccessible(page);
  await card.getByRole('button', { name: 'Pin 2 stories' }).click();
  await expect(card).toContainText('Done: Its stories are pinned to keys.');
  await card.getByRole('button', { name: 'Rehearse 1 story' }).click();
  await expect(rehearsalOf(page).heading).toHaveText('Tell me about a failure.');
  await page.keyboard.press('Escape');
  await expect(rehearsalOf(page).start).toBeEnabled();
  await page.keyboard.press('Shift+L');
  await expect(libraryOf(page).main.getByRole('region', { name: /^Before the interview: Acme/ })).toContainText(
    'Done: “The oven that smoked” is on the prompter.',
  );
  // Where the list is above the story, the whole card would fill it.
  const step = libraryOf(page).main.getByText('glass of water');
  await expect(step).toBeVisible();
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 460, height: 700 });
  await expect(step).toBeHidden();
  await page.setViewportSize(size);
  await expectAccessible(page);
});
