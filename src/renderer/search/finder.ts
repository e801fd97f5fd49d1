import type { Field } from '../../core/search/passages.ts';
import type { SnippetPart } from '../../core/search/snippet.ts';

/** What a key in the search field does; null leaves it to the field. */
export type FinderAnswer = { type: 'go'; to: number } | { type: 'pick'; index: number } | { type: 'leave' } | null;

/** The keys of a combobox over `count` matches, of which the one at `active` is marked. */
export function answerFinderKey(key: string, active: number, count: number): FinderAnswer {
  switch (key) {
    case 'ArrowDown':
      return count === 0 ? null : { type: 'go', to: (active + 1) % count };
    case 'ArrowUp':
      return count === 0 ? null : { type: 'go', to: (active - 1 + count) % count };
    case 'Enter':
      return count === 0 ? null : { type: 'pick', index: Math.min(active, count - 1) };
    case 'Escape':
      return { type: 'leave' };
    default:
      return null;
  }
}

/** What each place in a story is called as the reason for a match. */
export const fieldNames: Readonly<Record<Field, string>> = {
  question: 'Question',
  alternate: 'Also works for',
  followUp: 'Follow-up',
  title: 'Title',
  tags: 'Tag',
  group: 'Group',
  outline: 'Outline',
  text: 'Answer',
};

/** A match as two lines of a list. */
export interface MatchText {
  title: readonly SnippetPart[];
  /** The words around the match; empty where the title is what was found. */
  reason: readonly SnippetPart[];
}

/** Where the title itself is what was found, its words are marked instead of being said twice. */
export function matchText(title: string, snippet: readonly SnippetPart[]): MatchText {
  const found = snippet.map(({ text }) => text).join('');
  const uncut = found.replaceAll(/^…|…$/gu, '');
  const isTitle = uncut === title || (uncut !== found && title.includes(uncut));
  return isTitle ? { title: snippet, reason: [] } : { title: [{ text: title, hit: false }], reason: snippet };
}

/** What there is to say of a search, to be seen and to be read out; empty before one was made. */
export function finderSays(words: string, count: number, error: string | null): string {
  if (words === '') return '';
  if (error !== null) return error;
  if (count === 0) return 'No story has these words. Try others, or fewer.';
  return count === 1 ? 'One story.' : `${count} stories, the best one first.`;
}
