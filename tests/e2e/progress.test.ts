import { goTo } from '../pages/navigation.ts';
import { libraryOf } from '../pages/library-page.ts';
import { bakery } from '../stories/library-stories.ts';
import { expect, test } from './offbook.ts';
import { logPlace, readLogLines, runOf, storiesOf, storyNamed, writeLog, writeRecording } from './progress-log.ts';
import { openProgress, progressOf } from '../pages/progress-page.ts';
import { mark, readRuns, rehearsalOf, spokenASecond } from '../pages/rehearsal-page.ts';
import { settingsOf } from '../pages/settings-page.ts';

test.beforeEach(async ({ page }) => page.setViewportSize({ width: 1120, height: 720 }));

const stories = storiesOf(bakery);
const oven = storyNamed(stories, 'The oven that smoked');
const starter = storyNamed(stories, 'The starter that died');
/** The oven under its earlier heading. */
const oldOven = { ...oven, id: 'gone', title: 'The smoking oven' };

test('what is due, how it went and what is missing, each with a way on', async ({ page, startOffbook }, info) => {
  const home = info.outputPath('home');
  await writeLog(home, [
    runOf(starter, 30, { totalMs: 150_000, rating: 'hard' }),
    runOf(starter, 20, { totalMs: 121_000, rating: 'again' }),
    'not a run',
    runOf(oldOven, 40),
    runOf(starter, 16, { totalMs: 31_000, finished: false, rating: null }),
  ]);
  const offbook = await startOffbook({ stories: bakery, home });
  await openProgress(page, offbook);
  const { main, part, list, button, chart, slider, matrix } = progressOf(page);

  // Due: what was started comes before what is new, each with its reason.
  await expect(list('Due today').getByRole('listitem')).toHaveText([/The starter that died.*rehearsed 20 days ago/]);
  await expect(list('Never rehearsed').getByRole('listitem')).toHaveCount(2);

  // A story over time: as a chart, with keys, as a table.
  await expect(chart(/^Time against target: 3 runs, last 0:31 of 2:00, closest to target 2:01$/)).toBeVisible();
  await expect(chart(/^Situation, spoken and planned: 0:28 \/ 0:30$/)).toBeVisible();
  await slider('Run').focus();
  await page.keyboard.press('Home');
  await expect(slider('Run')).toHaveAttribute('aria-valuetext', /: 2:30 of 2:00, 30 s over, rated hard$/);
  const story = part('One story over time');
  await expect(story).toContainText('2:30 of 2:00, 30 s over, rated hard');
  await story.getByText('As a table').click();
  const rows = story.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText('stopped early');
  await expect(rows.nth(3)).toContainText('30 s over');

  // Runs by day.
  await expect(chart(/^Runs by day: 4 runs in 12 weeks/)).toBeVisible();
  await slider('Day').focus();
  await expect(slider('Day')).toHaveAttribute('aria-valuetext', /: no runs$/);
  await page.keyboard.press('PageDown');
  await expect(slider('Day')).toHaveAttribute('aria-valuenow', '77');

  // The matrix, and what it shows in words.
  await expect(list('Gaps and overused stories').getByRole('listitem')).toHaveText([
    'Ownership: never rehearsed.',
    'Dive Deep: not rehearsed for 20 days.',
    'Bias for Action: never rehearsed.',
    'Frugality: never rehearsed.',
  ]);
  await expect(matrix.getByRole('columnheader')).toHaveText([
    'Story',
    'Runs',
    'Last',
    'Ownership',
    'Dive Deep',
    'Bias for Action',
    'Frugality',
  ]);
  const ovenRow = matrix.getByRole('row', { name: /^The oven that smoked/ });
  await expect(ovenRow.getByRole('cell')).toHaveText(['0', 'never', 'main story', '', 'also fits', 'also fits']);

  // The log, its place and the line that can't be read.
  await expect(part('The log')).toContainText(logPlace(home));
  await part('The log').getByText('Lines that can’t be read').click();
  await expect(part('The log')).toContainText(/Line 3\./);

  // The runs under the old heading are joined, and the log says so.
  await expect(part('Renamed stories')).toContainText('The smoking oven');
  await button('Join The smoking oven with The oven that smoked').click();
  await expect(part('Renamed stories')).toHaveCount(0);
  await expect(ovenRow.getByRole('cell').first()).toHaveText('1');
  expect((await readLogLines(home)).at(-1)).toMatchObject({ type: 'join', from: 'gone', to: oven.id });

  // A rehearsal starts here at once.
  await expect(main).toContainText('0 of 3 ready · weakest: ');
  await button('Rehearse The starter that died').click();
  const rehearsal = rehearsalOf(page);
  await expect(rehearsal.heading).toHaveText('Tell me about a failure.');
  await expect(rehearsal.timer).toBeVisible();
});

