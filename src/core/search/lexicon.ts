import SearchableMap from 'minisearch/SearchableMap';
import { isBoilerplate } from './words.ts';
import { termOf } from './term.ts';

/** The words of the stories, for finding those that a person meant. */
export interface Lexicon {
  /** The term of a folded word; fast for words in the lexicon. */
  termOf(word: string): string;
  /** Adds or removes a story by its distinct words, and its distinct terms and phrases. */
  add(words: ReadonlySet<string>, terms: ReadonlySet<string>): void;
  remove(words: ReadonlySet<string>, terms: ReadonlySet<string>): void;
  /** The number of stories that contain a term. */
  storiesWith(term: string): number;
  /** Whether a story or the synonym table has this word, or one with the same stem. */
  knows(word: string): boolean;
  /**
   * At most `most` telling words that begin with `start`: words of stories before those of the table, shortest first.
   */
  starts(start: string, most: number): string[];
  /** At most `most` words that `word` may be a typo of: nearest first, then most used. */
  near(word: string, most: number): Typo[];
}

export interface Typo {
  word: string;
  /** Letters to add, drop or change; swapping two neighbours counts as one. */
  distance: number;
}

interface Entry {
  term: string;
  /** The number of stories with the word. */
  stories: number;
}

/** A lexicon without stories that always knows `words`, those of the synonym table. */
export function createLexicon(words: readonly string[]): Lexicon {
  // The same entries twice: by whole word, for most look-ups, and in a radix tree, for prefixes and typos.
  const entries = new Map<string, Entry>();
  const letters = new SearchableMap<Entry>();
  const lasting = new Set(words);
  const lastingTerms = new Set(words.map(termOf));
  const terms = new Map<string, number>();

  const enter = (word: string): Entry => {
    const entry = { term: termOf(word), stories: 0 };
    entries.set(word, entry);
    letters.set(word, entry);
    return entry;
  };
  for (const word of lasting) enter(word);

  const termOfKnown = (word: string) => entries.get(word)?.term ?? termOf(word);
  const count = (word: string, by: number) => {
    const entry = entries.get(word) ?? enter(word);
    entry.stories += by;
    if (entry.stories > 0 || lasting.has(word)) return;
    entries.delete(word);
    letters.delete(word);
  };
  const countTerm = (term: string, by: number) => {
    const stories = (terms.get(term) ?? 0) + by;
    if (stories > 0) terms.set(term, stories);
    else terms.delete(term);
  };

  return {
    termOf: termOfKnown,
    add(storyWords, storyTerms) {
      for (const word of storyWords) count(word, 1);
      for (const term of storyTerms) countTerm(term, 1);
    },
    remove(storyWords, storyTerms) {
      for (const word of storyWords) count(word, -1);
      for (const term of storyTerms) countTerm(term, -1);
    },
    storiesWith: (term) => terms.get(term) ?? 0,
    knows(word) {
      const term = termOfKnown(word);
      return terms.has(term) || lastingTerms.has(term);
    },
    starts(start, most) {
      const found = [...letters.atPrefix(start)].filter(([word]) => word !== start && !isBoilerplate(word));
      found.sort(
        ([one, a], [other, b]) =>
          Number(b.stories > 0) - Number(a.stories > 0) || one.length - other.length || compare(one, other),
      );
      return found.slice(0, most).map(([word]) => word);
    },
    near(word, most) {
      const allowed = typosAllowed(word);
      if (allowed === 0) return [];
      // Two swapped neighbours are two steps for the map, but one mistake to a person.
      const found = [...letters.fuzzyGet(word, 2)].flatMap(([other, [entry, steps]]) => {
        const distance = steps === 2 && isSwap(word, other) ? 1 : steps;
        return distance <= allowed ? [{ word: other, distance, stories: entry.stories }] : [];
      });
      found.sort(
        (one, other) => one.distance - other.distance || other.stories - one.stories || compare(one.word, other.word),
      );
      return found.slice(0, most).map(({ word, distance }) => ({ word, distance }));
    },
  };
}

/** Real words are hardly ever longer; anything else was pasted, and is slow to compare. */
const longestWord = 32;

/** A short word has too many neighbours to guess from; one of eight letters survives two typos. */
function typosAllowed(word: string): number {
  if (word.length < 4 || word.length > longestWord) return 0;
  return word.length < 8 ? 1 : 2;
}

function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
