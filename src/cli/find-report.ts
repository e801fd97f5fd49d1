import type { Field } from '../core/search/passages.ts';
import type { Match } from '../core/search/search.ts';
import type { Story } from '../core/stories/model.ts';

/** A found story as `find --json` prints it. */
export interface FoundStory extends Omit<Match, 'storyId'> {
  /** Starts at 1, the best. */
  rank: number;
  id: string;
  file: string;
  line: number;
  group: string | null;
  title: string;
}

const fieldNames: Readonly<Record<Field, string>> = {
  question: 'question',
  alternate: 'also works for',
  followUp: 'follow-up',
  title: 'title',
  tags: 'tags',
  group: 'group',
  outline: 'outline',
  text: 'text',
  followUpAnswer: 'answer to a follow-up',
  fact: 'fact',
  note: 'note',
};

/** Joins matches with their stories. */
export function foundStories(matches: readonly Match[], stories: readonly Story[]): FoundStory[] {
  const byId = new Map(stories.map((story) => [story.id, story]));
  return matches.flatMap(({ storyId, ...match }, index) => {
    const story = byId.get(storyId);
    if (!story) return [];
    const { id, file, line, group, title } = story;
    return [{ rank: index + 1, id, group, title, file, line, ...match }];
  });
}

/**
 * Two lines for each story: which one, and where the words are, with asterisks around them. Before them, whether even
 * the best doesn't answer the words.
 */
export function reportFound(found: readonly FoundStory[]): string {
  const stories = found.map((story) => `${story.rank}. ${nameOf(story)}\n   ${placeOf(story)}: ${wordsOf(story)}\n`);
  return (found[0]?.fits === false ? 'Nothing fits well. Nearest:\n' : '') + stories.join('');
}

function nameOf({ group, title }: FoundStory): string {
  return oneLine(group === null ? title : `${group} · ${title}`);
}

/** Alternates are counted from 1. */
function placeOf({ field, alternate }: FoundStory): string {
  if (alternate === null) return fieldNames[field];
  const which = `${fieldNames.alternate} ${alternate + 1}`;
  return field === 'alternate' ? which : `${which}, ${fieldNames[field]}`;
}

function wordsOf({ snippet }: FoundStory): string {
  return oneLine(snippet.map(({ text, hit }) => (hit ? `*${text}*` : text)).join(''));
}

/** Without control characters and changes of direction, so that text from a file can't control the terminal. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '');
}
