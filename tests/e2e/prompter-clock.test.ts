import type { Page } from '@playwright/test';
import { expect, test } from './offbook.ts';
import { begun, openPrompter, prompterOf, readScroll } from '../pages/prompter-page.ts';
import { kiln, pitch } from '../stories/prompter-stories.ts';

test('a story from its start to a pause', async ({ page, startOffbook }) => {
  await openPrompter(page, await startOffbook({ stories: { 'kiln.md': kiln } }));

  await test.step('shows the first story, by roles and names', async () => {
    const { main, outline, title, timer, pace, current, section } = prompterOf(page);
    await expect(main).toBeVisible();
    await expect(title).toHaveText('Ownership · The kiln that ran cold');
    await expect(timer).toHaveText('2:00');
    await expect(outline).toBeVisible();
    const rows = { Situation: 2, Task: 1, Action: 5, Result: 2, Reflection: 1 };
    for (const [name, count] of Object.entries(rows)) {
      await expect(section(name).getByRole('listitem')).toHaveCount(count);
    }
    await expect(current).toHaveText('SForty kilns, one supplier of thermostats');
    await expect(pace).toHaveAttribute('aria-valuetext', 'on pace');
    await expect(pace).toHaveAttribute('aria-valuenow', '0');
    await expect(pace).toHaveAttribute('aria-valuemax', '120');
  });
  await test.step('Space starts the countdown; no figure is skipped or comes early, and none moves what is beside it', async () => {
    const { timer, title, button } = prompterOf(page);
    await expect(timer).toHaveText('2:00');
    const edges = async () => [await timer.boundingBox(), await title.boundingBox()];
    const before = await edges();
    // It is in the page before the key is pressed, so that it can't miss a figure.
    const watch = await page.evaluateHandle(() => {
      const shown = document.querySelector('[role="timer"]');
      const beforeMs = performance.now();
      const seen = new Promise<{ figure: string; afterMs: number }[]>((resolve) => {
        const figures: { figure: string; afterMs: number }[] = [];
        new MutationObserver(() => {
          figures.push({ figure: shown?.textContent ?? '', afterMs: performance.now() - beforeMs });
          if (figures.length === 4) resolve(figures);
        }).observe(shown as Element, { characterData: true, childList: true, subtree: true });
      });
      return { seen };
    });
    await page.keyboard.press('Space');
    await expect(button('Start or pause')).toHaveAttribute('aria-pressed', 'true');
    const figures = await watch.evaluate(({ seen }) => seen);
    expect(figures.map(({ figure }) => figure)).toEqual(['1:59', '1:58', '1:57', '1:56']);
    // On a busy computer a figure can come late, but none may come early. The page knows the program’s clock to half a
    // round trip, and puts it right when it hears better: there that can be twenty milliseconds and more.
    for (const [index, { afterMs }] of figures.entries()) expect(afterMs).toBeGreaterThan((index + 1) * 1000 - 50);
    expect(await edges()).toEqual(before);
  });
  await test.step('the figure and the outline show the same time', async () => {
    await expect(prompterOf(page).timer).toHaveText(begun);
    // On a busy computer either of them can be late for a moment.
    await expect(async () => {
      const { atMs, playState, rate, figure } = await readScroll(page);
      expect({ playState, rate }).toEqual({ playState: 'running', rate: 1 });
      const [minutes, seconds] = figure.split(':').map(Number);
      const usedMs = 120_000 - ((minutes ?? 0) * 60 + (seconds ?? 0)) * 1000;
      // The figure changes a moment after its boundary, the outline within a frame.
      expect(atMs - usedMs).toBeGreaterThan(-50);
      expect(atMs - usedMs).toBeLessThan(1250);
    }).toPass();
  });
  await test.step('pausing stops the clock, the outline and every frame', async () => {
    const { timer, button } = prompterOf(page);
    await expect(timer).toHaveText(begun);
    await page.keyboard.press('Space');
    await expect(button('Start or pause')).toHaveAttribute('aria-pressed', 'false');
    const before = await readScroll(page);
    expect(before.playState).toBe('paused');
    expect(before.figure).toMatch(begun);
    // Earlier changes may be drawn late. If it went on drawing, even once a second, this would never settle.
    await expect.poll(() => framesOfAStretch(page)).toBe(0);
    const after = await readScroll(page);
    expect([after.atMs, after.figure]).toEqual([before.atMs, before.figure]);
  });
  await test.step('the header and the bar say when the plan is far off', async () => {
    await page.keyboard.press('r');
    await expect(prompterOf(page).timer).toHaveText('2:00');
    const { main, pace, timer } = prompterOf(page);
    await page.keyboard.press('Shift+PageDown');
    await page.keyboard.press('Shift+PageDown');
    await expect(main.getByText(/^▲ \d+ s ahead$/)).toHaveCount(0);
    await page.keyboard.press('Space');
    await expect(timer).toHaveText(begun);
    await expect(pace).toHaveAttribute('aria-valuetext', /^\d+ seconds ahead$/);
    await expect(main.getByText(/^▲ \d+ s ahead$/)).toBeVisible();
  });
  await test.step('counting up has a figure of its own', async () => {
    await page.keyboard.press('r');
    await page.keyboard.press('u');
    await expect(page.getByRole('timer', { name: 'Time run' })).toHaveText('0:00');
    await page.keyboard.press('Space');
    await expect(page.getByRole('timer', { name: 'Time run' })).toHaveText(/^0:0[1-9]$/);
  });
});

