import type { StoryBrief } from '../../core/contract/contract.ts';

/** A group and its stories, as the list on the left shows them. */
export interface StoryGroup {
  /** Null for stories without a group. */
  name: string | null;
  stories: StoryBrief[];
}

/** Stories by group, both in order of appearance. A group that several files have is one. */
export function groupStories(stories: readonly StoryBrief[]): StoryGroup[] {
  const groups = new Map<string | null, StoryBrief[]>();
  for (const story of stories) {
    const known = groups.get(story.group);
    if (known === undefined) groups.set(story.group, [story]);
    else known.push(story);
  }
  return [...groups].map(([name, inGroup]) => ({ name, stories: inGroup }));
}

/** A line of the tree that the keyboard can be at: a group’s heading, or a story. */
export type TreePlace = { type: 'group'; name: string | null } | { type: 'story'; id: string; group: string | null };

/** The lines of the tree from top to bottom, without the stories of closed groups. */
export function placesOf(groups: readonly StoryGroup[], closed: ReadonlySet<string | null>): TreePlace[] {
  return groups.flatMap(({ name, stories }): TreePlace[] => [
    { type: 'group', name },
    ...(closed.has(name) ? [] : stories.map(({ id }): TreePlace => ({ type: 'story', id, group: name }))),
  ]);
}

export function isSamePlace(one: TreePlace, other: TreePlace): boolean {
  if (one.type === 'story') return other.type === 'story' && one.id === other.id;
  return other.type === 'group' && one.name === other.name;
}

/** What a key does in the tree: goes to a line, opens or closes a group, or prompts, rehearses or edits a story. */
export type TreeAnswer =
  | { type: 'go'; to: TreePlace }
  | { type: 'open' | 'close'; group: string | null }
  | { type: 'take'; id: string }
  | { type: 'rehearse'; id: string }
  | { type: 'edit'; id: string }
  | null;

/** How far Page Up and Page Down go. */
const page = 10;

/** A tree’s keys as assistive software expects them, and letters for who has a hand on them. Null where the key isn’t one of them. */
export function answerTreeKey(
  key: string,
  at: TreePlace,
  places: readonly TreePlace[],
  closed: ReadonlySet<string | null>,
): TreeAnswer {
  const index = places.findIndex((place) => isSamePlace(place, at));
  const go = (to: TreePlace | undefined): TreeAnswer => (to === undefined ? null : { type: 'go', to });
  const within = (wanted: number): TreePlace | undefined => places[Math.max(0, Math.min(places.length - 1, wanted))];
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return go(within(index + 1));
    case 'ArrowUp':
    case 'k':
      return go(within(index - 1));
    case 'PageDown':
      return go(within(index + page));
    case 'PageUp':
      return go(within(index - page));
    case 'Home':
      return go(places[0]);
    case 'End':
      return go(places.at(-1));
    case 'ArrowRight':
      if (at.type === 'story') return null;
      return closed.has(at.name) ? { type: 'open', group: at.name } : go(within(index + 1));
    case 'ArrowLeft':
      if (at.type === 'story') return go(places.find((place) => place.type === 'group' && place.name === at.group));
      return closed.has(at.name) ? null : { type: 'close', group: at.name };
    case 'r':
      return at.type === 'story' ? { type: 'rehearse', id: at.id } : null;
    case 'o':
      return at.type === 'story' ? { type: 'edit', id: at.id } : null;
    case 'Enter':
    case ' ':
      if (at.type === 'story') return key === 'Enter' ? { type: 'take', id: at.id } : null;
      return { type: closed.has(at.name) ? 'open' : 'close', group: at.name };
    default:
      return null;
  }
}
