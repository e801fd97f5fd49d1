import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { Match } from '../../core/search/search.ts';
import { useProgram } from '../client/program-context.ts';
import { useAnswer } from '../client/use-answer.ts';
import type { Field } from '../../core/search/passages.ts';
import type { SnippetPart } from '../../core/search/snippet.ts';

/** A search under way: its field and its list show the same one. */
export interface Finder {
  words: string;
  type: (words: string) => void;
  matches: readonly Match[];
  /** Index of the marked match; -1 where there is none. */
  active: number;
  says: string;
  isError: boolean;
  listId: string;
  pick: (index: number) => void;
  press: (event: KeyboardEvent) => void;
}

interface FinderOptions {
  picked: (match: Match) => void;
  left: () => void;
}

/** A search by the keyboard: arrows mark a match, Enter picks it, Escape leaves. */
export function useFinder({ picked, left }: FinderOptions): Finder {
  const [words, setWords] = useState('');
  const [marked, setMarked] = useState(0);
  const found = useMatches(words);
  const { matches } = found;
  const active = Math.min(marked, matches.length - 1);

  const pick = (index: number): void => {
    const match = matches[index];
    if (match !== undefined) picked(match);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const answer = answerFinderKey(event.key, active, matches.length);
    if (answer === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (answer.type === 'go') setMarked(answer.to);
    else if (answer.type === 'pick') pick(answer.index);
    else left();
  };
  return {
    words,
    type: (typed) => {
      setWords(typed);
      setMarked(0);
    },
    matches,
    active,
    says: finderSays(found.words, matches.length, found.error),
    isError: found.error !== null,
    listId: useId(),
    pick,
    press,
  };
}

/** What was found, and for which words. */
interface Found {
  words: string;
  matches: readonly Match[];
  /** Why it couldn't be searched; null where it could. */
  error: string | null;
}

/** What the program takes in one search; nobody types as much, but it can be pasted. */
export const longestSearch = 20_000;

const nothing: Found = { words: '', matches: [], error: null };

/** The stories that answer the words, found anew when words or stories change. */
function useMatches(words: string): Found {
  const { bridge } = useProgram();
  const wanted = words.trim().slice(0, longestSearch);
  const ask = useMemo(() => {
    if (wanted === '') return null;
    return async (): Promise<Found> => {
      const result = await bridge.findStories({ words: wanted });
      if (!result.ok) return { words: wanted, matches: [], error: result.error };
      return { words: wanted, matches: result.value, error: null };
    };
  }, [bridge, wanted]);
  const found = useAnswer(ask);
  return wanted === '' || found === null ? nothing : found;
}

/** What a key in the search field does; null leaves it to the field. */
type FinderAnswer = { type: 'go'; to: number } | { type: 'pick'; index: number } | { type: 'leave' } | null;

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
interface MatchText {
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
