import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import type { Language } from './language.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

/** Every language that stories may be labelled in. Where two disagree about a word, the earlier one is right. */
export const languages: readonly Language[] = [english, german, french, spanish, portuguese];

/** One kind of word out of all languages. */
export function wordsInAllLanguages(pick: (language: Language) => readonly string[]): string[] {
  return languages.flatMap(pick);
}

/** How words are compared: case, accents, apostrophes and the width of spaces don't matter. */
export function foldWord(text: string): string {
  // Nearly all words are of this kind, and normalising is slow.
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
