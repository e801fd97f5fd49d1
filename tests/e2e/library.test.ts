import { libraryOf, openLibrary } from '../pages/library-page.ts';
import { navigationOf } from '../pages/navigation.ts';
import { bakery, oven, sourdough } from '../stories/library-stories.ts';
import { expect, test } from './offbook.ts';
import { expectAccessible, openPrompter, prompterOf } from '../pages/prompter-page.ts';

test.beforeEach(async ({ page }) => page.setViewportSize({ width: 1120, height: 720 }));

test('a whole story, its outline and what a search finds', async ({ page, startOffbook }) => {
  await openLibrary(page, await startOffbook({ stories: bakery }));

  await test.step('all of a story is shown: question, outline, times, answer, variant, other questions, problems', async () => {
    const { heading, tab, content, page: story, story: entry, time, problems } = libraryOf(page);
    await expect(heading).toHaveText('Tell me about a time you fixed something that nobody had asked you to fix.');
    await expect(story).toContainText('Ownership · The oven that smoked');
    await expect(story.getByRole('list', { name: 'Follow-up questions' }).getByRole('listitem')).toHaveCount(2);
    await expect(content.getByRole('region', { name: 'Action' }).getByRole('listitem')).toHaveCount(3);

    await expect(time).toContainText('at 145 words a minute');
    const rows = time.getByRole('row');
    await expect(rows).toHaveCount(5);
    // Four sections, whose recommended shares of two minutes are 20 : 10 : 55 : 10.
    await expect(rows.nth(3)).toContainText(/^A?Action\d:\d\d \/ 1:09$/);

    await tab('Full answer').click();
    await expect(content).toContainText('six ovens on one flue');
    // An address is a link, without the sentence's full stop.
    const link = content.getByRole('link');
    await expect(link).toHaveText('https://example.org/flue');
    await expect(link).toHaveAttribute('href', 'https://example.org/flue');
    await expect(content).toContainText('The plan of it is at https://example.org/flue.');
    await expect(content.getByRole('region', { name: 'Action' }).getByRole('listitem')).toHaveText([
      'I rang the sweep.',
      'I cleaned it together with him.',
    ]);
    await tab('Shorter Answer').click();
    await expect(content).toContainText('The shop was full of smoke.');
    await expect(content).not.toContainText('six ovens');
    await tab('Also works for 2').click();
    const [bias, frugality] = await content.getByRole('article').all();
    await expect(bias!).toContainText('without waiting for permission');
    await expect(bias!.getByRole('listitem')).toHaveText(['Was it the right one?']);
    await expect(frugality!).toContainText('A mirror and a candle were all that it took.');

    // Problems say where they are and what to do.
    await expect(entry('The starter that died')).toContainText('1 problem');
    await entry('The starter that died').click();
    const problem = problems.getByRole('listitem').filter({ hasText: 'has no result' });
    await expect(problem).toContainText('Problem. The story has no result.');
    await expect(problem.getByRole('button', { name: /^Line \d+$/ })).toBeVisible();
    await expect(problems.getByRole('status')).toContainText('1 problem');
  });
  await test.step('an outline made from the answer can be copied as a block quote', async () => {
    const { story, button, content, search } = libraryOf(page);
    await story('The starter that died').click();
    await expect(content).toContainText('made from the answer');
    await expect(content.getByRole('region', { name: 'Action' }).getByRole('listitem')).toHaveText([
      'Kept log of temperature, found broken cooler',
    ]);
    await button('Copy as a block quote').click();
    await expect(page.getByRole('status').filter({ hasText: 'The outline was copied.' })).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.press('ControlOrMeta+V');
    await expect(search).toHaveValue(/> \*\*A:\*\*.*> - Kept log of temperature, found broken cooler/u);

    await search.fill('');
    await page.keyboard.press('Escape');
    await story('The oven that smoked').click();
    await expect(button('Copy as a block quote')).toHaveCount(0);
  });
  await test.step('a search that finds another question opens the story there and highlights the words', async () => {
    const { search, options, content, tab } = libraryOf(page);
    await search.fill('much little frugality');
    await expect(options.first()).toContainText('Also works for');
    await expect(options.first().locator('mark').first()).toBeVisible();
    await options.first().click();
    await expect(tab('Also works for 2')).toHaveAttribute('aria-selected', 'true');
    await expect(content.getByRole('article').first()).toContainText('Frugality');
    await search.fill('xylophone quarterly zebra');
    await expect(page.getByText('No story has these words.').last()).toBeVisible();
    await search.fill('oven '.repeat(2500));
    await expect(options.first()).toContainText('The oven that smoked');
    await search.fill('');
    await page.keyboard.press('Escape');
  });
  await test.step('axe finds nothing', async () => {
    await libraryOf(page).tab('Outline').click();
    const { heading, tab, story, search, options, button } = libraryOf(page);
    await expectAccessible(page);
    await tab('Also works for 2').click();
    await expectAccessible(page);
    await story('The starter that died').click();
    await expect(heading).toHaveText('Tell me about a failure.');
    await button('Pin').click();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await search.fill('smoke flue');
    await expect(options.first()).toBeVisible();
    await expectAccessible(page);
    await button(/^Folders/).click();
    await expect(page.getByRole('dialog', { name: 'Use my stories' })).toBeVisible();
    await expectAccessible(page);
  });
});

