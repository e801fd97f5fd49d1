import type { RecogniserLanguage } from './language.ts';
import { rangeWord, spokenNumber } from './numbers.ts';

/** A word as it sounds. */
export interface SpokenWord {
  /** In lower case, as a pronouncing dictionary has it. */
  word: string;
  /** What is written there: "61" for “sixty” and for “one”. */
  shown: string;
}

/** A space that may be within a number, or before its unit. */
const space = '[\\u00A0\\u202F ]';
/** A number with the signs around it, a run of letters with what joins them, or a sign with a name. */
const pieces = new RegExp(
  [
    `(?<before>[€£$])?(?<number>\\d+(?:(?:[.,]|${space})\\d{3}(?!\\d))*(?:[.,:hH]\\d+|[hH](?!\\p{L}))?)` +
      `(?:${space}?(?<sign>[%°€×])|${space}(?<unit>h|min|ms|km|kg)(?!\\p{L})|(?<after>\\p{L}{1,3})(?!\\p{L}))?`,
    `(?<word>[\\p{L}\\p{M}]+(?:['’][\\p{L}\\p{M}]+)*)`,
    '(?<dash>(?<=\\d)\\s?[–-]\\s?(?=\\d))',
    '(?<and>&)',
  ].join('|'),
  'gu',
);

/** The first letters of words that French joins to the next: "l’équipe". */
const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\p{L})/u;

/**
 * A text as it sounds, word by word: numbers spelt out, compounds apart, without punctuation. `isKnown` says which
 * words the dictionary has, since it decides where a word with an apostrophe or a hyphen comes apart.
 */
export function spokenWords(
  text: string,
  language: RecogniserLanguage,
  isKnown: (word: string) => boolean,
): SpokenWord[] {
  const words: SpokenWord[] = [];
  for (const match of text.matchAll(pieces)) {
    const { before = '', number, sign = '', unit = '', after = '', word, dash, and } = match.groups ?? {};
    const [shown] = match;
    const add = (spoken: string): void => {
      for (const one of spoken.split(/[ -]/)) if (one !== '') words.push({ word: one, shown });
    };
    if (number !== undefined) {
      const spoken = spokenNumber({ before, number, after: sign + unit + after }, language);
      if (spoken !== null) add(spoken);
      else
        for (const part of number.match(/\d+/g) ?? [])
          add(spokenNumber({ before: '', number: part, after: '' }, language) ?? '');
    } else if (dash !== undefined) add(rangeWord(language));
    else if (and !== undefined) add(language === 'en' ? 'and' : 'et');
    else if (word !== undefined) words.push(...apart(word, language, isKnown));
  }
  return words;
}

/** The parts of a word that are said as words of their own. */
function apart(written: string, language: RecogniserLanguage, isKnown: (word: string) => boolean): SpokenWord[] {
  const whole = written.toLowerCase().replaceAll('’', "'");
  if (isKnown(whole)) return [{ word: whole, shown: written }];
  if (language === 'fr') {
    const found = elision.exec(whole);
    if (found !== null) {
      const { length } = found[0];
      return [
        { word: found[0], shown: written },
        ...apart(written.slice(length), language, isKnown).map((part) => ({ ...part, shown: written })),
      ];
    }
  }
  // A possessive sounds much like the word itself.
  const base = whole.replace(/'s?$/, '');
  return [{ word: base, shown: written }];
}

/** Whether a word is written as letters that are said one by one, such as "SQL". */
export function isInitials(shown: string): boolean {
  return /^\p{Lu}{2,5}s?$/u.test(shown);
}
