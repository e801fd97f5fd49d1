import { type Benchmark, median, percentile } from './figure.ts';
import { madeUpFile } from './made-up-stories.ts';
import { openBenchPage } from './page.ts';

const switches = 40;

/** From the key that asks for the next story to the frame that shows its outline. */
export const storySwitch: Benchmark = {
  name: 'switch',
  run: async () => {
    const { page, close } = await openBenchPage({ 'made-up.md': madeUpFile(5, 60) });
    const times: number[] = [];
    for (let count = 0; count < switches; count += 1) {
      times.push(
        await page.evaluate(async () => {
          const outline = document.querySelector('[aria-label="Outline"]');
          const shown = outline?.textContent;
          const { promise, resolve } = Promise.withResolvers<number>();
          const start = performance.now();
          const observer = new MutationObserver(() => {
            if (document.querySelector('[aria-label="Outline"]')?.textContent === shown) return;
            observer.disconnect();
            // The callback comes before the frame is painted; the task after it comes once that is done.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.addEventListener('message', () => resolve(performance.now() - start));
              port1.start();
              port2.postMessage(null);
            });
          });
          observer.observe(document.body, { subtree: true, childList: true, characterData: true });
          window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
          return promise;
        }),
      );
    }
    await close();
    const how = `key to painted outline, ${switches} switches`;
    return [
      { name: 'switch.median', value: median(times), unit: 'ms', how },
      { name: 'switch.p95', value: percentile(times, 0.95), unit: 'ms', how },
    ];
  },
};
