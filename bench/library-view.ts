import { median } from '../src/core/values.ts';
import { type Benchmark, percentile } from './figure.ts';
import { madeUpFile } from './made-up-stories.ts';
import { openBenchPage } from './page.ts';
import { msUntilPainted } from './painted.ts';

const fileCount = 100;
const storiesPerFile = 10;
const openings = 10;
const selections = 40;

const toLibrary = { key: 'L', shift: true };
const toPrompter = { key: 'P', shift: true };

/** The library with 1,000 stories in 100 files: the time from the key that opens it, and from choosing a story. */
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
      opened.push(await msUntilPainted(page, toLibrary, { appears: '.story [role="tabpanel"] li' }));
      await msUntilPainted(page, toPrompter, { appears: '.prompter .row' });
    }
    // The first time also loads the view's own files.
    const [first = Number.NaN, ...again] = opened;
    await msUntilPainted(page, toLibrary, { appears: '.story [role="tabpanel"] li' });
    const selected: number[] = [];
    for (let nth = 1; nth <= selections; nth += 1) {
      selected.push(await msUntilPainted(page, { click: '[data-story]', nth }, { changes: '.story h1' }));
    }
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
