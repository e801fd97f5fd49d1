import { sum } from '../../core/prompter/apportion.ts';
import type { LibraryState, StoryBrief } from '../../core/contract/contract.ts';
import { spokenMs } from '../../core/prompter/pace.ts';
import type { Library, Problem, Story } from '../../core/stories/model.ts';
import { problemsByStory, worstFirst } from './story-details.ts';

/** The library as it crosses to the views. `null` while it is read for the first time. */
export function libraryState(
  library: Library | null,
  folders: readonly string[],
  samples: boolean,
  wordsPerMinute: number,
): LibraryState {
  const problems = library === null ? new Map<string, Problem[]>() : problemsByStory(library);
  return {
    folders: [...folders],
    samples,
    status: library === null ? 'loading' : 'ready',
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
