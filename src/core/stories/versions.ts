import { foldWord, wordsOf } from './words/languages.ts';

const kinds = new Set(wordsOf((language) => language.versions.kinds).map(foldWord));
const nouns = new Set(wordsOf((language) => language.versions.nouns).map(foldWord));
const before = new Set(wordsOf((language) => language.versions.before).map(foldWord));
/** What else such a name may hold: "My shorter answer". */
const others = new Set(
  wordsOf((language) => [...language.structure.answer, ...language.structure.story, ...language.determiners]).flatMap(
    (written) => foldWord(written).split(' '),
  ),
);

/** Whether a title names another version of an answer: "Shorter answer", "Version for phone screens". */
export function isVersion(title: string): boolean {
  const words = foldWord(title)
    .replace(/[([].*$/, '')
    .replace(/[:.]+$/, '')
    .trim()
    .split(/\s+/);
  const noun = words.findIndex((word) => nouns.has(word));
  // "Version control" is a story.
  const next = words[noun + 1];
  if (noun !== -1 && (next === undefined || before.has(next) || /^[\d:–—-]/.test(next))) return true;
  return words.some((word) => kinds.has(word)) && words.every((word) => kinds.has(word) || others.has(word));
}
