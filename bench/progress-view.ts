import { readStoryTexts } from '../src/core/stories/library.ts';
import { median } from '../src/core/values.ts';
import type { Benchmark } from './figure.ts';
import { madeUpLog } from './made-up-log.ts';
import { madeUpFile } from './made-up-stories.ts';
import { openBenchPage } from './page.ts';
import { msUntilPainted } from './painted.ts';

const fileCount = 100;
const storiesPerFile = 10;
const logLines = 100_000;
const openings = 5;
/** The last day of the log. Any day will do: only the amount matters. */
const days = 400;

const toProgress = { key: 'G', shift: true };
const toPrompter = { key: 'P', shift: true };
/** The last part of the page, and the curve that needs a call of its own. */
const whole = { appears: '.log-place button' };
const curve = { appears: '.plot .run-line' };

/** The progress view with 1,000 stories and a log of 100,000 runs: the time from the key that opens it. */
export const progressView: Benchmark = {
  name: 'progress-view',
  run: async () => {
    const files = Object.fromEntries(
      Array.from({ length: fileCount }, (_, index) => [`made-up-${index}.md`, madeUpFile(index + 1, storiesPerFile)]),
    );
    const { stories } = readStoryTexts(Object.entries(files).map(([file, text]) => ({ file, text })));
    const lastDay = new Date().toISOString().slice(0, 10);
    const log = madeUpLog({ stories, runs: logLines, lastDay, days });
    const { page, close } = await openBenchPage(files, { 'practice-log.jsonl': log });
    await page.setViewportSize({ width: 1120, height: 720 });
    const opened: number[] = [];
    const drawn: number[] = [];
    for (let count = 0; count <= openings; count += 1) {
      opened.push(await msUntilPainted(page, toProgress, whole));
      await msUntilPainted(page, toPrompter, { appears: '.prompter .row' });
      drawn.push(await msUntilPainted(page, toProgress, curve));
      await msUntilPainted(page, toPrompter, { appears: '.prompter .row' });
    }
    await close();
    const [first = Number.NaN, ...again] = opened;
    const how = `${fileCount * storiesPerFile} stories, ${logLines} runs`;
    return [
      {
        name: 'progress-view.first',
        value: first,
        unit: 'ms',
        limit: 2000,
        how: `${how}, key to painted, with its files to load`,
      },
      {
        name: 'progress-view.open',
        value: median(again),
        unit: 'ms',
        limit: 2000,
        how: `${how}, key to painted, ${openings} times`,
      },
      {
        name: 'progress-view.curve',
        value: median(drawn),
        unit: 'ms',
        limit: 2000,
        how: 'key to the painted curve of a story',
      },
    ];
  },
};
