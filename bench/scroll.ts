import type { Page } from '@playwright/test';
import { type Benchmark, type Figure, percentile } from './figure.ts';
import { madeUpFile } from './made-up-stories.ts';
import { framesDuring, openBenchPage } from './page.ts';

const scrollMs = 30_000;
const blockMs = 500;

/** How smoothly the outline scrolls, and whether it keeps scrolling while the page's main thread is busy. */
export const scroll: Benchmark = {
  name: 'scroll',
  run: async () => {
    const { page, browser, close } = await openBenchPage({ 'made-up.md': madeUpFile(3, 1) });
    await page.keyboard.press('Space');
    const times = await framesDuring(page, () => page.waitForTimeout(scrollMs));
    const intervals = times.slice(1).map((time, index) => time - (times[index] ?? time));
    const blocked = await framesDuring(page, () => page.evaluate(keepBusy, blockMs));
    // Its own frames would count as theirs.
    await page.close();
    const other = await browser.newPage({ viewport: { width: 460, height: 260 } });
    const others = [await scrollOtherwise(other, 'scrollTop'), await scrollOtherwise(other, 'transform')];
    await close();
    const how = `${intervals.length} frames in ${scrollMs / 1000} s`;
    return [
      { name: 'scroll.interval95', value: percentile(intervals, 0.95), unit: 'ms', how },
      { name: 'scroll.interval99', value: percentile(intervals, 0.99), unit: 'ms', how },
      { name: 'scroll.blocked', value: blocked.length, unit: 'frames', how: `main thread busy for ${blockMs} ms` },
      ...others.flat(),
    ];
  },
};

const otherMs = 10_000;

/** The same figures for a page that moves its text itself, a step per frame, as teleprompters in pages usually do. */
async function scrollOtherwise(page: Page, by: 'scrollTop' | 'transform'): Promise<Figure[]> {
  await page.evaluate((way) => {
    const box = document.createElement('div');
    box.style.cssText = 'position:fixed;inset:0;overflow:auto;z-index:99;background:black;color:white;font-size:22px';
    const text = document.createElement('div');
    text.textContent = 'A line of the text that is read aloud. '.repeat(2000);
    box.append(text);
    document.body.append(box);
    let at = 0;
    const step = (): void => {
      at += 0.5;
      if (way === 'scrollTop') box.scrollTop = at;
      else text.style.transform = `translateY(${-at}px)`;
      if (box.isConnected) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
    Object.assign(window, { otherBox: box });
  }, by);
  const times = await framesDuring(page, () => page.waitForTimeout(otherMs));
  const intervals = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const blocked = await framesDuring(page, () => page.evaluate(keepBusy, blockMs));
  await page.evaluate(() => (window as unknown as { otherBox: Element }).otherBox.remove());
  const how = `a page that sets ${by} in each frame`;
  return [
    { name: `scroll.${by}.interval95`, value: percentile(intervals, 0.95), unit: 'ms', how },
    { name: `scroll.${by}.blocked`, value: blocked.length, unit: 'frames', how: `the same, busy for ${blockMs} ms` },
  ];
}

/** Runs in the page. */
function keepBusy(lengthMs: number): void {
  const untilMs = performance.now() + lengthMs;
  while (performance.now() < untilMs);
}
