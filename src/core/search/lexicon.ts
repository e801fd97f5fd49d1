import SearchableMap from 'minisearch/SearchableMap';
import { isBoilerplate } from './words.ts';
import { termOf } from './term.ts';

/** The words that the stories are written with, for finding those that a person meant. */
export interface Lexicon {
  /** The term of a folded word; quick for words of the lexicon. */
  termOf(word: string): string;
  /** One story came or went: its distinct words, and the distinct terms and phrases in it. */
  add(words: ReadonlySet<string>, terms: ReadonlySet<string>): void;
  remove(words: ReadonlySet<string>, terms: ReadonlySet<string>): void;
  /** In how many stories a term stands. */
  storiesWith(term: string): number;
  /** Whether a word is written like this, or with another ending, in a story or in the synonym table. */
  knows(word: string): boolean;
  /** Telling words that begin with `start`, those of stories before those of the table, the shortest first, at most `most`. */
  starts(start: string, most: number): string[];
  /** Words that `word` may be a slip of, the nearest and most used first, at most `most`. */
  near(word: string, most: number): Slip[];
}

export interface Slip {
  word: string;
  /** Letters to add, drop or change; two neighbours that changed places are one. */
  distance: number;
}

interface Entry {
  term: string;
  /** In how many stories the word stands. */
  stories: number;
}

/** An empty lexicon that knows `words` for good: those of the synonym table. */
export function createLexicon(words: readonly string[]): Lexicon {
  // The same entries twice: by the whole word, which is asked for most, and by its letters.
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
      const allowed = slipsAllowed(word);
      if (allowed === 0) return [];
      // Two neighbours that changed places are two steps to the map, one to people.
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

/** No language's words are longer; what is was pasted, and would take long to compare. */
const longestWord = 32;

/** A short word has too many neighbours for a guess; from eight letters on two slips leave it recognisable. */
function slipsAllowed(word: string): number {
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
