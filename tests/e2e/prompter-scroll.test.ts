import type { Page } from '@playwright/test';
import { expect, test } from './offbook.ts';
import { begun, offTheLine, openPrompter, prompterOf, readScroll } from '../pages/prompter-page.ts';
import { kiln } from '../stories/prompter-stories.ts';

test.use({ viewport: { width: 460, height: 260 } });

test.beforeEach(async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories: { 'kiln.md': kiln } });
  await openPrompter(page, offbook);
});

/** Back at the first row, with the clock at rest. */
async function startOver(page: Page): Promise<void> {
  await page.keyboard.press('r');
  await expect(prompterOf(page).timer).toHaveText('2:00');
  await expect(prompterOf(page).current).toContainText('Forty kilns');
  await expect.poll(async () => Math.abs(await offTheLine(page))).toBeLessThan(1);
}

test('keys, clicks and the wheel move the outline', async ({ page }) => {
  await test.step('one animation, of straight parts, moves the outline', async () => {
    const waiting = await readScroll(page);
    expect(waiting).toMatchObject({ playState: 'paused', atMs: 0, targetMs: 120_000 });
    // The first row, seven for the glide to each of the ten others, and the rest on the last one.
    expect(waiting.keyframes).toBe(72);
    await page.keyboard.press('Space');
    await expect.poll(async () => (await readScroll(page)).zeroAtMs).not.toBeNull();
    const one = await readScroll(page);
    await expect.poll(async () => (await readScroll(page)).atMs).toBeGreaterThan(one.atMs + 300);
    const two = await readScroll(page);
    // At a rate of one, a second of the plan takes a second, and nothing restarts it. The page’s clock may move a little.
    expect([one.rate, two.rate]).toEqual([1, 1]);
    expect(Math.abs(Number(two.zeroAtMs) - Number(one.zeroAtMs))).toBeLessThan(12);
  });
  await test.step('arrows and clicks go to a row, which is then on the reading line and moves no others', async () => {
    await startOver(page);
    const { current, row } = prompterOf(page);
    const heights = () =>
      page.locator('.row').evaluateAll((rows) => rows.map((each) => (each as HTMLElement).offsetHeight));
    const before = await heights();
    expect(Math.abs(await offTheLine(page))).toBeLessThan(1);
    await page.keyboard.press('ArrowDown');
    await expect(current).toHaveText('Three cold firings in one winter');
    expect(await heights()).toEqual(before);
    await page.keyboard.press('ArrowDown');
    await expect(current).toHaveText('TKeep firing through December');
    await expect.poll(async () => Math.abs(await offTheLine(page))).toBeLessThan(1);
    await page.keyboard.press('ArrowUp');
    await expect(row('Three cold firings')).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('Shift+PageDown');
    await page.keyboard.press('Shift+PageDown');
    await expect(current).toHaveText('ALogged every cold start for a month');
    await expect.poll(async () => Math.abs(await offTheLine(page))).toBeLessThan(1);
    await row('Keep firing').click();
    await expect(current).toContainText('Keep firing');
    await expect.poll(async () => Math.abs(await offTheLine(page))).toBeLessThan(1);
  });
  await test.step('the wheel moves the cursor, and the outline goes on from there', async () => {
    await startOver(page);
    const { current } = prompterOf(page);
    await page.mouse.move(230, 150);
    await page.mouse.wheel(0, 75);
    await expect(current).toHaveText('TKeep firing through December');
    await page.keyboard.press('Space');
    await expect.poll(async () => (await readScroll(page)).playState).toBe('running');
    const started = await readScroll(page);
    await page.mouse.wheel(0, 100);
    await expect.poll(async () => (await readScroll(page)).atMs).toBeGreaterThan(started.atMs + 5000);
    expect((await readScroll(page)).playState).toBe('running');
    await page.mouse.wheel(0, -10_000);
    await expect(current).toContainText('Forty kilns');
  });
  await test.step('many quick turns of the wheel end at the right place', async () => {
    await startOver(page);
    const { current } = prompterOf(page);
    await page.mouse.move(230, 150);
    for (let turns = 0; turns < 60; turns += 1) await page.mouse.wheel(0, 20);
    await expect(current).toContainText('Look at the part');
    await expect.poll(async () => Math.abs(await offTheLine(page))).toBeLessThan(1);
  });
  await test.step('in step mode the outline waits, and each notch of the wheel is a row', async () => {
    await startOver(page);
    const { current, timer } = prompterOf(page);
    await page.keyboard.press('m');
    await page.keyboard.press('Space');
    await expect(timer).toHaveText(begun);
    expect(await readScroll(page)).toMatchObject({ playState: 'paused', atMs: 0 });
    await page.mouse.move(230, 150);
    await page.mouse.wheel(0, 100);
    await expect(current).toContainText('Three cold firings');
    await page.keyboard.press('ArrowDown');
    await expect(current).toContainText('Keep firing');
    await page.mouse.wheel(0, -100);
    await expect(current).toContainText('Three cold firings');
    expect((await readScroll(page)).playState).toBe('paused');
    await page.keyboard.press('m');
  });
  await test.step('the row stays on the line with another window size, bigger text and a zoomed page', async () => {
    await startOver(page);
    const { current } = prompterOf(page);
    for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('ArrowDown');
    await expect(current).toContainText('Found the loose relay');
    await page.setViewportSize({ width: 300, height: 500 });
    await expect.poll(async () => Math.abs(await offTheLine(page))).toBeLessThan(1);
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press(']');
    await expect(page.locator('html')).toHaveCSS('--text-size', '30px');
    await expect.poll(async () => Math.abs(await offTheLine(page))).toBeLessThan(1);
    await expect(current).toContainText('Found the loose relay');
    // What is left of a small window at a zoom of 200 %.
    await page.setViewportSize({ width: 230, height: 130 });
    await expect(current).toBeInViewport();
  });
});

