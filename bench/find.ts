import { createSearch } from '../src/core/search/search.ts';
import { readStoryTexts } from '../src/core/stories/library.ts';
import { median } from '../src/core/values.ts';
import { type Benchmark, type Figure, percentile } from './figure.ts';
import { madeUpFile } from './made-up-stories.ts';
import { openBenchPage } from './page.ts';

const storyCount = 1000;
const fileCount = 20;
const pastedCharacters = 10_000;

/**
 * What people type, letter by letter: words that are in many stories, word starts, typos, and words that are in none.
 */
const typed = [
  'late partner',
  'budget risk',
  'outgae desing',
  'customer release plan',
  'team',
  'xylophone',
  'quiet meas',
];

/**
 * With 1,000 stories: how long indexing takes, ranking, and the way from a keystroke in the page to the ranked list.
 */
export const find: Benchmark = {
  name: 'find',
  run: async () => [...rankStories(), ...(await typeInPage())],
};

function rankStories(): Figure[] {
  const { stories } = readStoryTexts([{ file: 'made-up.md', text: madeUpFile(11, storyCount) }]);
  const start = performance.now();
  const search = createSearch(stories);
  const indexMs = performance.now() - start;
  const keystrokes = typed.flatMap((words) => Array.from(words, (_, index) => words.slice(0, index + 1)));
  // The first round warms the code up.
  for (const words of keystrokes) search.find(words);
  const times = keystrokes.map((words) => timed(() => search.find(words)));
  const pasted = madeUpFile(12, 5).slice(0, pastedCharacters);
  const how = `${times.length} keystrokes over ${stories.length} stories`;
  return [
    { name: 'find.index', value: indexMs, unit: 'ms', how: `${stories.length} stories` },
    { name: 'find.rank', value: median(times), unit: 'ms', how: `${how}, without the page` },
    { name: 'find.rank95', value: percentile(times, 0.95), unit: 'ms', how: 'the same, 95th percentile' },
    {
      name: 'find.pasted',
      value: timed(() => search.find(pasted)),
      unit: 'ms',
      how: `${pastedCharacters} characters at once`,
    },
  ];
}

/** Types into the prompter's search, and measures the time from each letter to its ranked list. */
async function typeInPage(): Promise<Figure[]> {
  const files = Array.from({ length: fileCount }, (_, index) => [
    `made-up-${index}.md`,
    madeUpFile(index + 1, storyCount / fileCount),
  ]);
  const { page, close } = await openBenchPage(Object.fromEntries(files) as Record<string, string>);
  await page.addInitScript(timeFindings);
  await page.reload();
  await page.getByRole('list', { name: 'Outline' }).waitFor();
  const times: number[] = [];
  for (const words of [...typed, ...typed]) {
    await page.keyboard.press('/');
    const field = page.getByRole('combobox', { name: 'Find a story' });
    await field.waitFor();
    for (const letter of words) {
      const before = await page.evaluate(() => (window as unknown as TimedWindow).findTimes.length);
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      // A space between two words doesn't start a search.
      if (letter === ' ') continue;
      await page.waitForFunction((count) => (window as unknown as TimedWindow).findTimes.length > count, before);
    }
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
  }
  times.push(...(await page.evaluate(() => (window as unknown as TimedWindow).findTimes)));
  await close();
  // The first round warms the code up, as the first searches of a day do.
  const warm = times.slice(times.length / 2);
  const how = `${warm.length} keystrokes over ${storyCount} stories, to the ranked list in the page`;
  return [
    { name: 'find.median', value: median(warm), unit: 'ms', how },
    { name: 'find.p95', value: percentile(warm, 0.95), unit: 'ms', limit: 16, how: 'the same, 95th percentile' },
  ];
}

interface TimedWindow extends Window {
  findTimes: number[];
}

/** Runs in the page, before its own scripts: measures from the letter that starts a search to the answer. */
function timeFindings(): void {
  const findTimes: number[] = [];
  Object.assign(window, { findTimes });
  let typedMs = 0;
  window.addEventListener('input', () => (typedMs = performance.now()), true);
  const asked = new Map<number, number>();
  class TimedSocket extends WebSocket {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        const id = Number(/^\{"id":(\d+)/.exec(data as string)?.[1]);
        const sinceMs = asked.get(id);
        if (sinceMs !== undefined) findTimes.push(performance.now() - sinceMs);
      });
    }
    override send(text: string): void {
      const { id, call } = JSON.parse(text) as { id: number; call: string };
      if (call === 'findStories') asked.set(id, typedMs);
      super.send(text);
    }
  }
  window.WebSocket = TimedSocket;
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
