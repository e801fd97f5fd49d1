import type { Locator, Page } from '@playwright/test';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { draggedAmong, isDragged, type Place } from './driver/drag-regions.ts';
import type { Running } from './driver/start-program.ts';
import { callsOf, eventually, runCommand, setUpPrograms, shownPage } from './programs.ts';

/* What the prompter's page does for its window, which has no frame. */
const { start, startForAll } = setUpPrograms();
let running: Running;
let page: Page;
beforeAll(async () => {
  running = await startForAll({ pages: true });
});
beforeEach(async () => {
  page = await shownPage(running);
});

/** The middle of an element, or a place from its top left corner. */
async function placeOf(locator: Locator, from?: Place): Promise<Place> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It isn’t shown.');
  const [right, down] = from ?? [box.width / 2, box.height / 2];
  return [box.x + right, box.y + down];
}

test.each([
  { width: 460, height: 260 },
  { width: 700, height: 500 },
])('the window is moved by the title and the time, and nowhere by the outline (%o)', async (size) => {
  await page.setViewportSize(size);
  const main = page.getByRole('main', { name: 'Prompter' });
  const title = main.getByRole('heading', { level: 1 });
  const time = main.getByRole('timer');
  for (const part of [title, time]) expect(await isDragged(page, await placeOf(part))).toBe(true);
  for (const part of [title, time]) expect(await part.evaluate((e) => getComputedStyle(e).userSelect)).toBe('none');

  const top = (await main.getByRole('meter', { name: 'Pace' }).boundingBox())?.y ?? 0;
  const below: Place[] = [];
  for (let y = top; y < size.height; y += 3) for (let x = 0; x < size.width; x += 10) below.push([x, y]);
  expect(await draggedAmong(page, below)).toEqual([]);
});

test('the buttons can be clicked, where they cover the header too', async () => {
  await page.setViewportSize({ width: 460, height: 140 });
  const controls = page.getByRole('toolbar', { name: 'Controls' });
  expect(await isDragged(page, await placeOf(controls))).toBe(false);
  expect(await isDragged(page, await placeOf(page.getByRole('timer')))).toBe(true);
});

test('the search and the help can be clicked, wherever they are', async () => {
  await page.setViewportSize({ width: 460, height: 260 });
  await runCommand(page, 'show-help');
  const help = page.getByRole('dialog');
  await help.waitFor();
  expect(await isDragged(page, await placeOf(help, [4, 4]))).toBe(false);
  await page.keyboard.press('Escape');
});

test('without stories, the window is moved by the message', async () => {
  const started = await start({ pages: true, words: ['--stories', '/nowhere'] });
  const empty = await shownPage(started);
  const message = empty.getByRole('main', { name: 'Prompter' }).locator('p').first();
  expect(await isDragged(empty, await placeOf(message))).toBe(true);
  expect(await isDragged(empty, await placeOf(empty.getByRole('button').first()))).toBe(false);
});

test('a button closes the prompter, which quits Offbook if it is the last window', async () => {
  const started = await start({ pages: true });
  const shown = await shownPage(started);
  await shown.mouse.move(200, 150);
  await shown.mouse.move(210, 150);
  await shown.getByRole('button', { name: 'More controls' }).click();
  // Its page may be gone before the click is reported back.
  await shown
    .getByRole('button', { name: 'Close the prompter' })
    .click()
    .catch(() => undefined);
  await eventually(() => callsOf(started, 'emits closed', 'window 1').length).toBe(1);
  expect(await started.exited).toBe(0);
});
