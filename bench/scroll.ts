import { type Benchmark, percentile } from './figure.ts';
import { madeUpFile } from './made-up-stories.ts';
import { framesDuring, openBenchPage } from './page.ts';

const scrollMs = 30_000;
const blockMs = 500;

/** How smoothly the outline scrolls, and whether it keeps scrolling while the page's main thread is busy. */
export const scroll: Benchmark = {
  name: 'scroll',
  run: async () => {
    const { page, close } = await openBenchPage({ 'made-up.md': madeUpFile(3, 1) });
    await page.keyboard.press('Space');
    const times = await framesDuring(page, () => page.waitForTimeout(scrollMs));
    const intervals = times.slice(1).map((time, index) => time - (times[index] ?? time));
    const blocked = await framesDuring(page, () =>
      page.evaluate((lengthMs) => {
        const untilMs = performance.now() + lengthMs;
        while (performance.now() < untilMs);
      }, blockMs),
    );
    await close();
    const how = `${intervals.length} frames in ${scrollMs / 1000} s`;
    return [
      { name: 'scroll.interval95', value: percentile(intervals, 0.95), unit: 'ms', how },
      { name: 'scroll.interval99', value: percentile(intervals, 0.99), unit: 'ms', how },
      { name: 'scroll.blocked', value: blocked.length, unit: 'frames', how: `main thread busy for ${blockMs} ms` },
    ];
  },
};
