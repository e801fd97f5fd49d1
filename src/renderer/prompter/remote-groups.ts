import type { StoryBrief } from '../../core/contract/contract.ts';
import type { Settings } from '../../core/settings/schema.ts';

/** Stories under a heading, each with the key that it is pinned to. */
export interface RemoteGroup {
  name: string;
  stories: { story: StoryBrief; pin: string | null }[];
}

/** The pinned stories by their keys, then all by group, in the order of the files. Planned ones can’t be prompted. */
export function remoteGroups(stories: readonly StoryBrief[], pins: Settings['pins']): RemoteGroup[] {
  const written = stories.filter(({ planned }) => !planned);
  const pinned = Object.entries(pins).flatMap(([pin, { id }]) => {
    const story = written.find((each) => each.id === id);
    return story === undefined ? [] : [{ story, pin }];
  });
  const pinOf = new Map(pinned.map(({ story, pin }) => [story.id, pin]));
  const groups = Map.groupBy(written, ({ group }) => group ?? 'Without a group');
  const all = [...groups].map(([name, inGroup]) => ({
    name,
    stories: inGroup.map((story) => ({ story, pin: pinOf.get(story.id) ?? null })),
  }));
  if (pinned.length === 0) return all;
  return [{ name: 'Pinned', stories: pinned.toSorted((one, other) => one.pin.localeCompare(other.pin)) }, ...all];
}
