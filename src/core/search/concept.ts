import { weightOfWord, type Word } from './words.ts';

/** A word of a search, or the words that make a phrase of the synonym table. */
export interface Part {
  term: string;
  words: readonly Word[];
  /** It is still being typed: nothing stands behind it. */
  unfinished: boolean;
}

/** One thing that was asked for: a part of a search, with all that may stand for it. */
export interface Concept {
  /** How much it counts beside the others, 0 to 1. */
  weight: number;
  /** The terms that answer it, each with how well, 0 to 1. */
  terms: ReadonlyMap<string, number>;
}

/** What a search asks for. */
export interface Query {
  concepts: readonly Concept[];
  /** Only telling words were written, as by someone who knows what the story holds; else it reads as a question. */
  keywords: boolean;
}

/** A phrase counts in full, a word by how much it says. */
export function weightOfPart({ words }: Part): number {
  return words.length === 1 ? weightOfWord(words[0]?.text ?? '') : 1;
}

/** How well a concept is answered by terms of which `holds` is true: the best of them, 0 to 1. */
export function bestShare(concept: Concept, holds: (term: string) => boolean): number {
  let best = 0;
  for (const [term, share] of concept.terms) if (share > best && holds(term)) best = share;
  return best;
}
