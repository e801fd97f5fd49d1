import type { LibraryState, StoryBrief } from '../core/contract.ts';
import type { Library, Problem, Severity, Story } from '../core/stories/model.ts';

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** The library as it crosses to the views. `null` while it is read for the first time. */
export function libraryState(library: Library | null, folders: readonly string[], samples: boolean): LibraryState {
  return {
    folders: [...folders],
    samples,
    status: library === null ? 'loading' : 'ready',
    stories: library?.stories.map(storyBrief) ?? [],
    problems: library === null ? [] : worstFirst(openProblems(library)),
  };
}

function storyBrief({ id, file, line, group, title, question, variants }: Story): StoryBrief {
  return { id, file, line, group, title, question, variants: variants.map((variant) => variant.title) };
}

/**
 * What keeps stories from the prompter: errors, and whatever is said of a file that gives no story. What could be
 * better in a story that is there is for its author's desk, not for the prompter.
 */
function openProblems({ stories, problems }: Library): Problem[] {
  const giving = new Set(stories.map((story) => story.file));
  return problems.filter((problem) => problem.severity === 'error' || !giving.has(problem.file));
}

function worstFirst(problems: Problem[]): Problem[] {
  return problems.toSorted((one, other) => severityRank[one.severity] - severityRank[other.severity]);
}
