import { median } from '../src/core/values.ts';
import { type Benchmark, percentile } from './figure.ts';
import { madeUpFile } from './made-up-stories.ts';
import { openBenchPage } from './page.ts';
import { msUntilPainted } from './painted.ts';

const switches = 40;

/** The time from the key for the next story to the frame that shows its outline. */
export const storySwitch: Benchmark = {
  name: 'switch',
  run: async () => {
    const { page, close } = await openBenchPage({ 'made-up.md': madeUpFile(5, 60) });
    const times: number[] = [];
    for (let count = 0; count < switches; count += 1) {
      times.push(await msUntilPainted(page, { key: 'ArrowRight' }, { changes: '[aria-label="Outline"]' }));
    }
    await close();
    const how = `key to painted outline, ${switches} switches`;
    return [
      { name: 'switch.median', value: median(times), unit: 'ms', how },
      { name: 'switch.p95', value: percentile(times, 0.95), unit: 'ms', limit: 32, how },
    ];
  },
};
