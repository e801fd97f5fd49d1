import type { LabelledKind, MetaKey, StructuralWord } from './language.ts';
import { foldWord, languages, wordsInAllLanguages } from './languages.ts';

/** Structural words that are labels too. "Example:" and "Note:" aren't: they begin too many ordinary sentences. */
type MarkWord = Exclude<StructuralWord, 'story' | 'aside'>;

/** What a label says about what follows it. */
export type Meaning =
  | { type: 'section'; kind: LabelledKind }
  | { type: 'structure'; word: MarkWord }
  | { type: 'meta'; key: MetaKey };

const sectionKinds: readonly LabelledKind[] = ['situation', 'task', 'action', 'result', 'reflection'];
const markWords: readonly MarkWord[] = ['question', 'answer', 'followUps', 'outline'];
const metaKeys: readonly MetaKey[] = ['title', 'group', 'tags', 'target'];

const meanings = collect();
const determiners = new Set(wordsInAllLanguages((language) => language.determiners).map(foldWord));
/** The first words of all labels, for a quick no to most text. */
const beginnings = new Set([...meanings.keys(), ...determiners].map((word) => word.split(/[^\p{L}]/u)[0]));
const joiners = new RegExp(`\\s*[/&+]\\s*|\\s+(?:${wordsInAllLanguages((each) => each.joiners).join('|')})\\s+`);

function collect(): Map<string, Meaning> {
  const map = new Map<string, Meaning>();
  const add = (words: readonly string[], meaning: Meaning): void => {
    for (const word of words) if (!map.has(foldWord(word))) map.set(foldWord(word), meaning);
  };
  for (const language of languages) {
    for (const kind of sectionKinds) add(language.sections[kind], { type: 'section', kind });
    for (const word of markWords) add(language.structure[word], { type: 'structure', word });
    for (const key of metaKeys) add(language.keys[key], { type: 'meta', key });
  }
  return map;
}

/**
 * What the words mean as a label; null if they aren't one. `Situation/Task` means the same as its first part if all
 * parts are sections, `Action 2` the same as `Action`. An `emphasised` label may begin with "the" or "my".
 */
export function meaningOf(written: string, emphasised: boolean): Meaning | null {
  let end = 0;
  while (isAsciiLetter(written.charCodeAt(end))) end += 1;
  if (end > 0 && !(written.charCodeAt(end) > 127) && !beginnings.has(written.slice(0, end).toLowerCase())) return null;
  const word = foldWord(written);
  return meaningOfWord(word) ?? meaningOfParts(word) ?? (emphasised ? withoutDeterminer(word) : null);
}

const longWords = [...meanings].filter(([word, { type }]) => type === 'section' && /^\p{L}{5,}$/u.test(word));

/** The section whose label was probably meant: one letter is missing, wrong, too many, or two are swapped. */
export function misspelt(written: string): LabelledKind | null {
  const word = foldWord(written);
  if (!/^\p{L}{5,14}$/u.test(word)) return null;
  for (const [label, meaning] of longWords) {
    if (meaning.type === 'section' && label[0] === word[0] && isNear(word, label)) return meaning.kind;
  }
  return null;
}

function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  const swapped = left.length === 2 && left[0] === right[1] && left[1] === right[0];
  return swapped || Math.max(left.length, right.length) <= 1;
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function meaningOfWord(word: string): Meaning | null {
  const plain = meanings.get(word);
  if (plain !== undefined) return plain;
  const numbered = /^(.*[a-z]{2}|[qafpr])\s?#?\d{1,3}$/.exec(word);
  return (numbered === null ? undefined : meanings.get((numbered[1] ?? '').trim())) ?? null;
}

function meaningOfParts(word: string): Meaning | null {
  const parts = word.split(joiners);
  if (parts.length < 2) return null;
  const found = parts.map((part) => meaningOfWord(part));
  return found.every((meaning) => meaning?.type === 'section') ? (found[0] ?? null) : null;
}

/** The sections that a label of several words names: two for `Situation/Task`. Empty for a single word. */
export function kindsOf(written: string): LabelledKind[] {
  if (/^\p{L}*$/u.test(written)) return [];
  return foldWord(written)
    .split(joiners)
    .flatMap((part) => {
      const meaning = meaningOfWord(part);
      return meaning?.type === 'section' ? [meaning.kind] : [];
    });
}

function withoutDeterminer(word: string): Meaning | null {
  const space = word.indexOf(' ');
  if (space === -1 || !determiners.has(word.slice(0, space))) return null;
  const meaning = meaningOfWord(word.slice(space + 1));
  return meaning?.type === 'section' && word.length > space + 2 ? meaning : null;
}