test('a story of ten seconds, without sections', async ({ page, startOffbook }) => {
  await openPrompter(page, await startOffbook({ stories: { 'pitch.md': pitch } }));

  await test.step('a story without sections is one list in one group', async () => {
    const { outline, section, timer } = prompterOf(page);
    await expect(timer).toHaveText('0:10');
    await expect(outline.getByRole('listitem')).toHaveText([
      'Potter for twelve years',
      'Glazing room of nine people',
      'Likes the dull problems',
    ]);
    await expect(section('Notes')).toBeVisible();
  });
  await test.step('overtime counts up with its sign, and the outline stays on its last row', async () => {
    const { timer, current, pace } = prompterOf(page);
    await page.keyboard.press('Space');
    await page.keyboard.press('-');
    await expect(timer).toHaveText(/^\+0:0\d$/);
    await expect(timer).toHaveAttribute('data-phase', 'over');
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowDown');
    await expect(current).toHaveText('Likes the dull problems');
    // One verdict at a time: not “ahead” too, though two seconds were taken away.
    await expect(pace).toHaveAttribute('aria-valuetext', 'over time');
    await expect(page.locator('.drift')).toBeEmpty();
  });
});

/** How many frames are drawn in a second and a half: a stretch to measure, not a wait for something. */
async function framesOfAStretch(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const drawn: string[] = [];
  session.on('Tracing.dataCollected', ({ value }) => drawn.push(...value.map((event) => String(event['name']))));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['viz'] } });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return drawn.filter((name) => name === 'Display::DrawAndSwap').length;
}

test('a key pressed while the page is busy counts from the press, not from when the page gets round to it', async ({
  page,
  startOffbook,
}) => {
  await openPrompter(page, await startOffbook({ stories: { 'kiln.md': kiln } }));
  const presses = await page.evaluateHandle(() => {
    const seen: { pressedAtMs: number; lateMs: number }[] = [];
    window.addEventListener('keydown', ({ key, timeStamp }) => {
      const nowMs = performance.now();
      if (key === 'Insert') while (performance.now() < nowMs + 2000);
      else seen.push({ pressedAtMs: performance.timeOrigin + timeStamp, lateMs: nowMs - timeStamp });
    });
    return seen;
  });
  const lastPress = () => presses.evaluate((seen) => seen.at(-1));
  let press: Awaited<ReturnType<typeof lastPress>>;
  for (let round = 0; (press?.lateMs ?? 0) < 500; round += 1) {
    expect(round).toBeLessThan(5);
    await page.keyboard.press('r');
    await Promise.all([page.keyboard.press('Insert'), page.keyboard.press('Space')]);
    await expect(prompterOf(page).timer).toHaveText(begun);
    // On a slow computer the key may come only once the page isn’t busy any more.
    press = await lastPress();
  }
  const offMs = async () => Math.abs(((await readScroll(page)).zeroAtMs ?? 0) - (press?.pressedAtMs ?? Infinity));
  // The busy page got the news late, too; within a second it knows better. While it opens on a slow computer it knows the
  // program’s clock to half of a slow round trip: far less than the press was late.
  await expect.poll(offMs).toBeLessThan(125);
});
