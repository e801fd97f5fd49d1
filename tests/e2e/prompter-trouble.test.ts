import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from './offbook.ts';
import { expectAccessible, openPrompter, prompterOf } from '../pages/prompter-page.ts';
import { goTo } from '../pages/navigation.ts';
import { storiesDialogOf } from '../pages/stories-dialog.ts';
import { glaze, kiln } from '../stories/prompter-stories.ts';
import { openRehearsal, rehearsalOf } from '../pages/rehearsal-page.ts';

const small = { width: 460, height: 260 };
const smallest = { width: 220, height: 90 };

/** Whether all of a text is visible, not cut off after some lines. */
const isWhole = (text: Locator): Promise<boolean> =>
  text.evaluate((element) => element.scrollHeight <= element.clientHeight + 1);

async function sidesOf(box: Locator): Promise<{ left: number; right: number }> {
  const { x, width } = (await box.boundingBox()) ?? { x: Number.NaN, width: 0 };
  return { left: x, right: x + width };
}

/** Whether a whole line of the current row is below the clock and above the message. */
const hasLine = (main: Locator): Promise<boolean> =>
  main.evaluate((prompter) => {
    const boxOf = (selector: string) => prompter.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    const text = prompter.querySelector('.row[data-place="now"] .text') ?? prompter;
    const { top } = text.getBoundingClientRect();
    const line = Number.parseFloat(getComputedStyle(text).lineHeight);
    return top >= boxOf('.pace').bottom && top + line <= boxOf('.remark').top + 1;
  });

test('when a folder disappears during a story, the prompter says so and another can be chosen', async ({
  page,
  startOffbook,
}) => {
  await page.setViewportSize(small);
  const offbook = await startOffbook({ stories: { 'kiln.md': kiln } });
  await openPrompter(page, offbook);
  const { main, title, button } = prompterOf(page);
  await rename(offbook.storiesDir, `${offbook.storiesDir}-away`);
  const alert = main.getByRole('alert');
  await expect(alert).toContainText('can’t be read. The stories read before stay in use.');
  await expect(title).toContainText('The kiln that ran cold');
  expect(await isWhole(alert)).toBe(true);
  await expect(button('Check again')).toBeInViewport();
  await expectAccessible(page);

  const other = await mkdtemp(path.join(tmpdir(), 'offbook-other-'));
  await writeFile(path.join(other, 'glaze.md'), glaze);
  await button('Use my stories').click();
  const own = storiesDialogOf(page);
  await own.path.fill(other);
  await expectAccessible(page);
  await own.button('Open only this').click();
  await expect(title).toContainText('glaze recipe');
  await expect(main.getByText('can’t be read')).toHaveCount(0);
  await rm(other, { recursive: true });
  await rm(`${offbook.storiesDir}-away`, { recursive: true });
});

test('another folder can be chosen in the list of problems', async ({ page, startOffbook }) => {
  const own = await mkdtemp(path.join(tmpdir(), 'offbook-own-'));
  await writeFile(path.join(own, 'glaze.md'), glaze);
  const home = path.join(own, '.home');
  await mkdir(home);
  const folders = ['gone', 'gone too'].map((name) => path.join(own, name));
  await writeFile(path.join(home, 'settings.json'), JSON.stringify({ version: 1, folders }));
  const offbook = await startOffbook({ stories: null, home });
  await offbook.open(page);
  const { main, title, button } = prompterOf(page);
  await button('Show').click();
  const panel = main.getByRole('dialog', { name: 'Problems' });
  await expect(panel).toContainText('gone too');
  await panel.getByRole('button', { name: 'Use my stories' }).click();
  await storiesDialogOf(page).path.fill(own);
  await page.keyboard.press('Enter');
  await expect(title).toContainText('glaze recipe');
  await offbook.stop();
  await rm(own, { recursive: true });
});

test('what failed while the program was gone isn’t reported once it is back', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories: { 'kiln.md': kiln } });
  // The page's socket goes through here, so that the test can cut and restore it.
  let isCut = false;
  const cuts: (() => void)[] = [];
  await page.clock.install();
  await page.routeWebSocket(/.*/, (socket) => {
    if (isCut) return void socket.close();
    socket.connectToServer();
    cuts.push(() => void socket.close());
  });
  await openPrompter(page, offbook);
  const { main } = prompterOf(page);
  // The page’s timers don’t run: it tries again only when it is online again.
  await page.clock.pauseAt(Date.now() + 60_000);
  isCut = true;
  for (const cut of cuts.splice(0)) cut();
  await expect(main.getByRole('alert')).toContainText('Lost connection');
  // In a flat window, as high as its one line.
  await page.setViewportSize({ width: 900, height: 200 });
  expect((await main.locator('.remark').boundingBox())?.height).toBeLessThanOrEqual(44);
  await page.keyboard.press('Control+z');
  isCut = false;
  await page.clock.resume();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(main.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('>');
  await expect(main.getByRole('status')).toContainText('Scrolling speed');
  await expect(main.getByRole('alert')).toHaveCount(0);
});

