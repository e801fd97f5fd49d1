import type { StoryBrief } from '../../core/contract/contract.ts';
import type { Settings } from '../../core/settings/schema.ts';

/** A story that is offered before anything is typed. */
export interface OfferedStory {
  storyId: string;
  /** Always the story itself, for its own question. */
  alternate: null;
  /** The key that it is pinned to; null for none. */
  slot: string | null;
  /** It was on the prompter before. */
  isRecent: boolean;
}

/**
 * All written stories, each once: the pinned ones by their keys, then those that were on the prompter, the last one
 * first, then the others in the order of the library. `recent` are ids; some may be of stories that are gone.
 */
export function offeredStories(
  stories: readonly Pick<StoryBrief, 'id' | 'planned'>[],
  pins: Settings['pins'],
  recent: readonly string[],
): OfferedStory[] {
  const written = new Set(stories.filter(({ planned }) => !planned).map(({ id }) => id));
  const slots = new Map(Object.entries(pins).map(([slot, { id }]) => [id, slot]));
  const pinned = [...slots].sort(([, one], [, other]) => Number(one) - Number(other)).map(([id]) => id);
  const before = new Set(recent);
  const order = new Set([...pinned, ...recent, ...written].filter((id) => written.has(id)));
  return [...order].map((storyId) => ({
    storyId,
    alternate: null,
    slot: slots.get(storyId) ?? null,
    isRecent: before.has(storyId),
  }));
}
