import { weightOfWord, type Word } from './words.ts';

/** A word of a search, or several that form a phrase of the synonym table. */
export interface Part {
  term: string;
  words: readonly Word[];
  /** It is at the very end of the search, so it may still be being typed. */
  unfinished: boolean;
}

/** One thing that a search asks for: a part of it, with everything that may answer it. */
export interface Concept {
  /** How much it counts relative to the others, 0 to 1. */
  weight: number;
  /** The terms that answer it, and how well each does, 0 to 1. */
  terms: ReadonlyMap<string, number>;
  /** Those of them that are the word itself, as it is, completed or with typos corrected: all but its synonyms. */
  own: ReadonlySet<string>;
  /** Those that are only a word of the phrase that it is: “cost” for “reduce costs”. */
  parts: ReadonlySet<string>;
  /** It is in the synonym table: something that interviewers ask about. */
  isTopic: boolean;
  /** It turns the question around: whoever gave feedback hasn’t told how it was to receive some. */
  turns: boolean;
}

/** What a search asks for. */
export interface Query {
  concepts: readonly Concept[];
  /** It has nothing but telling words, so the person probably knows the story's words; else it reads as a question. */
  keywordsOnly: boolean;
  /** It has no telling word at all, such as “Tell me about a time when”. */
  isBoilerplate: boolean;
  /** It is too long to have been typed; `concepts` are its rarest words. */
  isPasted: boolean;
}

/** A phrase counts in full, a word by how much it tells. */
export function weightOfPart({ words }: Part): number {
  return words.length === 1 ? weightOfWord(words[0]?.text ?? '') : 1;
}

/** How well the best of the terms for which `holds` is true answers a concept, 0 to 1. */
export function bestShare(concept: Concept, holds: (term: string) => boolean): number {
  let best = 0;
  for (const [term, share] of concept.terms) if (share > best && holds(term)) best = share;
  return best;
}

/** How well the best of these terms answers a concept, 0 to 1. */
export function bestShareOf({ terms }: Concept, found: readonly string[]): number {
  let best = 0;
  for (const term of found) best = Math.max(best, terms.get(term) ?? 0);
  return best;
}
