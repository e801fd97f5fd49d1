import { useMemo } from 'react';
import type { Match } from '../../core/search/search.ts';
import { useProgram } from '../client/program-context.ts';
import { useAnswer } from '../client/use-answer.ts';

/** What was found, and for which words. */
export interface Found {
  words: string;
  matches: readonly Match[];
  /** Why it couldn't be searched; null where it could. */
  error: string | null;
}

/** What the program takes in one search; nobody types as much, but it can be pasted. */
export const longestSearch = 20_000;

const nothing: Found = { words: '', matches: [], error: null };

/** The stories that answer the words, found anew when words or stories change. */
export function useMatches(words: string): Found {
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
