import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './offbook.ts';
import { kiln, glaze } from '../stories/prompter-stories.ts';
import { expectAccessible } from '../pages/prompter-page.ts';
import { openSettings, settingsOf } from '../pages/settings-page.ts';
import { storiesDialogOf } from '../pages/stories-dialog.ts';

const stories = { 'a-kiln.md': kiln };

/** Chooses a file of that name and content in the dialog that Import opens. */
async function importFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await settingsOf(page).button('Import').click();
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await (await choosing).setFiles({ name, mimeType: 'application/json', buffer });
}

/** Settings as a file that Offbook exported. */
function fileOf(settings: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ program: 'offbook', content: 'settings', version: 1, settings });
}

async function exportFile(page: Page): Promise<string> {
  const saving = page.waitForEvent('download');
  await settingsOf(page).button('Export').click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('offbook-settings.json');
  return readFile(await download.path(), 'utf8');
}

test('another Offbook can import what one exported', async ({ page, startOffbook }) => {
  await openSettings(page, await startOffbook({ stories }));
  const { control, main } = settingsOf(page);
  await control('Target').fill('4:00');
  await control('Target').press('Enter');
  await control('Theme').selectOption('light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  const text = await exportFile(page);
  expect(JSON.parse(text)).toMatchObject({ settings: { targetMs: 240_000, theme: 'light' } });

  await openSettings(page, await startOffbook({ stories }));
  await expect(control('Target')).toHaveValue('2:00');
  await importFile(page, 'mine.json', text);
  await expect(control('Target')).toHaveValue('4:00');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  const report = main.getByRole('region', { name: 'From mine.json' });
  await expect(report).toContainText(/Applied:.*Target/);
  await expect(report).toContainText(/Applied:.*Theme/);
  await expect(report).not.toContainText('Refused');
  await expect(report).toBeInViewport();
  await settingsOf(page).button('Undo').click();
  await expect(control('Target')).toHaveValue('2:00');
  await expect(control('Theme')).toHaveValue('system');
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(report).toHaveCount(0);
});

test('wrong files and folders are refused, and nothing is lost', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories });
  await openSettings(page, offbook);

  await test.step('the valid settings of a partly wrong file are imported', async () => {
    const { control, main, refused } = settingsOf(page);
    await importFile(page, 'edited.json', fileOf({ targetMs: 'long', textSize: 30 }));
    await expect(control('Text size')).toHaveValue('30');
    await expect(control('Target')).toHaveValue('2:00');
    await expect(main.getByRole('region', { name: 'From edited.json' }).getByRole('listitem')).toContainText('Target');
    await expect(refused).toContainText('1 refused');
  });
  await test.step('a wrong file is refused completely, and nothing is lost', async () => {
    const { control, main, refused } = settingsOf(page);
    for (const [what, content] of [
      ['another program’s JSON', '{"editor.fontSize": 14, "workbench.colorTheme": "Solarized"}'],
      ['text that isn’t JSON', 'target: 3 minutes'],
      ['no text', ''],
      ['a list', '[1, 2, 3]'],
      ['bytes that aren’t text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
      ['two megabytes', JSON.stringify({ padding: 'x'.repeat(2 * 1024 * 1024) })],
    ] as const) {
      await test.step(what, async () => {
        await control('Text size').fill('31');
        await control('Text size').press('Enter');
        await expect(refused).toHaveCount(0);
        await importFile(page, 'other.json', content);
        await expect(refused).toHaveText(/.{20,}/);
        const report = main.getByRole('region', { name: 'From other.json' });
        await expect(report).toHaveCount(0);
        await expect(control('Text size')).toHaveValue('31');
        // The same file can be chosen again.
        await importFile(page, 'other.json', fileOf({ textSize: 33 }));
        await expect(control('Text size')).toHaveValue('33');
        await report.getByRole('button', { name: 'Close' }).click();
      });
    }
  });
  await test.step('folders are added and removed; a wrong path stays, so that it can be fixed', async () => {
    const { list, button } = settingsOf(page);
    const folders = list('Story folders');
    const { dialog, path: field, button: inDialog, alert } = storiesDialogOf(page);
    await expect(folders.getByRole('listitem')).toHaveText([`${offbook.storiesDir}Remove`]);
    const more = path.join(offbook.home, '..', 'more');
    await button('Use my stories…').click();
    await field.fill(more);
    await inDialog('Add').click();
    await expect(alert.filter({ hasText: more })).toBeVisible();
    await expect(field).toHaveValue(more);

    await mkdir(more);
    await writeFile(path.join(more, 'glaze.md'), glaze);
    await field.press('Enter');
    await expect(folders.getByRole('listitem')).toHaveText([`${offbook.storiesDir}Remove`, `${more}Remove`]);
    await expect(dialog).toHaveCount(0);
    await button(`Remove ${offbook.storiesDir}`).click();
    await expect(folders.getByRole('listitem')).toHaveText([`${more}Remove`]);
    await expect.poll(() => readFile(path.join(offbook.storiesDir, 'a-kiln.md'), 'utf8')).toBe(kiln);
    await button('Use my stories…').click();
    await field.press('Enter');
    await expect(alert.filter({ hasText: 'Type the path' })).toBeVisible();
  });
});

test('what reaches out of Offbook is confirmed one by one, and a command is refused all the same', async ({
  page,
  startOffbook,
}) => {
  const offbook = await startOffbook({ stories });
  await openSettings(page, offbook);
  const { control, main, list, refused } = settingsOf(page);
  const more = path.join(offbook.home, '..', 'more');
  await mkdir(more);
  await importFile(
    page,
    'found.json',
    fileOf({ editor: 'sh -c "touch x"', textSize: 30, folders: [more], hotkeys: { reset: 'Control+F9' } }),
  );
  await expect(control('Text size')).toHaveValue('30');
  const report = main.getByRole('region', { name: 'From found.json' });
  const rows = report.getByRole('list', { name: 'To confirm' }).getByRole('listitem');
  await expect(rows).toHaveText([
    new RegExp(`^Story folders${more}`),
    /^Editorsh -c "touch x"/,
    /^HotkeysStart over: Ctrl\+F9 \(now none\)/,
  ]);
  await expectAccessible(page);
  const folders = list('Story folders').getByRole('listitem');
  await expect(folders).toHaveText([`${offbook.storiesDir}Remove`]);

  await report.getByRole('button', { name: 'Use Editor', exact: true }).click();
  await expect(refused).toHaveText(/^“sh -c "touch x"” wasn’t set: a page or a file can’t choose.*settings\.json/);
  await expect(control('Editor')).toHaveValue('');
  await report.getByRole('button', { name: 'Leave Editor as it is' }).click();
  await report.getByRole('button', { name: 'Leave Hotkeys as it is' }).click();
  await report.getByRole('button', { name: 'Use Story folders' }).click();
  await expect(folders).toHaveText([`${more}Remove`]);
  await expect(rows).toHaveCount(0);
  await expect(report).toContainText(/Applied:.*Text size.*Story folders/);
  await expect(report.getByRole('heading')).toBeFocused();
});
