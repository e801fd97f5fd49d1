import type { Story } from '../stories/model.ts';
import type { RehearsalSetup } from './questions.ts';

/*
 * In a file of its own, since the setup page uses it too, which shouldn't load what checks a call's setup.
 */

/** The stories that can be prompted and rehearsed, in their order: those with anything written below their heading. */
export function writtenStories<Listed extends Pick<Story, 'planned'>>(stories: readonly Listed[]): Listed[] {
  return stories.filter(({ planned }) => !planned);
}

/**
 * The written stories that a choice means, in their order; due ones by how pressing they are. Ids of deleted stories
 * don't count.
 */
export function chosenStories<Chosen extends Pick<Story, 'id' | 'group' | 'planned'>>(
  listed: readonly Chosen[],
  chosen: RehearsalSetup['stories'],
  dueIds: readonly string[],
): Chosen[] {
  const stories = writtenStories(listed);
  switch (chosen.which) {
    case 'one':
      return stories.filter((story) => story.id === chosen.id);
    case 'group':
      return stories.filter((story) => story.group === chosen.group);
    case 'due':
      return dueIds.flatMap((id) => stories.find((story) => story.id === id) ?? []);
    case 'all':
      return stories;
  }
}
