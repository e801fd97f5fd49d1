import { tellingLanguage, vocabularyOf } from '../stories/outline/vocabulary.ts';
import { english } from '../stories/words/english.ts';
import { french } from '../stories/words/french.ts';

/** A language that there is an acoustic model for. */
export type RecogniserLanguage = 'en' | 'fr';

const languages = { en: english, fr: french } as const;

/** Of the words of running text, at least so many are small ones of its language. */
const leastShare = 0.2;
/** In words: less text tells too little to exclude English. */
const shortText = 12;

/**
 * The language of a text, if there is an acoustic model for it; else null. Text of a few words that are in no list
 * counts as English, as everywhere in Offbook.
 */
export function languageFor(text: string): RecogniserLanguage | null {
  const { language, share, words } = tellingLanguage(text);
  if (share === 0 && words <= shortText && /\p{sc=Latin}/u.test(text)) return 'en';
  if (share < leastShare) return null;
  if (language === english) return 'en';
  return language === french ? 'fr' : null;
}

/** Words that any text may have: those of grammar, which say nothing about it, and others that say little. */
export function commonWords(language: RecogniserLanguage): { small: ReadonlySet<string>; usual: ReadonlySet<string> } {
  const { small, hedges, weakVerbs, vague } = vocabularyOf(languages[language]);
  return { small, usual: new Set([...small, ...hedges, ...weakVerbs, ...vague]) };
}
