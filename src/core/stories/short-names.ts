import type { Story } from './model.ts';
import { readsAsQuestion } from './questions.ts';
import type { Language } from './words/language.ts';
import { foldWord, wordsInAllLanguages } from './words/languages.ts';

/**
 * A name for each story, by id, for places with little room: its title, which loses its lead-in if it is a question.
 * “Tell me about a time when you fixed a bell” becomes “Fixed a bell”. Stories whose names would then be the same keep
 * their titles, so that two names are the same only where the titles are.
 */
export function shortNames(stories: readonly Pick<Story, 'id' | 'title'>[]): Map<string, string> {
  const names = new Map(stories.map(({ title }) => [title, shortName(title)]));
  for (;;) {
    const alike = Map.groupBy(names, ([, name]) => foldWord(name)).values();
    const cut = [...alike].filter((group) => group.length > 1).flatMap((group) => group.filter(isCut));
    // A title given back can be what another story’s name already is.
    if (cut.length === 0) return new Map(stories.map(({ id, title }) => [id, names.get(title) ?? title]));
    for (const [title] of cut) names.set(title, title);
  }
}

function isCut([title, name]: readonly [string, string]): boolean {
  return title !== name;
}

/** As many characters are visible at the start of a name wherever it is cut. */
const alwaysSeen = 12;

/**
 * Where each name begins to differ from the one most like it, as an index of characters: a name without room is cut
 * before that. 0 where it differs early enough to be seen anyway.
 */
