import { useId, useState, type KeyboardEvent } from 'react';
import type { Match } from '../../core/search/search.ts';
import { answerFinderKey, finderSays } from './finder.ts';
import { useMatches } from './use-matches.ts';

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

export interface FinderOptions {
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
