import type { StoryBrief } from '../../core/contract/contract.ts';
import type { PracticedStory } from '../../core/rehearsal/statistics.ts';

export interface StoryChoice {
  id: string;
  label: string;
}

/** The stories with runs, in the library's order, each with how many. */
export function storyChoices(practiced: readonly PracticedStory[], briefs: readonly StoryBrief[]): StoryChoice[] {
  const runs = new Map(practiced.map((story) => [story.storyId, story.runs]));
  return briefs.flatMap(({ id, title }) => {
    const count = runs.get(id) ?? 0;
    return count === 0 ? [] : [{ id, label: `${title} (${count})` }];
  });
}

/** The story whose runs are shown: the chosen one while it has runs, else the one that was rehearsed last. */
export function storyToShow(
  wanted: string | null,
  choices: readonly StoryChoice[],
  practiced: readonly PracticedStory[],
): string | null {
  const ids = new Set(choices.map(({ id }) => id));
  if (wanted !== null && ids.has(wanted)) return wanted;
  const shown = practiced.filter((story) => ids.has(story.storyId));
  const [latest] = shown.toSorted((one, other) => momentOf(other) - momentOf(one));
  return latest?.storyId ?? null;
}

/** Runs are dated with their offsets, so they are compared as moments, not as text. */
function momentOf({ last }: PracticedStory): number {
  return last === null ? 0 : Date.parse(last.at);
}
