import { createSearch, type Match } from '../../core/search/search.ts';
import type { Story } from '../../core/stories/model.ts';

/**
 * The index is built this long at a time, and then whatever else waits has its turn: a press of a key must not wait
 * for a thousand stories. One story takes about a millisecond.
 */
const sliceMs = 8;

/** Finds stories by words, and keeps its index in step with the library. */
export interface Finder {
  /** Best first; waits for the index where that is still being built. */
  find: (words: string, limit?: number) => Promise<Match[]>;
  /** These are all the stories there are now, in library order. Those that are the same objects as before are not looked at again. */
  storiesChanged: (stories: readonly Story[]) => void;
}

/** A finder that knows no stories. `nowMs` is a monotonic clock. */
export function setUpFinder(nowMs: () => number): Finder {
  const search = createSearch([]);
  let known = new Map<string, Story>();
  let waiting: Story[] = [];
  let building: Promise<void> | null = null;

  async function build(): Promise<void> {
    while (waiting.length > 0) {
      const until = nowMs() + sliceMs;
      do {
        const story = waiting.shift();
        if (story !== undefined) search.update([story], []);
      } while (waiting.length > 0 && nowMs() < until);
      await new Promise((resolve) => setImmediate(resolve));
    }
    building = null;
  }

  return {
    find: async (words, limit) => {
      for (let pending = building; pending !== null; pending = building) await pending;
      return search.find(words, limit);
    },
    storiesChanged: (stories) => {
      const now = new Map(stories.map((story) => [story.id, story]));
      search.update(
        [],
        [...known.keys()].filter((id) => !now.has(id)),
      );
      const stillWaiting = new Set(waiting);
      waiting = stories.filter((story) => stillWaiting.has(story) || known.get(story.id) !== story);
      search.reorder(now.keys());
      known = now;
      if (waiting.length > 0) building ??= build();
    },
  };
}
