import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import type { Language } from './language.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

/** Every language that labels may be in. If two claim the same word, the earlier one wins. */
export const languages: readonly Language[] = [english, german, french, spanish, portuguese];

/** One kind of word, from all languages. */
export function wordsInAllLanguages(pick: (language: Language) => readonly string[]): string[] {
  return languages.flatMap(pick);
}

/** Folds text for comparing: case, accents, the form of apostrophes and the width of spaces don't matter. */
export function foldWord(text: string): string {
  // Fast path for nearly all words, as normalising is slow.
  if (/^[ -_a-~]*$/.test(text) && !text.includes('  ')) return text.trim().toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`´]/g, "'")
    .replaceAll('ß', 'ss')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
