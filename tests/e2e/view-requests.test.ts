import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectRoot } from '../../src/cli/project-root.ts';
import { libraryOf } from '../pages/library-page.ts';
import { bakery } from '../stories/library-stories.ts';
import { expect, test, type Offbook } from './offbook.ts';
import { openPrompter, prompterOf } from '../pages/prompter-page.ts';

/** Sends a command to the running program, as a shortcut of the system does. */
async function ask(offbook: Offbook, command: string): Promise<void> {
  await promisify(execFile)(process.execPath, ['src/cli/offbook.ts', '--do', command], {
    cwd: projectRoot,
    env: { ...process.env, OFFBOOK_HOME: offbook.home },
  });
}

test('a view requested from outside is shown', async ({ page, startProcess }) => {
  const offbook = await startProcess({ stories: bakery });

  await test.step('a view requested before a page is open is shown when it opens, and only once', async () => {
    await ask(offbook, 'show-help');
    await ask(offbook, 'find-story');
    await offbook.open(page);
    const search = page.getByRole('combobox', { name: 'Find a story' });
    await expect(search).toBeFocused();
    await page.reload();
    await expect(prompterOf(page).outline).toBeVisible();
    await expect(search).toBeHidden();
  });
  await test.step('views requested from outside are shown', async () => {
    await page.bringToFront();
    await ask(offbook, 'find-story');
    await expect(page.getByRole('combobox', { name: 'Find a story' })).toBeFocused();
    await page.keyboard.press('Escape');
    await ask(offbook, 'show-help');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await page.keyboard.press('Escape');
    await ask(offbook, 'show-library');
    await expect(libraryOf(page).heading).toBeVisible();
    await ask(offbook, 'find-story');
    await expect(libraryOf(page).search).toBeFocused();
    await ask(offbook, 'show-prompter');
    await expect(prompterOf(page).outline).toBeVisible();
  });
});

test('from a small window of its own, the library opens in a tab, and the prompter stays', async ({
  page,
  startOffbook,
}) => {
  await page.setViewportSize({ width: 460, height: 260 });
  // What a window of an app answers; Playwright can't open one.
  await page.addInitScript(() => {
    const asked = window.matchMedia.bind(window);
    window.matchMedia = (query) => asked(query === '(display-mode: standalone)' ? 'all' : query);
  });
  await openPrompter(page, await startOffbook({ stories: bakery }));
  const opened = page.waitForEvent('popup');
  await page.keyboard.press('Shift+L');
  const tab = await opened;
  await expect(libraryOf(tab).heading).toBeVisible();
  await expect(prompterOf(page).outline).toBeVisible();
  // The same tab is used again.
  await page.bringToFront();
  await page.keyboard.press('Shift+G');
  await expect(tab.getByRole('main', { name: 'Progress' })).toBeVisible();
  expect(page.context().pages()).toHaveLength(2);
});
