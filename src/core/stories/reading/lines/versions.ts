import { foldWord, wordsInAllLanguages } from '../../words/languages.ts';

const kinds = new Set(wordsInAllLanguages((language) => language.versions.kinds).map(foldWord));
const nouns = new Set(wordsInAllLanguages((language) => language.versions.nouns).map(foldWord));
const before = new Set(wordsInAllLanguages((language) => language.versions.before).map(foldWord));
const short = new Set(wordsInAllLanguages((language) => language.versions.short).map(foldWord));
const names = new Set(wordsInAllLanguages((language) => language.versions.names).map(foldWord));
/** Other words that such a name may contain: "My shorter answer". */
const others = new Set(
  wordsInAllLanguages((language) => [
    ...language.structure.answer,
    ...language.structure.story,
    ...language.determiners,
  ]).flatMap((written) => foldWord(written).split(' ')),
);
/** `60-second`, `2 min`, `one-minute` */
const time =
  /^(?:\d{1,3}|one|two|thirty|sixty|ninety)[- ]?(?:s|sec|secs|seconds?|m|min|mins|minutes?|sekunden?|minuten?|segundos?|minutos?|secondes?)\b/;

/** Whether a title names another version of an answer: "Shorter answer", "Version for phone screens". */
export function isVersion(title: string): boolean {
  const words = wordsOf(title);
  const whole = words.join(' ');
  if (names.has(whole)) return true;
  const noun = words.findIndex((word) => nouns.has(word));
  // "Version control" is a story.
  const next = words[noun + 1];
  if (noun !== -1 && (next === undefined || before.has(next) || /^[\d:–—-]/.test(next))) return true;
  if (time.test(whole) && whole.split(' ').length <= 4) {
    const rest = whole.replace(time, '').trim();
    return rest === '' || rest.split(' ').every((word) => others.has(word) || short.has(word) || word === 'pitch');
  }
  return words.some((word) => kinds.has(word)) && words.every((word) => kinds.has(word) || others.has(word));
}

/** Whether the name of a version says that it is shorter: "Short version", "60 seconds". */
export function isShort(title: string): boolean {
  const words = wordsOf(title);
  const whole = foldWord(title);
  return (
    names.has(words.join(' ')) ||
    time.test(words.join(' ')) ||
    /[([]\s*~?\d+\s?(?:s|m)/.test(whole) ||
    words.some((word) => short.has(word))
  );
}

function wordsOf(title: string): string[] {
  return foldWord(title)
    .replace(/[([].*$/, '')
    .replace(/[:.]+$/, '')
    .trim()
    .split(/\s+/);
}
