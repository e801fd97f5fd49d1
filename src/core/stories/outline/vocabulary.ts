import { english } from '../words/english.ts';
import type { Grammar, Language } from '../words/language.ts';
import { languages } from '../words/languages.ts';

type WordList = Exclude<keyof Grammar, 'chains' | 'leadIns' | 'verbEnds' | 'range' | 'capitalNouns' | 'elisions'>;

/** A language’s grammar, ready for looking words up. */
export interface Vocabulary extends Readonly<Record<WordList, ReadonlySet<string>>> {
  chains: Phrases;
  leadIns: Phrases;
  figures: ReadonlySet<string>;
  /** All words that carry grammar rather than content. No row ends in one. */
  small: ReadonlySet<string>;
  verbEnds: RegExp | null;
  range: Grammar['range'];
  capitalNouns: boolean;
  elisions: boolean;
}

/** Phrases by their first word, longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

const vocabularies = new Map<Language, Vocabulary>();

/** The vocabulary of the language that most of the small words in a text are from; English if nothing tells. */
export function vocabularyFor(text: string): Vocabulary {
  return vocabularyOf(tellingLanguage(text).language);
}

/**
 * The language that most of the small words in a text are from, English if nothing tells; how many words were read, and
 * the share of those small words among them.
 */
export function tellingLanguage(text: string): { language: Language; share: number; words: number } {
  const words =
    text
      .slice(0, mostRead)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  let best: Language = english;
  let bestCount = 0;
  for (const language of languages) {
    const { small } = vocabularyOf(language);
    const count = words.filter((word) => small.has(word)).length;
    if (count > bestCount) [best, bestCount] = [language, count];
  }
  return { language: best, share: bestCount / Math.max(1, words.length), words: words.length };
}

/** The lists of words that say nothing on their own. */
const smallLists = [
  ...(['articles', 'subjects', 'pronouns', 'auxiliaries', 'negations'] as const),
  ...(['prepositions', 'conjunctions', 'subordinators', 'relatives', 'thats'] as const),
];

/** In characters: enough to tell a language by. */
const mostRead = 2000;

/** A word in the form in which it is looked up. */
export function keyOf(word: string): string {
  return word.toLowerCase().replace(/[’‘]/gu, "'");
}

/** A language’s grammar, made ready once. */
export function vocabularyOf(language: Language): Vocabulary {
  const known = vocabularies.get(language);
  if (known !== undefined) return known;
  const { grammar, figures } = language;
  const set = (list: WordList) => new Set(grammar[list].split(' ').filter((word) => word !== ''));
  const lists = {
    articles: set('articles'),
    subjects: set('subjects'),
    pronouns: set('pronouns'),
    auxiliaries: set('auxiliaries'),
    negations: set('negations'),
    nobodies: set('nobodies'),
    hedges: set('hedges'),
    prepositions: set('prepositions'),
    particles: set('particles'),
    bonds: set('bonds'),
    aims: set('aims'),
    conjunctions: set('conjunctions'),
    subordinators: set('subordinators'),
    relatives: set('relatives'),
    reasons: set('reasons'),
    thats: set('thats'),
    weakVerbs: set('weakVerbs'),
    vague: set('vague'),
    verbs: set('verbs'),
  };
  const vocabulary: Vocabulary = {
    ...lists,
    chains: phrases(grammar.chains),
    leadIns: phrases(grammar.leadIns),
    figures: new Set(figures.map(keyOf)),
    small: new Set(smallLists.flatMap((list) => [...lists[list]])),
    verbEnds: grammar.verbEnds,
    range: grammar.range,
    capitalNouns: grammar.capitalNouns,
    elisions: grammar.elisions,
  };
  vocabularies.set(language, vocabulary);
  return vocabulary;
}

function phrases(list: string): Phrases {
  const all = list
    .split(' ')
    .filter((phrase) => phrase !== '')
    .map((phrase) => phrase.split('_'));
  const longestFirst = all.sort((one, other) => other.length - one.length);
  return Map.groupBy(longestFirst, ([first = '']) => first);
}
