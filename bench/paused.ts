import type { Benchmark } from './figure.ts';
import { madeUpFile } from './made-up-stories.ts';
import { framesDuring, openBenchPage } from './page.ts';

const pauseMs = 10_000;
/** By then, what the pause itself changes on screen is drawn (its mark, the end of a glide). */
const settleMs = 1000;

/** Frames produced while the countdown is paused. There should be none, since nothing moves. */
export const paused: Benchmark = {
  name: 'paused',
  run: async () => {
    const { page, close } = await openBenchPage({ 'made-up.md': madeUpFile(3, 1) });
    await page.keyboard.press('Space');
    await page.waitForTimeout(settleMs);
    await page.keyboard.press('Space');
    await page.waitForTimeout(settleMs);
    const frames = await framesDuring(page, () => page.waitForTimeout(pauseMs));
    await close();
    const how = `in ${pauseMs / 1000} s of pause`;
    return [{ name: 'paused.frames', value: frames.length, unit: 'frames', limit: 0, how }];
  },
};
