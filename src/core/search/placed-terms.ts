import type { Synonyms } from './synonyms.ts';
import type { Word } from './words.ts';

/** A term with its place in a text. A phrase of the synonym table is a term of its own that spans its words. */
export interface PlacedTerm {
  term: string;
  start: number;
  end: number;
}

/** A phrase found among words; `length` is its number of words. */
export interface FoundPhrase {
  term: string;
  length: number;
}

/** The longest phrase of the table that begins at `words[index]`, or null. `terms` are the terms of `words`. */
export function phraseAt(
  text: string,
  words: readonly Word[],
  terms: readonly string[],
  index: number,
  synonyms: Synonyms,
): FoundPhrase | null {
  const phrases = synonyms.phrasesFrom(terms[index] ?? '');
  const found = phrases.find((phrase) =>
    phrase.every((term, offset) => {
      const at = index + offset;
      return terms[at] === term && (offset === 0 || areJoined(text, words[at - 1], words[at]));
    }),
  );
  return found ? { term: found.join(' '), length: found.length } : null;
}

/** Whether only spaces or hyphens are between them: "push back", "push-back", but not "push. Back". */
function areJoined(text: string, one: Word | undefined, next: Word | undefined): boolean {
  if (!one || !next) return false;
  return /^[\s-]{0,2}$/u.test(text.slice(one.end, next.start));
}

/** The terms of a text: those of its words, and the phrases they form. */
export function placedTerms(
  text: string,
  words: readonly Word[],
  terms: readonly string[],
  synonyms: Synonyms,
): PlacedTerm[] {
  return words.flatMap((word, index) => {
    const { start, end } = word;
    const single = { term: terms[index] ?? '', start, end };
    const phrase = phraseAt(text, words, terms, index, synonyms);
    if (!phrase) return [single];
    return [single, { term: phrase.term, start, end: words[index + phrase.length - 1]?.end ?? end }];
  });
}
