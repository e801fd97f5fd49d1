import { createSearch, type Match } from './search.ts';
import type { Story } from '../stories/model.ts';

/**
 * How long the index is built in one go before other work gets a turn: a key press must not wait for a thousand
 * stories. One story takes about a millisecond.
 */
const sliceMs = 8;

/** Finds stories by words, with an index that follows the library. */
export interface StorySearch {
  /** Best first; waits while the index is being built. */
  find: (words: string, limit?: number) => Promise<Match[]>;
  /** Indexes all current stories, in library order. Skips those that are the same objects as before. */
  storiesChanged: (stories: readonly Story[]) => void;
}

/**
 * A search without stories. `nowMs` is a monotonic clock in milliseconds; `pause` resolves when other work that waits has
 * had its turn.
 */
export function setUpSearch(nowMs: () => number, pause: () => Promise<unknown>): StorySearch {
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
      await pause();
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