export function differencesAt(names: Iterable<string>): Map<string, number> {
  const sorted = [...new Set(names)]
    .map((name) => ({ name, words: wordsOf(name) }))
    .map((each) => ({ ...each, key: each.words.map(({ text }) => text).join('\0') }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  const shared = sorted.map(({ words }, index) => sameWords(words, sorted[index + 1]?.words ?? []));
  return new Map(
    sorted.map(({ name, words }, index) => {
      const same = Math.max(shared[index] ?? 0, shared[index - 1] ?? 0);
      const start = words[Math.min(same, words.length - 1)]?.start ?? 0;
      return [name, same > 0 && start > alwaysSeen ? start : 0];
    }),
  );
}

function sameWords(one: readonly PlacedWord[], other: readonly PlacedWord[]): number {
  const differs = one.findIndex(({ text }, index) => text !== other[index]?.text);
  return differs === -1 ? one.length : differs;
}

/** The name of a story that is seen alone; among others, use `shortNames`. Never empty. */
export function shortName(title: string): string {
  if (!readsAsQuestion(title)) return title;
  let name = title;
  for (;;) {
    const shorter = withoutLeadIn(name);
    if (shorter === null) return name;
    name = shorter;
  }
}

/** The text without its first lead-in, up to the next one; null if it has none. */
function withoutLeadIn(title: string): string | null {
  const words = wordsOf(title);
  const request = requestFrom(title, words, 0);
  if (request === null) return null;
  const next = requestFrom(title, words, request.end + 1);
  const before = title.slice(0, words[request.at]?.start);
  const point = withoutMarks(
    title.slice(words[request.end]?.start, next === null ? undefined : words[next.at]?.start),
    before,
  );
  if (/^[\p{P}\s]*$/u.test(before)) return capitalised(point);
  if (/[:–—-]\s*$/.test(before)) return before + point;
  // A remark such as “We all make mistakes from time to time.”; anything shorter may be the story’s own name.
  const isRemark = /[.!]["'”’»)]*\s*$/.test(before) && wordsOf(before).length >= shortestRemark;
  return isRemark ? capitalised(point) : null;
}

const shortestRemark = 5;

/** The first lead-in at the start of a sentence from word `from` on, as indexes of words; null without one. */
function requestFrom(title: string, words: readonly PlacedWord[], from: number): { at: number; end: number } | null {
  for (let at = from; at < words.length; at += 1) {
    const end = startsSentence(title, words, at) ? leadInEnd(title, words, at) : null;
    if (end !== null) return { at, end };
  }
  return null;
}

/** Without the mark at the end of a single sentence, and without the quote mark that was opened `before` it. */
function withoutMarks(text: string, before: string): string {
  const whole = text.trim();
  const unquoted = /["“„«]\s*$/.test(before) ? whole.replace(/["”“»]\s*([.?!]?)$/, '$1') : whole;
  return /[.?!…]\s/.test(unquoted) ? unquoted : unquoted.replace(/(?<=[\p{L}\p{N}\p{M}"”’»)\]%])[\s.?!…？]+$/u, '');
}

/** `iPhone` and the like keep their small letter. */
function capitalised(text: string): string {
  const small = /^\p{Ll}(?=\p{Ll}*(?!\p{L}))/u.exec(text)?.[0];
  return small === undefined ? text : small.toUpperCase() + text.slice(small.length);
}

function startsSentence(title: string, words: readonly PlacedWord[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (before === undefined || word === undefined) return true;
  const gap = title.slice(before.end, word.start);
  return gap !== ' ' && /[.!?:;…]["'”’»)]*\s|\s[–—-]\s/.test(gap);
}

interface PlacedWord {
  /** Folded. */
  text: string;
  start: number;
  /** Exclusive. */
  end: number;
}

function wordsOf(text: string): PlacedWord[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ({ 0: word, index }) => ({
    text: foldWord(word),
    start: index,
    end: index + word.length,
  }));
}

interface Phrase {
  words: readonly string[];
  isElided: boolean;
}
/** Phrases by their first words, the longest first. */
type Phrases = ReadonlyMap<string, readonly Phrase[]>;

function phrases(pick: (language: Language) => readonly string[]): Phrases {
  const all = wordsInAllLanguages(pick)
    .map((phrase) => ({ words: wordsOf(phrase).map(({ text }) => text), isElided: phrase.endsWith("'") }))
    .sort((one, other) => other.words.length - one.words.length);
  return Map.groupBy(all, ({ words }) => words[0] ?? '');
}

const polite = phrases(({ leadIns }) => leadIns.polite);
const asks = phrases(({ leadIns }) => leadIns.asks);
const cases = phrases(({ leadIns }) => leadIns.cases);
const joins = phrases(({ leadIns }) => leadIns.joins);
const subjects = phrases(({ leadIns }) => leadIns.subjects);

/** The index of the word after the lead-in that begins at word `at`; null without one, or with nothing after it. */
function leadInEnd(title: string, words: readonly PlacedWord[], at: number): number | null {
  const after = (kind: Phrases, from: number | null): number | null =>
    from === null ? null : phraseEnd(kind, title, words, from);
  const caseEnd = (from: number): number | null => {
    const named = after(cases, from);
    const joined = after(joins, named);
    return after(subjects, joined ?? named) ?? joined;
  };
  let end: number | null = null;
  let next: number | null = at;
  while (next !== null && next < words.length) {
    const asked: number | null = caseEnd(next) ?? after(asks, next);
    if (asked !== null && asked < words.length) end = asked;
    next = asked ?? after(polite, next);
  }
  return end;
}

/** The index of the word after the longest of the phrases that is there at word `at`; null if none is. */
function phraseEnd(kind: Phrases, title: string, words: readonly PlacedWord[], at: number): number | null {
  const gapAfter = (index: number): string => title.slice(words[index]?.end, words[index + 1]?.start);
  const found = kind.get(words[at]?.text ?? '')?.find(({ words: wanted, isElided }) => {
    const last = at + wanted.length - 1;
    const isThere = wanted.every((word, index) => word === words[at + index]?.text);
    const isWhole = wanted.slice(1).every((_, index) => isOpen(gapAfter(at + index)));
    // Not in the middle of “you’ve” or “time-out”.
    const isApart = isElided || last === words.length - 1 || /^[\s,:]/.test(gapAfter(last));
    return isThere && isWhole && isApart && (last === words.length - 1 || isOpen(gapAfter(last)));
  });
  return found === undefined ? null : at + found.words.length;
}

/** Whether a sentence goes on over this gap between two words. */
function isOpen(gap: string): boolean {
  return !/[.!?…()[\]]/.test(gap);
}