test('a long answer gets its own time or another version, each with one button; what it was is another away', async ({
  page,
  startOffbook,
}) => {
  const long = (story: string) =>
    story.replace(/^\*\*A:\*\* /m, `$&${'I swept and looked up the flue again. '.repeat(60)}`);
  await openLibrary(page, await startOffbook({ stories: { 'oven.md': long(oven), 'starter.md': long(sourdough) } }));
  const { main, page: whole, tab, problems, button, story } = libraryOf(page);
  const { title } = prompterOf(page);
  await story('The starter that died').click();
  const tooLong = problems.getByText(/about 3:\d\d at 145 words/);
  await expect(tooLong).toBeVisible();
  await expect(story('The starter that died')).toContainText('2 hints');
  await button(/^Give it 3:\d\d here$/).click();
  await expect(whole).toContainText('Has its own time here');
  await expect(tooLong).toHaveCount(0);
  await expect(story('The starter that died')).toContainText('1 hint');
  await button('Back to 2:00').click();
  await expect(tooLong).toBeVisible();

  await story('The oven that smoked').click();
  await expect(whole).toContainText(/A shorter answer \(0:\d\d\) fits\./);
  await button('Use it by default').click();
  await expect(whole).toContainText('Comes as Shorter Answer by default.');
  await expect(story('The oven that smoked')).toContainText(/0:\d\d/);
  await expectAccessible(page);
  await button('Prompt').click();
  await expect(title).toContainText('Shorter Answer');
  await page.goBack();
  await button('Use the full answer').click();
  await expect(button('Use it by default')).toBeVisible();
  await tab('Shorter Answer').click();
  await button('Use it by default').click();
  await expect(main).toContainText('Comes as Shorter Answer by default.');
});

