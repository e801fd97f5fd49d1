import { stemmer } from 'stemmer';
import { irregularWords, wordsApart } from './irregular-words.ts';

/**
 * What a word is indexed and looked up as: its English stem by Porter's algorithm, after irregular forms ("slept" is
 * "sleep") and British spellings are made one with the rest. Words with other letters than a–z stay as they are.
 */
export function termOf(word: string): string {
  if (!/^[a-z]+$/u.test(word)) return word;
  const apart = wordsApart.get(word);
  if (apart !== undefined) return apart;
  const stem = stemmer(american(irregularWords.get(word) ?? word));
  // Porter's rules leave "on" of "one" and "us" of "used".
  return stem.length < 3 ? word : stem;
}

/** Endings that differ between British and American English. Short words ("wise", "four") keep theirs. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)/u, 'iz'],
  [/(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ful|ite|ites)?$)/u, 'or'],
  [/(?<=[a-z]{3})ogue(?=s?$)/u, 'og'],
  [/(?<=dg)e(?=ments?$)/u, ''],
];

function american(word: string): string {
  return spellings.reduce((spelled, [ending, replacement]) => spelled.replace(ending, replacement), word);
}