test.describe('in the smallest window', () => {
  test.use({ viewport: smallest });

  test('samples are labelled as samples, and the buttons are in view', async ({ page, startOffbook }) => {
    await openPrompter(page, await startOffbook({ stories: null }));
    const { main, button } = prompterOf(page);
    const said = main.getByRole('status');
    await expect(said).toHaveText('These are sample stories.');
    expect(await isWhole(said)).toBe(true);
    await expect(button('Use my stories')).toBeInViewport({ ratio: 1 });
    await expect(button('Dismiss')).toBeInViewport({ ratio: 1 });
    await expect.poll(() => hasLine(main)).toBe(true);
  });
});

test('overtime is the only verdict then, and the controls don’t reach it', async ({ page, startOffbook }) => {
  const short = `---\ntarget: 0:05\n---\n${kiln}`;
  await page.setViewportSize(small);
  await openPrompter(page, await startOffbook({ stories: { 'kiln.md': short } }));
  const { main, timer } = prompterOf(page);
  await page.keyboard.press('m');
  await page.keyboard.press('Space');
  await expect(timer).toHaveText(/^\+0:0[1-9]$/, { timeout: 15_000 });
  await expect(main.locator('.drift')).toBeEmpty();
  await page.setViewportSize(smallest);
  await main.hover();
  const controls = main.getByRole('toolbar', { name: 'Controls' });
  expect((await sidesOf(controls)).right).toBeLessThanOrEqual((await sidesOf(timer)).left - 4);
  await page.keyboard.press('u');
  const mark = main.getByText('over', { exact: true });
  await expect(mark).toBeVisible();
  expect((await sidesOf(controls)).right).toBeLessThanOrEqual((await sidesOf(mark)).left);
});

test('messages and controls leave each other, the time and the row in sight', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories: { 'kiln.md': kiln } });

  await test.step('a refusal disappears when its view is left', async () => {
    await openRehearsal(page, offbook);
    const { think, main } = rehearsalOf(page);
    await think.fill('soon');
    await think.press('Tab');
    await expect(main.getByRole('alert')).toContainText('isn’t valid');
    await goTo(page, 'Prompter');
    await expect(prompterOf(page).outline).toBeVisible();
    await expect(prompterOf(page).main.getByRole('alert')).toHaveCount(0);
    await page.goBack();
    await expect(main.getByRole('alert')).toHaveCount(0);
  });
  await test.step('each change of speed shows the new figure in place of the old one', async () => {
    await openPrompter(page, offbook);
    const { main } = prompterOf(page);
    const said = main.getByRole('status');
    for (const figure of ['1.1×', '1.2×', '1.3×']) {
      await page.keyboard.press('>');
      await expect(said).toHaveText(`Scrolling speed: ${figure}.`);
    }
    await page.keyboard.press('<');
    await expect(said).toHaveText('Scrolling speed: 1.2×.');
    await expect(said).toHaveCount(0);
  });
  await test.step('the controls cover neither drift nor time, at any width', async () => {
    const { main } = prompterOf(page);
    for (const width of [220, 280, 381, 500, 640]) {
      await page.setViewportSize({ width, height: 90 });
      await main.hover();
      const controls = await sidesOf(main.getByRole('toolbar', { name: 'Controls' }));
      const drift = await sidesOf(main.locator('.drift'));
      expect(controls.left, `${width} pixels wide`).toBeGreaterThanOrEqual(0);
      expect(controls.right, `${width} pixels wide`).toBeLessThanOrEqual(drift.left);
    }
  });
  await test.step('the buttons of an error are in view', async () => {
    await page.setViewportSize(smallest);
    const { main, button } = prompterOf(page);
    await rename(offbook.storiesDir, `${offbook.storiesDir}-away`);
    await expect(main.getByRole('alert')).toContainText('can’t be read');
    for (const name of ['Use my stories', 'Check again', 'Dismiss']) {
      await expect(button(name)).toBeInViewport({ ratio: 1 });
    }
    // One row of buttons: the time and the row being said are still visible above them.
    expect((await button('Dismiss').boundingBox())?.y).toBe((await button('Check again').boundingBox())?.y);
    await expect.poll(() => hasLine(main)).toBe(true);
    await rm(`${offbook.storiesDir}-away`, { recursive: true });
  });
  await test.step('a page that lost its access shows the whole message in a small window', async () => {
    await page.setViewportSize(small);
    const { main } = prompterOf(page);
    await page.context().clearCookies();
    await page.reload();
    const alert = main.getByRole('alert').first();
    await expect(alert).toContainText('Open the address that Offbook printed last.');
    expect(await isWhole(alert)).toBe(true);
  });
});

test('Escape dismisses the message, but not a panel above it', async ({ page, startOffbook }) => {
  const home = await mkdtemp(path.join(tmpdir(), 'offbook-report-'));
  const editor = `"${process.execPath}" --version {file}`;
  await writeFile(path.join(home, 'settings.json'), JSON.stringify({ version: 1, editor }));
  await openPrompter(page, await startOffbook({ stories: { 'kiln.md': kiln }, home }));
  const { main } = prompterOf(page);
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  const said = main.getByText('A report was saved as');
  await page.keyboard.press('?');
  await sheet.getByRole('button', { name: 'Report a problem' }).click();
  await expect(said).toBeVisible();
  await page.keyboard.press('?');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(said).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(said).toHaveCount(0);
  await rm(home, { recursive: true });
});
