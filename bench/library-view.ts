import type { Page } from '@playwright/test';
import { type Benchmark, median, percentile } from './figure.ts';
import { madeUpFile } from './made-up-stories.ts';
import { openBenchPage } from './page.ts';

const fileCount = 100;
const storiesPerFile = 10;
const openings = 10;
const selections = 40;

/** The library over 1,000 stories in 100 files: from the key that opens it, and from choosing a story. */
export const libraryView: Benchmark = {
  name: 'library-view',
  run: async () => {
    const files = Object.fromEntries(
      Array.from({ length: fileCount }, (_, index) => [`made-up-${index}.md`, madeUpFile(index + 1, storiesPerFile)]),
    );
    const { page, close } = await openBenchPage(files);
    await page.setViewportSize({ width: 1120, height: 720 });
    const opened: number[] = [];
    for (let count = 0; count <= openings; count += 1) {
      opened.push(await pressUntil(page, 'L', '.story [role="tabpanel"] li'));
      await pressUntil(page, 'P', '.prompter .row');
    }
    // The first one also loads the view's own files.
    const [first = Number.NaN, ...again] = opened;
    await pressUntil(page, 'L', '.story [role="tabpanel"] li');
    const selected: number[] = [];
    for (let count = 0; count < selections; count += 1) selected.push(await selectNext(page));
    await close();
    const how = `${fileCount * storiesPerFile} stories`;
    return [
      { name: 'library-view.first', value: first, unit: 'ms', how: `${how}, key to painted, with its files to load` },
      { name: 'library-view.open', value: median(again), unit: 'ms', how: `${how}, key to painted, ${openings} times` },
      {
        name: 'library-view.select',
        value: median(selected),
        unit: 'ms',
        how: `choice to painted story, ${selections} times`,
      },
      {
        name: 'library-view.select95',
        value: percentile(selected, 0.95),
        unit: 'ms',
        how: 'the same, 95th percentile',
      },
    ];
  },
};

/** Presses Shift and a letter; milliseconds until an element is there and the frame with it is painted. */
function pressUntil(page: Page, letter: string, selector: string): Promise<number> {
  return page.evaluate(
    async ({ key, wanted }) => {
      const { promise, resolve } = Promise.withResolvers<number>();
      const start = performance.now();
      const observer = new MutationObserver(() => {
        if (document.querySelector(wanted) === null) return;
        observer.disconnect();
        // The callback comes before the frame is painted; the task after it comes once that is done.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.now() - start));
          port1.start();
          port2.postMessage(null);
        });
      });
      observer.observe(document.body, { subtree: true, childList: true });
      window.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey: true }));
      return promise;
    },
    { key: letter, wanted: selector },
  );
}

/** Chooses the next story in the list; milliseconds until the page shows it painted. */
function selectNext(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const stories = [...document.querySelectorAll<HTMLElement>('[data-story]')];
    const at = stories.findIndex((story) => story.getAttribute('aria-selected') === 'true');
    const shown = document.querySelector('.story h1')?.textContent;
    const { promise, resolve } = Promise.withResolvers<number>();
    const observer = new MutationObserver(() => {
      if (document.querySelector('.story h1')?.textContent === shown) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now() - start));
        port1.start();
        port2.postMessage(null);
      });
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    const start = performance.now();
    stories[at + 1]?.click();
    return promise;
  });
}
