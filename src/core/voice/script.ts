import type { AnswerSection, OutlineSection } from '../stories/model.ts';
import { stemOfWord } from '../stories/outline/tokens.ts';
import { alignRows } from './alignment.ts';
import { pronunciationsFor } from './dictionary.ts';
import { commonWords, type RecogniserLanguage } from './language.ts';
import { isInitials, spokenWords, type SpokenWord } from './words.ts';

/** A word of the answer that the recogniser listens for. */
export interface Position {
  word: string;
  /** As the answer has it. */
  shown: string;
  /** Of the outline, counted over all sections. */
  row: number;
  /** How much it says about its row: 1 if no other row has it, less the more have it, 0 if it’s in every text. */
  worth: number;
}

/** An answer as the recogniser follows it. */
export interface Script {
  /** The ids of the outline’s rows. */
  rows: string[];
  /** In the order in which they are said. */
  positions: Position[];
  /** What the words of each row say together. */
  worths: number[];
  /** Words that the person may say besides, with how likely they are, in no unit. */
  background: Map<string, number>;
  pronunciations: ReadonlyMap<string, readonly string[]>;
}

export interface ScriptOptions {
  language: RecogniserLanguage;
  outline: readonly OutlineSection[];
  answer: readonly AnswerSection[];
  /** Texts of the person’s other stories. */
  otherStories: readonly string[];
  /** The text of the model’s pronouncing dictionary. */
  dictionary: string;
}

/** More would take the recogniser too long: an answer of ten minutes has some 1,500 words, of two minutes 300. */
const mostPositions = 900;
const mostBackground = 880;
/** A word that others’ texts have more often than this proves nothing. */
const commonShare = 1 / 200;
/** What common words count besides the person’s own stories, of which there may be few. */
const usualWords = { times: 8, words: 1000 } as const;
/** In characters: more of other stories tells no more. */
const mostOther = 200_000;

/** Prepares an answer: its words, those around them, and which row each belongs to. */
export function makeScript({ language, outline, answer, otherStories, dictionary }: ScriptOptions): Script {
  const { counts, isContent } = usualWordsIn(otherStories, language);
  const texts = alignRows(outline, answer, language, isContent);
  // Which words come apart depends on the dictionary, which is read once for all words that may be wanted.
  const candidates = [() => true, () => false].flatMap((isKnown) =>
    texts.flatMap(({ text }) => spokenWords(text, language, isKnown)),
  );
  const words = new Set(candidates.map(({ word }) => word));
  const forms = new Map([...words].map((word) => [word, otherForms(word, language)]));
  const found = pronunciationsFor(
    dictionary,
    new Set([...words, ...[...forms.values()].flat(), ...counts.keys()]),
    words,
    new Set(candidates.filter(({ shown }) => isInitials(shown)).map(({ word }) => word)),
  );

  const spoken = texts.flatMap(({ text, row }) =>
    spokenWords(text, language, (word) => found.has(word))
      .filter(({ word }) => found.has(word))
      .map((word) => ({ ...word, row })),
  );
  const positions = withWorth(shortened(spoken), isContent);
  const rows = outline.flatMap(({ items }) => items.map(({ id }) => id));
  const worths = rows.map(() => 0);
  for (const { row, worth } of positions) worths[row] = (worths[row] ?? 0) + worth;

  return { rows, positions, worths, ...soundsOf(positions, forms, counts, found) };
}

/**
 * How the words of the answer may sound, and what else a person may say. "Printer" counts as "printing", unless they say
 * it in other stories too.
 */
function soundsOf(
  positions: readonly Position[],
  forms: ReadonlyMap<string, readonly string[]>,
  counts: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, readonly string[]>,
): Pick<Script, 'background' | 'pronunciations'> {
  const own = new Set(positions.filter(({ worth }) => worth > 0).map(({ word }) => word));
  const pronunciations = new Map(found);
  const others = new Map(counts);
  const isOther = (form: string): boolean => found.has(form) && !counts.has(form) && !own.has(form);
  for (const [word, all] of forms) if (!own.has(word)) for (const form of all.filter(isOther)) others.set(form, 1);
  for (const word of own) {
    const likeIt = (forms.get(word) ?? []).filter(isOther);
    pronunciations.set(
      word,
      [word, ...likeIt].flatMap((form) => found.get(form) ?? []),
    );
    for (const form of likeIt) others.delete(form);
  }
  const background = [...others]
    .filter(([word]) => found.has(word) && !own.has(word))
    .map(([word, count]) => [word, Math.sqrt(count)] as const)
    .sort(([, one], [, other]) => other - one);
  return { background: new Map(background.slice(0, mostBackground)), pronunciations };
}

/**
 * How often a person uses words, by their other stories, of which there may be few, and by the language. `isContent`
 * tells which words are rare enough to say which row they are from.
 */
function usualWordsIn(
  otherStories: readonly string[],
  language: RecogniserLanguage,
): { counts: Map<string, number>; isContent: (word: string) => boolean } {
  const { small, usual } = commonWords(language);
  const counts = new Map<string, number>([...usual].map((word) => [word, usualWords.times]));
  let total = usualWords.words;
  for (const { word } of spokenWords(otherStories.join('\n').slice(0, mostOther), language, () => true)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    total += 1;
  }
  const isContent = (word: string): boolean =>
    word.length > 1 && !small.has(word) && (counts.get(word) ?? 0) / total < commonShare;
  return { counts, isContent };
}

/** A long answer keeps as many words of each row, its first ones. */
function shortened<Word extends { row: number }>(words: readonly Word[]): Word[] {
  if (words.length <= mostPositions) return [...words];
  const byRow = Map.groupBy(words, ({ row }) => row);
  let most = Math.max(...[...byRow.values()].map(({ length }) => length));
  const kept = (limit: number): number =>
    [...byRow.values()].reduce((sum, { length }) => sum + Math.min(length, limit), 0);
  while (most > 1 && kept(most) > mostPositions) most -= 1;
  return [...byRow.values()].flatMap((own) => own.slice(0, most)).slice(0, mostPositions);
}

function withWorth(words: readonly (SpokenWord & { row: number })[], isContent: (word: string) => boolean): Position[] {
  const rowsWith = new Map<string, Set<number>>();
  for (const { word, row } of words) {
    const stem = stemOfWord(word);
    rowsWith.set(stem, (rowsWith.get(stem) ?? new Set()).add(row));
  }
  return words.map(({ word, shown, row }) => ({
    word,
    shown,
    row,
    worth: isContent(word) ? 1 / Math.sqrt(rowsWith.get(stemOfWord(word))?.size ?? 1) : 0,
  }));
}

/** Other forms of a word, some of which no dictionary has. */
function otherForms(word: string, language: RecogniserLanguage): string[] {
  if (word.length < 3) return [];
  const ends = language === 'en' ? englishEnds : frenchEnds;
  const base = word.replace(ends.own, '');
  const stems = language === 'en' ? [base, word, `${base}e`] : [base, word];
  const forms = stems.flatMap((stem) => ends.others.map((end) => stem + end));
  return [...new Set(forms)].filter((form) => form !== word && form.length > 3);
}

const englishEnds = { own: /(?:ing|ed|es|s|d)$/, others: ['', 's', 'es', 'ed', 'd', 'ing', 'er'] };
const frenchEnds = { own: /(?:ées|és|ée|er|é|es|s|e)$/, others: ['', 's', 'e', 'es', 'er', 'é', 'ée', 'és', 'ées'] };
