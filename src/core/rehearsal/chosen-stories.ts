import type { Story } from '../stories/model.ts';
import type { RehearsalSetup } from './questions.ts';

/*
 * In a file of its own, since the setup page uses it too, which shouldn't load what checks a call's setup.
 */

/** The stories that a choice means, in their order; due ones by how pressing they are. Ids of deleted stories don't count. */
export function chosenStories<Chosen extends Pick<Story, 'id' | 'group'>>(
  stories: readonly Chosen[],
  chosen: RehearsalSetup['stories'],
  dueIds: readonly string[],
): Chosen[] {
  switch (chosen.which) {
    case 'one':
      return stories.filter((story) => story.id === chosen.id);
    case 'group':
      return stories.filter((story) => story.group === chosen.group);
    case 'due':
      return dueIds.flatMap((id) => stories.find((story) => story.id === id) ?? []);
    case 'all':
      return [...stories];
  }
}
