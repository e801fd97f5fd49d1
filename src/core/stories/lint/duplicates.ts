import type { Problem, Story } from '../model.ts';
import { foldWord } from '../words/languages.ts';
import { nameOf, wordsIn } from './lint.ts';

/** Shorter answers may be the same by chance. */
const fewestWords = 12;

/**
 * Reports stories with the same answer as an earlier one, or with the same title in the same group. Two answers to one
 * question may both have it as their title.
 */
export function duplicateProblems(stories: readonly Story[]): Problem[] {
  const byAnswer = new Map<string, Story>();
  const byTitle = new Map<string, Story>();
  return stories.flatMap((story): Problem[] => {
    const answer = answerKey(story);
    const title = titleKey(story);
    const same = answer === null ? undefined : byAnswer.get(answer);
    const named = title === null ? undefined : byTitle.get(title);
    if (answer !== null && same === undefined) byAnswer.set(answer, story);
    if (title !== null && named === undefined) byTitle.set(title, story);
    const { file, line } = story;
    const code = 'duplicate-story';
    if (same !== undefined) {
      const message = `${nameOf(story.title)} has the same answer as ${placeOf(same)}. Keep one of them.`;
      return [{ file, line, severity: 'warning', code, message }];
    }
    if (named === undefined) return [];
    const message = `${nameOf(story.title)} has the same title as ${placeOf(named)}. Rename one of them.`;
    return [{ file, line, severity: 'hint', code, message }];
  });
}

function placeOf({ title, file, line }: Story): string {
  return `${nameOf(title)} at ${file}:${line}`;
}

function answerKey({ answer, outline }: Story): string | null {
  if (wordsIn(answer) >= fewestWords) return foldWord(answer.map((section) => section.text).join('\n'));
  const items = outline.sections.flatMap((section) => section.items.map((item) => item.text));
  return answer.length === 0 && items.length > 3 ? foldWord(items.join('\n')) : null;
}

function titleKey({ title, group, question }: Story): string | null {
  return title === question ? null : foldWord(`${group ?? ''}\n${title}`);
}
