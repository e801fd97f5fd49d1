import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the settings in a page and waits until they are shown. */
export async function openSettings(page: Page, offbook: { address: string }): Promise<void> {
  await page.goto(offbook.address.replace('/#', '/?view=settings#'));
  await expect(settingsOf(page).control('Target')).toBeVisible();
}

/** The parts of the settings by their roles and names, as assistive software finds them. */
export function settingsOf(page: Page) {
  const main = page.getByRole('main', { name: 'Settings' });
  const button = (name: string): Locator => main.getByRole('button', { name, exact: true });
  return {
    main,
    button,
    search: main.getByRole('searchbox', { name: 'Search the settings' }),
    /** The control with a setting's title as its label. */
    control: (title: string): Locator => main.getByLabel(title, { exact: true }),
    list: (title: string): Locator => main.getByRole('group', { name: title, exact: true }),
    reset: (title: string): Locator => button(`Reset ${title}`),
    /** The latest message: what a change did, or why something wasn't done. */
    said: main.locator('.settings-said').getByRole('status'),
    refused: main.locator('.settings-said').getByRole('alert'),
    recorder: (command: string): Locator =>
      main.getByRole('button', { name: new RegExp(`(?:^Hotkey for|hotkey of) ${command}[:.]`) }),
    /** Adds a line for a command that has no hotkey yet. */
    addHotkey: (command: string) => main.getByLabel('Add a hotkey').selectOption(command),
    /** Shows the settings that have no effect here. */
    unfold: async () => {
      for (const line of await main.locator('summary').all()) await line.click();
    },
    hotkeyLine: (command: string): Locator =>
      main.getByRole('list', { name: 'Hotkeys by command' }).getByRole('listitem').filter({ hasText: command }),
  };
}
