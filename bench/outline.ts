import { readStories } from '../src/core/stories/reader.ts';
import { deriveOutline } from '../src/core/stories/outline/derive.ts';
import { median } from '../src/core/values.ts';
import { type Benchmark, timed } from './figure.ts';
import { madeUpText } from './made-up-stories.ts';

const runs = 15;

/** Making the outline of a story that has none, which happens when it is first shown. */
export const outline: Benchmark = {
  name: 'outline',
  run: async () => {
    const { stories } = readStories(madeUpText(1, 100_000), 'made-up.md');
    const words = stories.flatMap(({ answer }) => answer).reduce((sum, section) => sum + section.words, 0);
    const wholeMs = median(timed(runs, () => stories.map(({ answer }) => deriveOutline(answer))));
    const how = `${stories.length} stories of ${Math.round(words / stories.length)} words, median of ${runs}`;
    return [{ name: 'outline.story', value: wholeMs / stories.length, unit: 'ms', limit: 10, how }];
  },
};
