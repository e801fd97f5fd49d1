import type { Page } from '@playwright/test';
import { expect, test } from './offbook.ts';
import { openPrompter, prompterOf } from '../pages/prompter-page.ts';
import { mark, openRehearsal, readRuns, rehearsalOf, speak, spokenASecond } from '../pages/rehearsal-page.ts';
import { canal, lock } from '../stories/rehearsal-stories.ts';

test.beforeEach(async ({ page }) => page.setViewportSize({ width: 1120, height: 720 }));

/** Records when keys were pressed, by the page's clock: not when the page got round to them. */
async function recordPresses(page: Page): Promise<() => Promise<number[]>> {
  const pressed = await page.evaluateHandle(() => {
    const times: number[] = [];
    window.addEventListener(
      'keydown',
      ({ key, timeStamp }) => void ([' ', 'ArrowDown'].includes(key) && times.push(timeStamp)),
      true,
    );
    return times;
  });
  return () => pressed.evaluate((times) => times);
}

test('a whole run with the keyboard: marks, the sheet, ticks, a rating, and its line in the log', async ({
  page,
  startOffbook,
}) => {
  const offbook = await startOffbook({ stories: canal });
  await openPrompter(page, offbook);
  await page.keyboard.press('Shift+R');
  const {
    choice,
    start,
    main,
    heading,
    timer,
    pace,
    present,
    sections,
    outline,
    result,
    rating,
    item,
    ratingOf,
    button,
  } = rehearsalOf(page);
  // Started from the prompter, it rehearses the prompter's story.
  await expect(choice('Which stories').locator('option:checked')).toHaveText('The lock that opened on its own');
  await expect(main).toContainText('1 question, about 1 minute');
  await expect(start).toBeEnabled();
  const presses = await recordPresses(page);
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Tell me about a time you changed how a thing was done that worked well enough.');
  await expect(timer).toHaveText(/^0:(10|0\d)$/);
  await expect(outline).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(timer).toHaveText(/^(1:00|0:5\d)$/);
  await expect(outline).toBeVisible();
  await spokenASecond(page);
  for (const name of ['Situation', 'Task', 'Action', 'Result', 'Reflection']) {
    await expect(present).toHaveAccessibleName(name);
    // The sections need different lengths, the longest of them over a second.
    if (name === 'Action') await expect(sections.nth(2)).toContainText(/0:0[1-9] of 0:\d\d/);
    await mark(page);
  }
  await expect(result).toBeVisible();
  await expect(result).toContainText('The lock that opened on its own');
  await expect(result.getByRole('row', { name: /^Action/ })).toContainText(/0:0[1-9] \/ 0:\d\d/);
  await item('Keeper in the rain').press('Space');
  await expect(item('Keeper in the rain')).not.toBeChecked();
  await expect(rating('Hard')).toContainText(/today|tomorrow|in \d+ days/);
  // A rating goes on; Backspace leads back, and a click on a rating goes on as well.
  await page.keyboard.press('3');
  await expect(ratingOf('The lock that opened on its own', 'Good')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Backspace');
  await expect(rating('Good')).toHaveAttribute('aria-pressed', 'false');
  await rating('Hard').click();
  await expect(ratingOf('The lock that opened on its own', 'Hard')).toHaveAttribute('aria-pressed', 'true');
  await expect(heading).toHaveText('1 question answered');
  await expect(button('Rehearse the weak one')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(start).toBeVisible();
  await expect(pace).toHaveCount(0);

  // Each rating is a line; the later one counts.
  const [first, run] = await readRuns(offbook, 2);
  expect(run).toMatchObject({ at: first?.at, replaces: first?.at });
  const times = await presses();
  const done = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  const logged = run?.sections.map(({ spokenMs }) => spokenMs ?? -1) ?? [];
  expect(logged).toHaveLength(5);
  for (const [index, spokenMs] of logged.entries())
    // The page knows the program’s clock to half a round trip, and puts it right when it hears better.
    expect(Math.abs(spokenMs - (done[index] ?? 0))).toBeLessThanOrEqual(50);
  expect(run).toMatchObject({
    title: 'The lock that opened on its own',
    group: 'Think Big',
    level: 'outline',
    targetMs: 60_000,
    totalMs: logged.reduce((sum, ms) => sum + ms, 0),
    finished: true,
    missed: [{ text: 'Keeper in the rain' }],
    rating: 'hard',
  });
  expect(run?.sections.map(({ kind }) => kind)).toEqual(['situation', 'task', 'action', 'result', 'reflection']);
});

test('marks and the finish can be undone; a run stopped early is kept, one without an answer isn’t', async ({
  page,
  startOffbook,
}) => {
  const offbook = await startOffbook({ stories: canal });
  await openRehearsal(page, offbook);
  const { present, result, start, sections, main, timer, summary } = rehearsalOf(page);
  await speak(page, 'Ownership (1)');
  await page.keyboard.press('ArrowDown');
  await expect(present).toHaveAccessibleName('Action');
  await expect(sections.first()).toContainText(/under$/);
  await page.keyboard.press('Backspace');
  await expect(present).toHaveAccessibleName('Situation');
  await page.keyboard.press('Enter');
  await expect(result).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(present).toHaveAccessibleName('Situation');
  await page.keyboard.press('Space');
  await expect(main.getByText('Paused. Space resumes.')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(main.getByText('Paused.')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(present).toHaveAccessibleName('Action');
  await page.keyboard.press('Escape');
  await expect(result).toContainText('stopped early');
  await expect(result.getByRole('row', { name: /^Result/ })).toContainText('–');
  await page.keyboard.press('Escape');
  await expect(summary).toContainText('1 stopped early');
  await page.keyboard.press('Escape');
  await expect(start).toBeEnabled();
  expect(await readRuns(offbook, 1)).toMatchObject([{ finished: false, title: 'The ferry rope' }]);

  await page.keyboard.press('Enter');
  await expect(timer).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(start).toBeVisible();
  await readRuns(offbook, 1);
});

test('the text fades in steps, the line is visible while H is held, and “repeat” asks again', async ({
  page,
  startOffbook,
}) => {
  const offbook = await startOffbook({ stories: canal });
  await openRehearsal(page, offbook);
  const { outline, main, button, result, heading } = rehearsalOf(page);
  await speak(page, 'Think Big (1)');
  await expect(outline).toContainText('Counted every boat in May');
  await page.keyboard.press('[');
  await expect(outline).toContainText('Counted e____ b___ i_ M__');
  await page.keyboard.press('[');
  await expect(outline).toContainText('C______ e____ b___ i_ M__');
  await page.keyboard.down('h');
  await expect(outline).toContainText('Counted every boat in May');
  await expect(button('peek at the outline (1 peek)')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.up('h');
  await expect(outline).toContainText('C______ e____');
  await page.keyboard.down('h');
  await expect(button('peek at the outline (2 peeks)')).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect(outline).toContainText('C______ e____');
  await page.keyboard.up('h');
  await page.keyboard.press('[');
  await expect(outline).toHaveCount(0);
  await expect(main).toContainText('The text is hidden.');
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press(']');
  await expect(outline).toContainText('our lock let nine boats', { ignoreCase: true });
  await expect(button('Show more text')).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(result).toContainText('Rehearsal');
  await page.keyboard.press('r');
  await expect(heading).toContainText('Tell me about a time');
  await page.keyboard.press('Space');
  await expect(outline).toBeVisible();
  await spokenASecond(page);
  await page.keyboard.press('Enter');
  await expect(result).toContainText('Earlier runs');
  await result.getByText('As a table').click();
  await expect(result.getByRole('table', { name: /^Runs of the story/ }).getByRole('row')).toHaveCount(3);
  const [run] = await readRuns(offbook, 1);
  expect(run).toMatchObject({ peeks: 2, level: 'outline' });
  expect(run?.levelChanges.map(({ level }) => level)).toEqual([
    'first-words',
    'initials',
    'nothing',
    'initials',
    'first-words',
    'outline',
    'full',
  ]);
});

test('the prompter follows in its own tab, and a reload in mid-run finds the run where it is', async ({
  page,
  context,
  startOffbook,
}) => {
  const offbook = await startOffbook({ stories: { 'lock.md': lock } });
  await openRehearsal(page, offbook);
  const other = await context.newPage();
  await openPrompter(other, offbook);
  const prompter = prompterOf(other);
  await expect(prompter.current).toContainText('Nine boats an hour');
  await page.bringToFront();
  await page.keyboard.press('Enter');
  await expect(rehearsalOf(page).timer).toBeVisible();
  await expect(prompter.title).toHaveText('Think');
  await expect(prompter.main).toContainText('Rehearsal 1 of 1');
  await expect(prompter.main).toContainText('Tell me about a time you changed');
  await expect(prompter.outline).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(prompter.current).toContainText('Nine boats an hour');
  await spokenASecond(page);
  await mark(page);
  await expect(prompter.current).toContainText('Open without a hand');
  await page.keyboard.press('[');
  await expect(prompter.current).toContainText('Open w______ a h___');
  // The prompter's own keys act on the run. Held down (Playwright repeats them), they mark once.
  await other.bringToFront();
  await other.keyboard.down('Shift');
  await other.keyboard.down('PageDown');
  await expect(rehearsalOf(page).present).toHaveAccessibleName('Action');
  await expect(rehearsalOf(page).sections.nth(2)).toContainText(/0:0[1-9] of/);
  await other.keyboard.down('PageDown');
  await other.keyboard.up('PageDown');
  await other.keyboard.up('Shift');
  await other.keyboard.press('Space');
  await expect(rehearsalOf(page).main).toContainText('Paused.');

  await page.bringToFront();
  const figure = await rehearsalOf(page).timer.textContent();
  await page.reload();
  await expect(rehearsalOf(page).present).toHaveAccessibleName('Action');
  await expect(rehearsalOf(page).timer).toHaveText(figure ?? '');
  await expect(rehearsalOf(page).outline).toContainText('Counted e____ b___ i_ M__');
  await page.keyboard.press('Enter');
  await expect(rehearsalOf(page).result).toBeVisible();
  await expect(prompter.title).toHaveText('Think Big · The lock that opened on its own');
  await expect(prompter.outline).toContainText('Counted every boat in May');
});

test('a rehearsal of several stories ends in a summary, where ratings can be changed, and leads on to the weak ones', async ({
  page,
  startOffbook,
}) => {
  const { 'a-lock.md': lockStory, 'b-ferry.md': ferry } = canal;
  const offbook = await startOffbook({ stories: { 'a-lock.md': lockStory, 'b-ferry.md': ferry } });
  await openRehearsal(page, offbook);
  const { main, timer, result, summary, ratingOf, heading, button, start } = rehearsalOf(page);
  await page.keyboard.press('Enter');
  for (const number of [1, 2]) {
    await expect(main).toContainText(`Question ${number} of 2`);
    await expect(timer).toHaveText(/^0:(0\d|10)$/);
    await page.keyboard.press('Space');
    await spokenASecond(page);
    await page.keyboard.press('Enter');
    await expect(result).toContainText('Suggested: Again (');
    await page.keyboard.press('1');
  }
  await expect(heading).toHaveText('2 questions answered');
  await expect(summary).toContainText('2 far under target');
  await expect(summary.getByRole('list').getByRole('listitem')).toContainText([
    // The furthest off comes first.
    /The ferry rope.* under its 2:00/,
    /The lock.* under its 1:00/,
  ]);
  // The keys rate the marked answer, the first, and mark the next; a click rates its own row.
  await page.keyboard.press('3');
  await expect(ratingOf('The lock that opened on its own', 'Good')).toHaveAttribute('aria-pressed', 'true');
  await expect(summary.locator('[aria-current="true"]')).toContainText('The ferry rope');
  await page.keyboard.press('ArrowUp');
  await expect(summary.locator('[aria-current="true"]')).toContainText('The lock');
  await ratingOf('The ferry rope', 'Hard').click();
  await expect(ratingOf('The ferry rope', 'Hard')).toHaveAttribute('aria-pressed', 'true');
  await readRuns(offbook, 4);
  await button('Rehearse the weak one').click();
  await expect(heading).toHaveText('When did you fix what was nobody’s?');
  await page.keyboard.press('Escape');
  await expect(start).toBeVisible();
});
