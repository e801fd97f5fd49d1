import type { Page } from '@playwright/test';
import { keptPort } from '../kept-port.ts';
import { begun, expectAccessible, openPrompter, prompterOf } from '../pages/prompter-page.ts';
import { mark, readRuns, rehearsalOf, speak, openRehearsal } from '../pages/rehearsal-page.ts';
import { glaze, kiln } from '../stories/prompter-stories.ts';
import { canal } from '../stories/rehearsal-stories.ts';
import { expect, test, type Offbook } from './offbook.ts';

const stories = { 'a-kiln.md': kiln, 'b-glaze.md': glaze };
const kilnTitle = 'Ownership · The kiln that ran cold';
const glazeTitle = 'Earn Trust · The glaze recipe we gave away';

/** Waits until the page has read the stories, without which it can’t go on alone. */
async function openWhole(page: Page, open: () => Promise<void>): Promise<void> {
  const read = page.waitForEvent('websocket').then(async (socket) => {
    let isWhole = false;
    socket.on('framereceived', ({ payload }) => {
      isWhole ||= String(payload).includes('"of":');
    });
    return () => isWhole;
  });
  await open();
  const isWhole = await read;
  await expect.poll(isWhole).toBe(true);
  await page.waitForLoadState('networkidle');
}

const lost = (page: Page) => page.getByRole('alert').filter({ hasText: 'Lost connection. The prompter still works' });
const back = (page: Page) => page.getByRole('status').filter({ hasText: 'Connected again.' });

async function restart(
  startProcess: (options: { stories: Record<string, string>; home: string; port: string }) => Promise<Offbook>,
  before: Offbook,
  given: Record<string, string> = stories,
): Promise<Offbook> {
  return startProcess({ stories: given, home: before.home, port: new URL(before.address).port });
}

