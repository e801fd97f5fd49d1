import { foldWord, wordsOf } from '../words/languages.ts';

/** A heading such as `Question 1`, `Answer` or `Story 3: The migration`. */
export interface Structural {
  word: 'question' | 'answer' | 'story';
  /** It carries a number or "first", "second". */
  numbered: boolean;
  /** What follows, without the ordinal prefix. */
  rest: string;
}

const words = new Map<string, Structural['word']>();
for (const word of ['question', 'answer', 'story'] as const) {
  for (const written of wordsOf((language) => language.structure[word])) {
    if (!words.has(foldWord(written))) words.set(foldWord(written), word);
  }
}
const ordinals = new Set(wordsOf((language) => language.ordinals).map(foldWord));
const qualifiers = new Set(wordsOf((language) => language.qualifiers).map(foldWord));

/** A number after the word: `Story 3`, `Story #3`. A roman one or a letter only before a sign: `Story I led`. */
const number = /^#?\d{1,3}$/;
const lettered = /^(?:[IVX]{1,5}|[A-H])$/;
/** What parts the ordinal prefix from the rest: nothing may, after a number. */
const separator = /^[:.)|–—-]+$/u;
/** The longest that such words get, with qualifiers and number. */
const longestPrefix = 8;

/** Reads a structural heading; null for any other. "Story of my life" is one of the others. */
export function readStructural(text: string): Structural | null {
  // Signs stand apart then: `Q1:` becomes `Q 1 :`.
  const spaced = text
    .slice(0, 80)
    .replace(/^([QFP])(?=\d)/, '$1 ')
    .replace(/([:|–—]|[.)](?=\s|$))/gu, ' $1 ');
  const parts = spaced.trim().split(/\s+/);
  let at = 0;
  let counted = false;
  if (/^\d{1,3}$/.test(parts[0] ?? '') && separator.test(parts[1] ?? '')) at = 2;
  while (at < longestPrefix && isQualifier(parts[at])) {
    counted ||= ordinals.has(foldWord(parts[at] ?? ''));
    at += 1;
  }
  const { word, length } = wordAt(parts, at);
  if (word === null) return null;
  const letter = length === 1 && parts[at]?.length === 1 ? parts[at] : '';
  at += length;
  const numbered = isNumber(parts[at], parts[at + 1]);
  if (numbered) at += 1;
  const parted = separator.test(parts[at] ?? '');
  if (parted) at += 1;
  // "Q3 results" and "P. S." are no questions, "First example of ..." is no example.
  const complete = parted || at >= parts.length;
  if (!complete && (!numbered || letter !== '')) return null;
  if (letter !== '' && letter !== 'Q' && !numbered) return null;
  return { word, numbered: numbered || counted, rest: restOf(text, parts, at) };
}

function isNumber(part: string | undefined, next: string | undefined): boolean {
  if (part === undefined) return false;
  if (number.test(part) || ordinals.has(foldWord(part))) return true;
  return lettered.test(part) && (next === undefined || separator.test(next));
}

function isQualifier(part: string | undefined): boolean {
  const folded = foldWord(part ?? '');
  return qualifiers.has(folded) || ordinals.has(folded);
}

/** The longest structural word that begins at `at`. */
function wordAt(parts: readonly string[], at: number): { word: Structural['word'] | null; length: number } {
  for (let length = 3; length >= 1; length -= 1) {
    const candidate = parts.slice(at, at + length);
    const word = candidate.length === length ? words.get(foldWord(candidate.join(' '))) : undefined;
    if (word !== undefined) return { word, length };
  }
  return { word: null, length: 0 };
}

/** The text from part `at` on, as it was written. */
function restOf(text: string, parts: readonly string[], at: number): string {
  const skipped = parts.slice(0, at).join('').length;
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (seen === skipped) return text.slice(index).trim();
    if (text[index] !== ' ') seen += 1;
  }
  return '';
}
