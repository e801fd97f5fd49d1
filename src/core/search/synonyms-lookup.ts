import { synonymRows } from './synonyms.ts';
import { termOf } from './term.ts';
import { wordsOf } from './words.ts';

/** The synonym table as the search asks it. Phrases are their words' terms with a space between. */
export interface Synonyms {
  /** The folded single words of the table. */
  words: readonly string[];
  /** What means the same as a term or phrase, without itself. */
  of(term: string): readonly string[];
  /** The phrases that begin with a term, each as its terms, the longest first. */
  phrasesFrom(term: string): readonly (readonly string[])[];
}

export function readSynonyms(rows: readonly string[]): Synonyms {
  const words: string[] = [];
  const same = new Map<string, Set<string>>();
  const phrases = new Map<string, string[][]>();
  for (const row of rows) {
    const entries = row.split(',').map((entry) => wordsOf(entry).map((word) => word.text));
    const terms = entries.map((entry) => entry.map(termOf));
    words.push(...entries.flatMap((entry) => (entry.length === 1 ? entry : [])));
    for (const phrase of terms) if (phrase.length > 1) listIn(phrases, phrase);
    const meaning = terms.map((term) => term.join(' '));
    for (const term of meaning) same.set(term, new Set([...(same.get(term) ?? []), ...meaning]));
  }
  for (const list of phrases.values()) list.sort((one, other) => other.length - one.length);
  const others = new Map([...same].map(([term, meaning]) => [term, [...meaning].filter((other) => other !== term)]));
  return {
    words,
    of: (term) => others.get(term) ?? [],
    phrasesFrom: (term) => phrases.get(term) ?? [],
  };
}

function listIn(phrases: Map<string, string[][]>, phrase: string[]): void {
  const first = phrase[0] ?? '';
  phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
}

export const interviewSynonyms = readSynonyms(synonymRows);
