import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type Offbook } from './offbook.ts';
import { expectAccessible } from '../pages/prompter-page.ts';
import { kiln } from '../stories/prompter-stories.ts';
import { openSettings, settingsOf } from '../pages/settings-page.ts';

const stories = { 'a-kiln.md': kiln };

/** The hotkeys in the settings file; none before the first one is saved. */
async function savedHotkeys({ home }: Offbook): Promise<Record<string, string | null>> {
  const settings: unknown = JSON.parse(await readFile(path.join(home, 'settings.json'), 'utf8'));
  return (settings as { hotkeys?: Record<string, string | null> }).hotkeys ?? {};
}

/** Opens the hotkeys, which are folded in a browser, with a line for one that isn’t set. */
async function openHotkeys(page: Page, offbook: Offbook): Promise<void> {
  await openSettings(page, offbook);
  const { unfold, addHotkey, hotkeyLine } = settingsOf(page);
  await unfold();
  await expect(hotkeyLine('Next section')).toHaveCount(0);
  await addHotkey('Next section');
}

test('hotkeys are recorded, refused, turned off and reset', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories });
  await openHotkeys(page, offbook);

  await test.step('a hotkey is recorded by pressing it, and saved', async () => {
    const { recorder, said } = settingsOf(page);
    await expect(recorder('Next section')).toBeFocused();
    await expect(recorder('Next section')).toHaveText('Off');
    await recorder('Next section').click();
    await expect(recorder('Next section')).toHaveText('Press the keys…');
    await page.keyboard.down('Control');
    await expect(recorder('Next section')).toHaveText('Ctrl+');
    await page.keyboard.down('Shift');
    await expect(recorder('Next section')).toHaveText('Ctrl+Shift+');
    await page.keyboard.press('F5');
    await expect(recorder('Next section')).toHaveText('Ctrl+Shift+F5');
    await page.keyboard.up('Shift');
    await page.keyboard.up('Control');
    await expect(said).toHaveText('The hotkey for “Next section” is now Ctrl+Shift+F5.');
    await expect.poll(async () => (await savedHotkeys(offbook))['next-section']).toBe('CommandOrControl+Shift+F5');
  });
  await test.step('a key without a modifier is refused and does nothing else; Escape cancels, Backspace turns off, Tab goes on, and so does a click elsewhere', async () => {
    const { recorder, hotkeyLine, main, control, button } = settingsOf(page);
    await recorder('Next section').press('Space');
    for (const key of ['n', 'F8', '/', '?', 'Shift+L', 'Space']) {
      await page.keyboard.press(key);
      await expect(hotkeyLine('Next section').getByRole('alert')).toContainText(/needs Ctrl or Alt|can’t be part/);
      await expect(recorder('Next section')).toBeFocused();
    }
    await expect(main).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await page.keyboard.press('Escape');
    await recorder('Next row').click();
    await page.keyboard.press('Escape');
    await expect(recorder('Next row')).toHaveText('Ctrl+Shift+F9');
    await recorder('Next row').click();
    await page.keyboard.press('Tab');
    await expect(recorder('Next row')).toHaveText('Ctrl+Shift+F9');
    await expect(button('Turn off the hotkey for Next row')).toBeFocused();
    await recorder('Next row').click();
    await control('Target').focus();
    await expect(recorder('Next row')).toHaveText('Ctrl+Shift+F9');
    await recorder('Next row').click();
    await page.keyboard.press('Backspace');
    await expect(recorder('Next row')).toHaveText('Off');
    await page.keyboard.press('Control+z');
    await expect(recorder('Next row')).toHaveText('Ctrl+Shift+F9');
  });
  await test.step('buttons turn a hotkey off and reset it, but not to another’s keys', async () => {
    const { recorder, button, hotkeyLine } = settingsOf(page);
    await button('Turn off the hotkey for Next row').click();
    await expect(recorder('Next row')).toHaveText('Off');
    await recorder('Next section').click();
    await page.keyboard.press('Control+Shift+F9');
    await expect(recorder('Next section')).toHaveText('Ctrl+Shift+F9');
    await button('Reset the hotkey for Next row').click();
    await expect(hotkeyLine('Next row').getByRole('alert')).toContainText('“Next section”');
    await button('Reset the hotkey for Next section').click();
    await expect(recorder('Next section')).toHaveText('Off');
    await button('Reset the hotkey for Next row').click();
    await expect(recorder('Next row')).toHaveText('Ctrl+Shift+F9');
    await expect(hotkeyLine('Next row').getByRole('alert')).toHaveCount(0);
  });
  await test.step('a clash names the other command, and recording goes on', async () => {
    const { recorder, hotkeyLine } = settingsOf(page);
    await recorder('Next section').press('Enter');
    await page.keyboard.press('Control+Shift+F8');
    await expect(hotkeyLine('Next section').getByRole('alert')).toContainText(
      'Ctrl+Shift+F8 is the hotkey for “Start or pause”',
    );
    await expect(recorder('Next section')).toHaveText('Press the keys…');
    await page.keyboard.press('Control+,');
    await expect(hotkeyLine('Next section').getByRole('alert')).toContainText('“Show the settings” inside Offbook');
    await expectAccessible(page);
    await page.keyboard.press('Control+Alt+n');
    await expect(recorder('Next section')).toHaveText('Ctrl+Alt+N');
    await expect(hotkeyLine('Next section').getByRole('alert')).toHaveCount(0);
  });
});
