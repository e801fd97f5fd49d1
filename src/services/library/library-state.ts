import { spokenMs, sum } from '../../core/prompter/plan.ts';
import type { LibraryState, StoryBrief } from '../../core/contract/contract.ts';
import type { Library, Problem, Story } from '../../core/stories/model.ts';
import { problemsByStory, worstFirst } from './story-details.ts';

/** What is read, or being read. */
export interface GivenFolders {
  folders: readonly string[];
  /** They are those that come with the program. */
  samples: boolean;
  isLoading: boolean;
}

/** The library as it crosses to the views: while folders are being read for the first time, what was there before. */
export function libraryState(
  library: Library | null,
  { folders, samples, isLoading }: GivenFolders,
  wordsPerMinute: number,
): LibraryState {
  const problems = library === null ? new Map<string, Problem[]>() : problemsByStory(library);
  return {
    folders: [...folders],
    samples,
    status: isLoading ? 'loading' : 'ready',
    stories: library?.stories.map((story) => storyBrief(story, problems.get(story.id) ?? [], wordsPerMinute)) ?? [],
    problems: library === null ? [] : worstFirst(openProblems(library)),
  };
}

function storyBrief(story: Story, problems: readonly Problem[], wordsPerMinute: number): StoryBrief {
  const { id, file, line, group, title, question, tags, targetMs } = story;
  const words = sum(story.answer.map((section) => section.words));
  const hints = problems.filter((problem) => problem.severity === 'hint').length;
  return {
    id,
    file,
    line,
    group,
    title,
    question,
    variants: story.variants.map((variant) => variant.title),
    tags: [...tags],
    targetMs,
    estimateMs: words > 0 ? spokenMs(words, wordsPerMinute) : null,
    problems: problems.length - hints,
    hints,
  };
}

/**
 * What keeps stories from the prompter: errors, and whatever is said of a file that gives no story. What could be
 * better in a story that is there is for its author's desk, not for the prompter.
 */
function openProblems({ stories, problems }: Library): Problem[] {
  const giving = new Set(stories.map((story) => story.file));
  return problems.filter((problem) => problem.severity === 'error' || !giving.has(problem.file));
}
