import type { Story } from './model.ts';

/** The stories that can be prompted and rehearsed, in their order: those with anything written below their heading. */
export function writtenStories<Listed extends Pick<Story, 'planned'>>(stories: readonly Listed[]): Listed[] {
  return stories.filter(({ planned }) => !planned);
}
