import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { settingRows } from '../../src/core/settings/table.ts';
import { expect, test } from './offbook.ts';
import { expectAccessible, prompterOf } from '../pages/prompter-page.ts';
import { glaze, kiln } from '../stories/prompter-stories.ts';
import { openSettings, settingsOf } from '../pages/settings-page.ts';

const stories = { 'a-kiln.md': kiln, 'b-glaze.md': glaze };

test('the settings are all there and found by words and keys; the page says when the program is gone', async ({
  page,
  startOffbook,
}) => {
  await page.setViewportSize({ width: 1120, height: 720 });
  const offbook = await startOffbook({ stories });
  await openSettings(page, offbook);

  await test.step('every setting of the table is there, with its help and a control with its name; the groups jump to their headings', async () => {
    const { main, control, list, unfold } = settingsOf(page);
    await expect(control('Opacity')).toBeHidden();
    await expect(main.locator('summary')).toHaveText([
      'Opacity, Keep on top, Hide from screen sharing, Start at login · only in the desktop app',
      'Hotkeys · They have no effect in the browser, only in the desktop app.',
    ]);
    await unfold();
    await expect(main.getByRole('heading', { level: 2 })).toHaveText([
      ...new Set(Object.values(settingRows).map(({ group }) => group)),
      'Capabilities',
    ]);
    for (const row of Object.values(settingRows)) {
      const isList = ['folders', 'pins', 'storyTargets', 'storyVariants', 'hotkeys'].includes(row.control);
      await expect(isList ? list(row.title) : control(row.title)).toHaveAccessibleDescription(new RegExp(`^.{10,}`));
      await expect(main).toContainText(row.help);
    }

    // What only the desktop app can do says so.
    const panel = main.getByRole('list', { name: 'Capabilities' });
    await expect(panel.getByRole('listitem').filter({ hasText: 'Click-through' })).toContainText('No');
    await expect(panel).toContainText('Only the desktop app');
    await expect(list('Hotkeys')).toHaveAccessibleDescription(/They have no effect in the browser/);

    const heading = main.getByRole('heading', { name: 'Capabilities' });
    await expect(heading).not.toBeInViewport();
    await main.getByRole('navigation', { name: 'Groups' }).getByRole('button', { name: 'Capabilities' }).click();
    await expect(heading).toBeInViewport();
    await expect(heading).toBeFocused();
  });
  await test.step('the search finds settings by name, help, choice or command', async () => {
    const { main, search, control, recorder } = settingsOf(page);
    await page.keyboard.press('/');
    await expect(search).toBeFocused();
    await search.fill('speak rat');
    await expect(control('Speaking rate')).toBeVisible();
    await expect(control('Target')).toHaveCount(0);
    await search.fill('opendyslexic');
    await expect(control('Typeface')).toBeVisible();
    await search.fill('next STORY');
    await expect(recorder('Next story')).toBeVisible();
    await expect(recorder('Next row')).toHaveCount(0);
    await search.fill('screen sharing');
    await expect(main.getByRole('list', { name: 'Capabilities' }).getByRole('listitem')).toHaveCount(1);
    await search.fill('kettle');
    await expect(main).toContainText('No setting has these words');
    await expectAccessible(page);
    await search.press('Escape');
    await expect(search).toHaveValue('');
    await expect(control('Target')).toBeVisible();
    await search.press('Escape');
    await expect(search).not.toBeFocused();
    await page.keyboard.press('Shift+P');
    await expect(prompterOf(page).outline).toBeVisible();
  });
  await test.step('keys open the settings, the other views and the list of keys', async () => {
    const { main, search, control } = settingsOf(page);
    await expect(prompterOf(page).outline).toBeVisible();
    await page.keyboard.press('Control+,');
    await expect(control('Target')).toBeVisible();
    await expect(page).toHaveTitle(/Settings/);
    await page.keyboard.press('Control+,');
    await expect(search).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Undo the last settings change');
    // A dialog gets all the keys.
    await page.keyboard.press('Shift+P');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(main).toBeVisible();
    await page.getByRole('button', { name: 'Show all keys', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+P');
    await expect(prompterOf(page).outline).toBeVisible();
    await page.goBack();
    await expect(control('Target')).toBeVisible();
  });
  await test.step('the editor is chosen from a list; since a page can’t set a command, it says where to write one', async () => {
    const { main, control, said, reset } = settingsOf(page);
    await control('Editor').selectOption('Sublime Text');
    await expect(said).toHaveText('Editor is now “Sublime Text”.');
    await expect(control('Editor')).toHaveValue('subl');
    await control('Editor').selectOption('Another command…');
    await expect(main.getByText('A web page can’t choose')).toContainText(path.join(offbook.home, 'settings.json'));
    await expect(main.getByRole('textbox', { name: 'Command for Editor' })).toHaveCount(0);
    await expectAccessible(page);
    await reset('Editor').click();
    await control('Editor').selectOption('Automatic');
    await expect(control('Editor')).toHaveValue('');
    await expect(main.getByText('A web page can’t choose')).toHaveCount(0);
    await page.reload();
    await expect(control('Editor')).toHaveValue('');
  });
  await test.step('the page says when the program is gone, and that changes weren’t made', async () => {
    const { control, refused } = settingsOf(page);
    await offbook.stop();
    await expect(refused).toContainText('Lost connection');
    await control('Count up').click();
    // The page says so if it is ready to go on alone, else its connection.
    await expect(refused).toContainText(/This needs Offbook|Offbook can’t be reached/);
    await expect(control('Count up')).not.toBeChecked();
  });
});

test('values are typed, stepped, refused, undone and reset', async ({ page, startOffbook }) => {
  await openSettings(page, await startOffbook({ stories }));

  await test.step('an invalid value is refused with what is valid, and nothing is lost; Escape restores a figure', async () => {
    const { control, refused } = settingsOf(page);
    for (const [title, typed, value] of [
      ['Target', 'soon', '2:00'],
      ['Target', '0:05', '2:00'],
      ['Target', '2:75', '2:00'],
      ['Speaking rate', '9000', '145'],
      ['Text size', '-3', '22'],
      ['Text size', '', '22'],
    ] as const) {
      await control(title).fill(typed);
      await control(title).press('Enter');
      await expect(refused).toHaveText(new RegExp(`^“${typed}” isn’t valid: ${title} must be `));
      await expect(control(title)).toHaveValue(value);
    }

    // Escape restores a figure.
    await control('Target').fill('9:59');
    await control('Target').press('Escape');
    await expect(control('Target')).toHaveValue('2:00');
    await control('Target').press('Tab');
    await expect(control('Target')).toHaveValue('2:00');
  });
  await test.step('one setting can be reset, and all of them at once; both can be undone', async () => {
    const { control, reset, button, list } = settingsOf(page);
    await expect(reset('Text size')).toBeHidden();
    await control('Text size').fill('40');
    await control('Text size').press('Enter');
    await control('Theme').selectOption('contrast');
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more');
    await reset('Text size').click();
    await expect(control('Text size')).toHaveValue('22');
    await expect(reset('Text size')).toBeHidden();
    await expect(control('Theme')).toHaveValue('contrast');
    await page.keyboard.press('Control+z');
    await expect(control('Text size')).toHaveValue('40');

    await button('Reset all').click();
    await expect(control('Text size')).toHaveValue('22');
    await expect(control('Theme')).toHaveValue('system');
    await expect(list('Story folders')).toContainText('stories');
    await button('Undo').click();
    await expect(control('Text size')).toHaveValue('40');
    await expect(control('Theme')).toHaveValue('contrast');
  });
  await test.step('Control+Z in text that is being typed undoes the typing', async () => {
    const { control, search, said } = settingsOf(page);
    await control('Count up').click();
    await expect(said).toHaveText('Count up is now on.');
    await search.focus();
    await page.keyboard.type('theme');
    await page.keyboard.press('Control+z');
    await expect(search).not.toHaveValue('theme');
    await search.fill('');
    await expect(control('Count up')).toBeChecked();
  });
  await test.step('figures step with the arrow keys and the buttons, and can be typed as people write them', async () => {
    await settingsOf(page).button('Reset all').click();
    await expect(settingsOf(page).control('Text size')).toHaveValue('22');
    const { control, button, said } = settingsOf(page);
    await control('Speaking rate').press('ArrowUp');
    await expect(control('Speaking rate')).toHaveValue('150');
    await control('Speaking rate').press('PageDown');
    await expect(control('Speaking rate')).toHaveValue('125');
    await button('More Text size').click();
    await expect(control('Text size')).toHaveValue('23');
    await expect(said).toHaveText('Text size is now 23 px.');
    await control('Line height').fill('1,5');
    await control('Line height').press('Tab');
    await expect(control('Line height')).toHaveValue('1.5');
    await control('Amber at').fill('90');
    await control('Amber at').press('Enter');
    await expect(control('Amber at')).toHaveValue('1:30');
    await control('Reading line').press('ArrowRight');
    await expect(said).toHaveText(/^Reading line is now 3\d\s%\.$/);
  });
});

test('Control+Z and the button undo, one change after another', async ({ page, startOffbook }) => {
  await openSettings(page, await startOffbook({ stories: null }));
  const { control, button, said } = settingsOf(page);
  await control('Count up').press('Space');
  await expect(control('Count up')).toBeChecked();
  await control('Plan by').selectOption('shares');
  await expect(said).toContainText('Plan by');
  await control('Plan by').press('Control+z');
  await expect(control('Plan by')).toHaveValue('words');
  await expect(said).toContainText('Plan by');
  await expect(control('Count up')).toBeChecked();
  await button('Undo').click();
  await expect(control('Count up')).not.toBeChecked();
  await button('Undo').click();
  await expect(said).toHaveText(/nothing to undo/i);
});

test('a report of a problem is written here, and Escape dismisses the message about it', async ({
  page,
  startOffbook,
}) => {
  const home = await mkdtemp(path.join(tmpdir(), 'offbook-report-'));
  // The report is opened for reading, here with a program that does nothing.
  const editor = `"${process.execPath}" --version {file}`;
  await writeFile(path.join(home, 'settings.json'), JSON.stringify({ version: 1, editor }));
  await openSettings(page, await startOffbook({ stories, home }));
  const { main, button, control, said, refused } = settingsOf(page);
  await control('Target').fill('soon');
  await control('Target').press('Enter');
  await expect(refused).toContainText('isn’t valid');
  await button('Report a problem').click();
  await expect(said).toContainText(path.join(home, 'report.txt'));
  await expect(said).toContainText('Nothing was sent');
  expect(await readFile(path.join(home, 'report.txt'), 'utf8')).not.toContain('kiln');
  await main.getByRole('heading', { name: 'Capabilities' }).focus();
  await page.keyboard.press('Escape');
  await expect(said).toHaveCount(0);
  await rm(home, { recursive: true });
});

test('the owner’s own command for the editor is shown', async ({ page, startOffbook }) => {
  const home = await mkdtemp(path.join(tmpdir(), 'offbook-editor-'));
  await writeFile(path.join(home, 'settings.json'), JSON.stringify({ version: 1, editor: 'my-editor {file}' }));
  await openSettings(page, await startOffbook({ stories, home }));
  await expect(settingsOf(page).control('Editor')).toHaveValue('another command');
  await expect(settingsOf(page).main.getByText('Now: my-editor {file}.')).toBeVisible();
  await rm(home, { recursive: true });
});
