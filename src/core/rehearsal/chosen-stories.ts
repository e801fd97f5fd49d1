import type { Story } from '../stories/model.ts';
import { writtenStories } from '../stories/written-stories.ts';
import type { RehearsalSetup } from './questions.ts';
import { weakestFirst } from './readiness.ts';
import { isDue, type DueStory } from './due.ts';

/*
 * In a file of its own, since the setup page uses it too, which shouldn't load what checks a call's setup.
 */

/** What a choice of stories depends on. */
export interface Schedule {
  /** When each story is due. */
  due: readonly DueStory[];
  /** Whether a story counts for “due” and “all”: those of an interview, if the program is narrowed to one. */
  isIn: (story: Pick<Story, 'tags' | 'group'>) => boolean;
}

/**
 * The written stories that a choice means, in their order. With nothing due, “due” means one more round of all of them. Ids
 * of deleted stories don’t count.
 */
export function chosenStories<Chosen extends Pick<Story, 'id' | 'group' | 'planned' | 'tags'>>(
  listed: readonly Chosen[],
  chosen: RehearsalSetup['stories'],
  { due, isIn }: Schedule,
): Chosen[] {
  const stories = writtenStories(listed);
  switch (chosen.which) {
    case 'one':
      return stories.filter((story) => story.id === chosen.id);
    case 'some':
      return stories.filter((story) => chosen.ids.includes(story.id));
    case 'group':
      return stories.filter((story) => story.group === chosen.group);
    case 'due': {
      const dueIds = new Set(due.filter(isDue).map(({ storyId }) => storyId));
      const counted = stories.filter(isIn);
      const open = counted.filter(({ id }) => dueIds.has(id));
      return open.length > 0 ? open : counted;
    }
    case 'all':
      return stories.filter(isIn);
  }
}

/** Stories by how much they need a rehearsal, the weakest first; those without a date at the end. */
export function byWeakness<Listed extends Pick<Story, 'id'>>(
  stories: readonly Listed[],
  due: readonly DueStory[],
): Listed[] {
  const places = new Map(weakestFirst(due).map(({ storyId }, place) => [storyId, place]));
  const placeOf = ({ id }: Listed): number => places.get(id) ?? places.size;
  return stories.toSorted((one, other) => placeOf(one) - placeOf(other));
}