test('the outline glides, also while the page is busy', async ({ page }) => {
  await test.step('a nudge glides for a moment instead of jumping', async () => {
    // It is in the page before the key is pressed: a glide is short.
    const watch = await page.evaluateHandle(() => ({
      glide: new Promise<number>((resolve) => {
        const look = (): void => {
          const glide = document.getAnimations().find(({ effect }) => (effect?.getTiming().duration as number) < 1000);
          if (glide === undefined) requestAnimationFrame(look);
          else resolve(Number(glide.effect?.getTiming().duration));
        };
        look();
      }),
    }));
    await page.keyboard.press('ArrowDown');
    expect(await watch.evaluate(({ glide }) => glide)).toBeLessThanOrEqual(150);
  });
  await test.step('the outline keeps moving while the page is busy', async () => {
    await startOver(page);
    await page.keyboard.press('Space');
    await expect(prompterOf(page).timer).toHaveText(begun);
    const session = await page.context().newCDPSession(page);
    const events: { name: string; ts: number }[] = [];
    session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as typeof events)));
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['viz', 'blink.user_timing'] },
    });
    await page.evaluate(() => {
      performance.mark('busy');
      const untilMs = performance.now() + 500;
      while (performance.now() < untilMs);
      performance.mark('free');
    });
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    const at = (name: string): number => events.find((event) => event.name === name)?.ts ?? Number.NaN;
    const drawn = events.filter(
      ({ name, ts }) => name === 'Display::DrawAndSwap' && ts > at('busy') && ts < at('free'),
    );
    // Thirty at 60 a second, and fewer on a busy computer. If the page had to draw them, there would be none.
    expect(drawn.length).toBeGreaterThan(2);
  });
  await test.step('a nudge in the middle of a glide goes on from where the outline is', async () => {
    await startOver(page);
    const { outline, current } = prompterOf(page);
    // The first glide is held halfway, the second one at its start.
    await page.evaluate(() => {
      const line = document.querySelector('.line')!;
      const animate = line.animate.bind(line);
      const placesMs = [75, 0];
      line.animate = (...given) => {
        const glide = animate(...given);
        glide.pause();
        glide.currentTime = placesMs.shift() ?? 0;
        return glide;
      };
    });
    const topPx = async () => (await outline.boundingBox())!.y;
    const restingPx = await topPx();
    await page.keyboard.press('ArrowDown');
    await expect(current).toHaveText('Three cold firings in one winter');
    const halfwayPx = await topPx();
    expect(halfwayPx).toBeLessThan(restingPx - 1);
    await page.keyboard.press('ArrowDown');
    await expect(current).toHaveText('TKeep firing through December');
    expect(Math.abs((await topPx()) - halfwayPx)).toBeLessThan(1);
  });
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('rows jump from one to the next, without motion in between', async ({ page }) => {
    const { timer, current } = prompterOf(page);
    await page.keyboard.press('Space');
    await expect(timer).toHaveText(begun);
    expect(await page.evaluate(() => document.getAnimations().map(({ playState }) => playState))).not.toContain(
      'running',
    );
    await page.keyboard.press('ArrowDown');
    await expect(current).toContainText('Three cold firings');
    expect(Math.abs(await offTheLine(page))).toBeLessThan(1);
    expect(await page.evaluate(() => document.getAnimations().map(({ playState }) => playState))).not.toContain(
      'running',
    );
  });
});