test('from the library to the prompter and back', async ({ page, startOffbook }) => {
  await openLibrary(page, await startOffbook({ stories: bakery }));

  await test.step('Prompt shows the story, its variant, or tells it for another question on the prompter', async () => {
    const { story, button, tab, main } = libraryOf(page);
    const { title, outline, main: prompter } = prompterOf(page);
    await story('The starter that died').click();
    await expect(libraryOf(page).heading).toHaveText('Tell me about a failure.');
    await button('Prompt').click();
    await expect(title).toHaveText('Dive Deep · The starter that died');
    await expect(outline).toContainText('eleven years');

    await page.goBack();
    await expect(main).toBeVisible();
    await story('The oven that smoked').click();
    await tab('Shorter Answer').click();
    await button('Prompt').click();
    await expect(title).toHaveText('Ownership · The oven that smoked · Shorter Answer');

    await page.keyboard.press('Shift+L');
    await tab('Also works for 2').click();
    await button(/^Prompt with these notes: .*permission/).click();
    await expect(title).toHaveText('Bias for Action · The oven that smoked');
    await expect(prompter.getByText('Decision you took without waiting for permission')).toBeVisible();
    await expect(prompter.getByRole('group', { name: 'Notes' })).toContainText('owner');
  });
  await test.step('a pinned story opens with its key, and says so', async () => {
    await page.keyboard.press('Shift+L');
    const { story, button } = libraryOf(page);
    await story('The starter that died').click();
    await expect(libraryOf(page).heading).toHaveText('Tell me about a failure.');
    await button('Pin').click();
    await button('Key 3').click();
    await expect(story('The starter that died')).toContainText('3');
    await story('The oven that smoked').click();
    await expect(libraryOf(page).heading).toContainText('fixed');
    await button('Pin').click();
    await expect(button('Key 3, now The starter that died')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(button('Pin')).toBeFocused();
    await page.keyboard.press('Shift+P');
    await page.keyboard.press('3');
    await expect(prompterOf(page).title).toHaveText('Dive Deep · The starter that died');
  });
  await test.step('a reload stays in the library, and Back goes to the prompter', async () => {
    await page.keyboard.press('Shift+L');
    await expect(libraryOf(page).heading).toBeVisible();
    await expect(page).toHaveTitle('Library – Offbook');
    await page.reload();
    await expect(libraryOf(page).heading).toBeVisible();
    await page.goBack();
    await expect(prompterOf(page).outline).toBeVisible();
  });
});

test('everything works with the keyboard alone', async ({ page, startOffbook }) => {
  await openPrompter(page, await startOffbook({ stories: bakery }));
  const { heading, selected, tab, content, tree, search, options, story } = libraryOf(page);
  await page.keyboard.press('Shift+L');
  await expect(heading).toContainText('fixed');
  await expect(tree).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(selected).toContainText('The starter that died');
  await expect(heading).toHaveText('Tell me about a failure.');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(tree.getByRole('treeitem', { name: 'Dive Deep' })).toHaveAttribute('aria-expanded', 'false');
  await expect(story('The starter that died')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(heading).toContainText('fixed');

  await tab('Outline').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab('Full answer')).toBeFocused();
  await expect(content).toContainText('six ovens on one flue');

  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('starter');
  await expect(options.first()).toContainText('The starter that died');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Tell me about a failure.');
  await page.keyboard.press('Escape');
  await expect(tree).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(prompterOf(page).title).toHaveText('Dive Deep · The starter that died');
});

test('nothing is cut off in a narrow window at twice the size; one as small as the prompter’s still shows the list beside the story', async ({
  page,
  startOffbook,
}) => {
  await page.setViewportSize({ width: 560, height: 360 });
  await openLibrary(page, await startOffbook({ stories: bakery }));
  const { tree, heading, button, main } = libraryOf(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(560);
  for (const name of ['Prompt', 'Pin', 'Open in editor']) {
    await button(name).scrollIntoViewIfNeeded();
    await expect(button(name)).toBeInViewport({ ratio: 1 });
  }

  await page.setViewportSize({ width: 460, height: 260 });
  await page.reload();
  await expect(tree.getByRole('treeitem').nth(1)).toBeInViewport({ ratio: 1 });
  await expect(tree.getByRole('treeitem').nth(3)).toBeInViewport();
  await expect(heading).toBeInViewport();
  const list = await main.getByRole('complementary', { name: 'All stories' }).boundingBox();
  const story = await main.getByRole('region', { name: 'Story', exact: true }).boundingBox();
  expect(list!.x + list!.width).toBeLessThanOrEqual(story!.x);
  const search = await main.getByRole('combobox', { name: 'Find a story' }).boundingBox();
  expect(search!.x + search!.width).toBeLessThanOrEqual(story!.x);
  // The links to the views are one line; the focus scrolls to those that don't fit.
  const settings = navigationOf(page).view('Settings');
  await settings.focus();
  await expect(settings).toBeInViewport({ ratio: 1 });
});
