import { writtenStories } from '../stories/written-stories.ts';
import type { Settings } from '../settings/schema.ts';
import type { Story } from '../stories/model.ts';

/** The story that the same key opens if it is pressed again: past the end of the story shown, or before its first row. */
export interface StoryOffer {
  story: Story;
  /** The key that was pressed: on or back. */
  step: 1 | -1;
  /** When it was last pressed, on the monotonic clock, in milliseconds. */
  sinceMs: number;
}

/**
 * A press that comes sooner is a key held down or a button that bounced: nobody has read the offer by then. Systems
 * repeat a held key after 660 ms at the latest, unless somebody slowed them down.
 */
const readAfterMs = 700;

/** Whether a press takes this offer, which must be of the story that would be offered now. */
export function takesOffer({ story, sinceMs }: StoryOffer, nowOffered: Pick<Story, 'id'>, nowMs: number): boolean {
  return story.id === nowOffered.id && nowMs - sinceMs >= readAfterMs;
}

/** The story to offer: the next pinned one by its key, or the one before; where no other is pinned, of all. Null without any. */
export function storyToOffer(
  listed: readonly Story[],
  pins: Settings['pins'],
  shownId: string,
  step: 1 | -1,
): Story | null {
  const written = writtenStories(listed);
  const ids = Object.entries(pins)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([, { id }]) => id);
  const pinned = [...new Set(ids)].flatMap((id) => written.filter((story) => story.id === id));
  const offered = neighbourOf(pinned, shownId, step);
  const story = offered === undefined || offered.id === shownId ? neighbourOf(written, shownId, step) : offered;
  return story === undefined || story.id === shownId ? null : story;
}

/** After the last story comes the first. One that isn’t among them has no neighbours: it starts at an end. */
export function neighbourOf(stories: readonly Story[], shownId: string | undefined, step: 1 | -1): Story | undefined {
  const at = stories.findIndex(({ id }) => id === shownId);
  return at === -1 ? stories.at(step === 1 ? 0 : -1) : stories.at((at + step) % stories.length);
}