test('the first time it says what to do; after a run the figures appear on their own', async ({
  page,
  context,
  startOffbook,
}) => {
  const offbook = await startOffbook({ stories: bakery });
  await openProgress(page, offbook);
  const { part, list, chart } = progressOf(page);
  await expect(part('What to do first')).toContainText('Rehearse a story once');
  await expect(list('Never rehearsed').getByRole('listitem')).toHaveCount(3);
  await expect(part('One story over time')).toHaveCount(0);

  const other = await context.newPage();
  await openProgress(other, offbook);
  await progressOf(other).part('What to do first').getByRole('button', { name: 'Rehearse', exact: true }).click();
  const { timer, result } = rehearsalOf(other);
  await expect(timer).toHaveText(/^0:(0\d|10)$/);
  await other.keyboard.press('Space');
  await spokenASecond(other);
  for (let section = 0; section < 4; section += 1) await mark(other);
  await expect(result).toBeVisible();
  await other.keyboard.press('3');
  await readRuns(offbook, 1);

  await expect(chart(/^Runs by day: 1 run in 12 weeks/)).toBeVisible();
  await expect(chart(/^Time against target: 1 run/)).toBeVisible();
  await expect(part('What to do first')).toHaveCount(0);
  await expect(list('Never rehearsed').getByRole('listitem')).toHaveCount(2);
});

test('the learned rate is offered and used; the library says when a story was rehearsed', async ({
  page,
  startOffbook,
}, info) => {
  const home = info.outputPath('home');
  const full = { level: 'full', words: 260, totalMs: 120_000 } as const;
  await writeLog(home, [runOf(oven, 9, full), runOf(oven, 3, full), runOf(starter, 30, { rating: 'again' })]);
  await writeRecording(home, oven);
  const offbook = await startOffbook({ stories: bakery, home });
  // What comes after the curve pushes all that is below it.
  await page.addInitScript(() => {
    const watcher = new MutationObserver(() => {
      if (document.querySelector('[role="img"][aria-label^="Time against target"]') === null) return;
      watcher.disconnect();
      Object.assign(window, { cameTogether: document.querySelector('[aria-label="Recordings"]') !== null });
    });
    watcher.observe(document, { childList: true, subtree: true });
  });
  await openProgress(page, offbook);
  const { part, button } = progressOf(page);
  await expect(part('Recordings')).toContainText('20 Nov');
  expect(await page.evaluate(() => 'cameTogether' in window && window.cameTogether)).toBe(true);
  await expect(part('Your pace')).toContainText('Your last 2 runs with the full text ran at 130 words a minute.');
  await button('Use it').click();
  const told = part('Your pace').getByText('Your stories are now planned at 130 words a minute.');
  await expect(told).toBeFocused();
  await expect(button('Use it')).toHaveCount(0);

  await goTo(page, 'Library');
  const { story, page: whole } = libraryOf(page);
  await expect(story('The oven that smoked')).toContainText('rehearsed 3 days ago · 2:00');
  await expect(story('The starter that died')).toContainText('due');
  await expect(story('About me')).toContainText('never rehearsed');
  await expect(whole).toContainText('at 130 words a minute');
  // Recording is off, but this one is there.
  await expect(whole.getByRole('region', { name: 'Recordings' })).toContainText('1 recording');
  await expect(whole).toContainText('Rehearsed 3 days ago · closest to target 2:00 · last 2:00 · due');
  await whole.getByRole('button', { name: 'Rehearse', exact: true }).click();
  await expect(rehearsalOf(page).heading).toHaveText(/^Tell me about a time you fixed something/);
});

test('the settings for rehearsing are saved, and the matrix follows them', async ({ page, startOffbook }, info) => {
  const offbook = await startOffbook({ stories: bakery, home: info.outputPath('home') });
  await page.goto(offbook.address.replace('/#', '/?view=settings#'));
  const { control, said, refused } = settingsOf(page);
  await control('Not competencies').fill(`Frugality\n\nDive Deep\n${'x'.repeat(90)}`);
  await control('Not competencies').blur();
  await expect(refused).toContainText('at most 80 characters');
  await control('Not competencies').fill('Frugality\n\nDive Deep\n');
  await control('Not competencies').press('Control+Enter');
  await expect(said).toHaveText('Not competencies is now a list of 2 lines.');
  await expect(control('Not competencies')).toHaveValue('Frugality\nDive Deep');
  await expect(control('Voice')).toHaveAccessibleDescription(/offline/);
  await goTo(page, 'Progress');
  const { matrix, main } = progressOf(page);
  const columns = matrix.getByRole('columnheader');
  await expect(columns).toHaveText(['Story', 'Runs', 'Last', 'Ownership', 'Bias for Action']);
  // They come back here too.
  await main.getByText('Columns').click();
  await main.getByRole('checkbox', { name: 'Dive Deep' }).check();
  await expect(columns.filter({ hasText: 'Dive Deep' })).toHaveCount(1);
});

test('Escape in the setup of a rehearsal goes back to where it was opened', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories: bakery });
  await openProgress(page, offbook);
  const { main, button } = progressOf(page);
  await button('Rehearsal options').first().click();
  const { start } = rehearsalOf(page);
  await expect(start).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(main).toBeVisible();
});