test('with the program killed, the call goes on; the restarted program takes over story, place and settings', async ({
  page,
  startProcess,
}) => {
  await page.setViewportSize({ width: 640, height: 420 });
  const before = await startProcess({ stories, port: String(await keptPort()) });
  await openWhole(page, () => openPrompter(page, before));
  const { title, timer, current, button, main } = prompterOf(page);
  // Only keys move the outline, however slow this computer is.
  await page.keyboard.press('m');
  await expect(main.getByRole('status')).toHaveText('Auto-scroll is off.');
  await page.keyboard.press('Space');
  await expect(timer).toHaveText(begun);
  await before.kill();
  await expect(lost(page)).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('ArrowDown');
  await expect(current).toContainText('Three cold firings');
  await page.keyboard.press('Shift+PageDown');
  await expect(current).toContainText('Keep firing through December');
  await page.keyboard.press('Space');
  await expect(button('Start or pause')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('v');
  await expect(title).toContainText('Shorter Answer');
  await page.keyboard.press('/');
  await page.keyboard.type('recipe');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(title).toHaveText(glazeTitle);
  // A message about the other story would be wrong here.
  await expect(main.getByText('V goes back')).toHaveCount(0);
  await page.keyboard.press(']');
  await expect(main.getByRole('status')).toHaveText('Text size: 24 pixels.');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(timer).toHaveText(begun);

  const after = await restart(startProcess, before);
  await expect(back(page)).toBeVisible({ timeout: 10_000 });
  await expect(title).toHaveText(glazeTitle);
  await expect(timer).toHaveText(begun);
  await expect(current).toContainText('Told the owners the same day');
  await expect(button('Start or pause')).toHaveAttribute('aria-pressed', 'true');
  // Another page of the new program sees the same.
  const other = await page.context().newPage();
  await openPrompter(other, after);
  await expect(prompterOf(other).title).toHaveText(glazeTitle);
  await expect(prompterOf(other).button('Start or pause')).toHaveAttribute('aria-pressed', 'true');
  await page.bringToFront();
  await page.keyboard.press(']');
  await expect(main.getByRole('status')).toHaveText('Text size: 26 pixels.');
});

test('views that weren’t opened before open without the program; what needs it says so', async ({
  page,
  startOffbook,
}) => {
  const offbook = await startOffbook({ stories });
  await openWhole(page, () => openPrompter(page, offbook));
  await offbook.stop();
  await expect(lost(page)).toBeVisible();
  await page.keyboard.press('Shift+L');
  await expect(page.getByRole('main', { name: 'Library' })).toContainText('The kiln that ran cold');
  await expect(page.getByRole('region', { name: 'Story', exact: true })).toBeVisible();
  // Nobody asked for anything that needs the program.
  await expect(page.getByRole('alert').filter({ hasText: 'This needs Offbook' })).toHaveCount(0);
  await page.keyboard.press('Shift+G');
  await expect(page.getByRole('main', { name: 'Progress' })).toContainText('This needs Offbook');
  await page.keyboard.press('Shift+P');
  await expect(prompterOf(page).title).toHaveText(kilnTitle);
  await page.keyboard.press('n');
  await expect(prompterOf(page).title).toHaveText(glazeTitle);
});

test('a program started with other stories keeps the one on the prompter, and says that it is gone', async ({
  page,
  startProcess,
}) => {
  const before = await startProcess({ stories: { 'kiln.md': kiln }, port: String(await keptPort()) });
  await openWhole(page, () => openPrompter(page, before));
  const { title, main } = prompterOf(page);
  await page.keyboard.press('ArrowDown');
  await before.kill();
  await restart(startProcess, before, { 'glaze.md': glaze });
  await expect(main.getByText('Not in the file any more; still shown.')).toBeVisible({ timeout: 10_000 });
  await expect(title).toContainText(kilnTitle);
  await expect(prompterOf(page).current).toContainText('Three cold firings');
  await page.keyboard.press('n');
  await expect(title).toHaveText(glazeTitle);
});

test('a rehearsal goes on to its end without the program, and its run is in the log once it is back', async ({
  page,
  startProcess,
}) => {
  const before = await startProcess({ stories: canal, port: String(await keptPort()) });
  await openWhole(page, () => openRehearsal(page, before));
  await speak(page, 'Ownership (1)');
  await mark(page);
  const { present, result, start } = rehearsalOf(page);
  await expect(present).toHaveAccessibleName('Action');
  await before.kill();
  await mark(page);
  await page.keyboard.press('Enter');
  await expect(result).toBeVisible();
  await page.keyboard.press('3');
  await restart(startProcess, before, canal);
  await page.keyboard.press('Enter');
  await expect(start).toBeVisible();
  await expect(back(page)).toBeVisible({ timeout: 10_000 });
  const [run] = await readRuns(before, 1);
  expect(run).toMatchObject({ title: 'The ferry rope', finished: true, rating: 'good' });
});

test('an old address, and a page that is reloaded after a restart, find their way in', async ({
  page,
  startProcess,
}) => {
  const before = await startProcess({ stories, port: String(await keptPort()) });
  await openPrompter(page, before);
  await page.keyboard.press('n');
  await expect(prompterOf(page).title).toHaveText(glazeTitle);
  await before.stop();
  const after = await restart(startProcess, before);
  await page.goto(before.address);
  await expect(prompterOf(page).title).toHaveText(glazeTitle);
  await page.reload();
  await expect(prompterOf(page).title).toHaveText(glazeTitle);
  // Another browser has only the old address.
  const stranger = await page.context().browser()?.newContext();
  const other = await stranger?.newPage();
  await other?.goto(before.address);
  await expect(other!.getByText('Its address may be from before a restart').first()).toBeVisible();
  await other?.goto(after.address);
  await expect(prompterOf(other!).title).toHaveText(glazeTitle);
  await stranger?.close();
});

test('a view that breaks gives way to the prompter', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories });
  await page.route('**/assets/ProgressView-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'export function ProgressView() { throw new Error("broken"); } export { ProgressView as t };',
    }),
  );
  await openPrompter(page, offbook);
  await page.keyboard.press('Shift+G');
  const { main, title } = prompterOf(page);
  await expect(main.getByRole('alert')).toContainText('The progress view couldn’t be shown. The prompter still works.');
  await expect(title).toHaveText(kilnTitle);
  await page.keyboard.press('n');
  await expect(title).toHaveText(glazeTitle);
  await page.keyboard.press('Shift+L');
  await expect(page.getByRole('main', { name: 'Library' })).toContainText('The kiln that ran cold');
});
