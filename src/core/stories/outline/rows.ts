import { type Clause, isVerbal } from './clauses.ts';
import { isCount, type Token } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A row before it is chosen. */
export interface Row {
  text: string;
  tokens: Token[];
  /** Where it begins in its piece of text. */
  at: number;
  /** What it says compared with other rows of as many words. */
  rank: number;
}

/** In words: what is read at a glance. */
export const usualRow = 7;
/** In words: the longest row of all. */
const longestRow = 9;
/** A longer answer needs more words to a row, as it gets no more rows. */
const answerPerWord = 60;

/** How many words a row may have, for an answer of so many. */
export function mostWordsFor(answerWords: number): number {
  return Math.min(longestRow, Math.max(usualRow, Math.round(answerWords / answerPerWord)));
}

/** How much the clauses that rows begin with tell, other things being equal. */
const roleRank = { main: 1, lead: 0.6, content: 0.8, aside: 0.5 } as const;
/** A sentence’s further rows tell less than its first. */
const furtherRow = 0.75;

/** Makes rows from a sentence’s clauses: as many clauses in a row as can be read at a glance. */
export function rowsOf(clauses: readonly Clause[], vocabulary: Vocabulary, mostWords: number): Row[] {
  const rows: OpenRow[] = [];
  /** Whether a row has the point of the sentence. */
  let isTold = false;
  for (const [index, { role, tokens, about }] of clauses.entries()) {
    const [before, next, open] = [clauses[index - 1], clauses[index + 1], rows.at(-1)];
    const goesOn = role === 'content' && open?.last === before;
    if (role === 'aside' && !tokens.some(isTelling)) continue;
    if (role === 'content' && !goesOn && !tokens.some(isTelling) && before?.role !== 'main') continue;
    // "I said" isn’t missed before what somebody said.
    if (
      next?.role === 'content' &&
      isVerbAlone(tokens, vocabulary) &&
      lengthOf(tokens) + lengthOf(next.tokens) > mostWords
    )
      continue;
    const scene = open?.last.role === 'lead' && lengthOf(open.tokens) <= longestScene ? lengthOf(open.tokens) : 0;
    const fitted = fit(tokens, scene, vocabulary, mostWords);
    if (sumOf(fitted) < leastClause) continue;
    const last = clauses[index] ?? { role, tokens };
    const counted = open?.isOne === true && open.last === before ? countedBy(fitted, before, vocabulary) : [];
    if (open !== undefined && lengthOf(open.tokens) + lengthOf(fitted) <= (scene > 0 ? longestRow : mostWords)) {
      open.text += `${goesOn ? ' ' : ', '}${textOf(fitted)}`;
      open.tokens.push(...fitted);
      open.rank = Math.max(open.rank, roleRank[role]);
      open.last = last;
      open.isOne = false;
    } else if (open !== undefined && counted.length > 0) {
      open.text = `${textOf(counted)}, ${textOf(fitted)}`;
      open.tokens = [...counted, ...fitted];
      open.last = last;
    } else {
      const own = about !== undefined && fitted[0]?.kind === 'verb' ? [about, ...fitted] : fitted;
      rows.push({
        text: textOf(own),
        tokens: own,
        rank: roleRank[role] * (isTold ? furtherRow : 1),
        last,
        isOne: true,
      });
    }
    isTold ||= role === 'main';
  }
  return rows.map(({ text, tokens, rank }) => ({ text, tokens, rank, at: tokens[0]?.at ?? 0 }));
}

interface OpenRow extends Pick<Row, 'text' | 'tokens' | 'rank'> {
  /** The clause it ends with… */
  last: Clause;
  /** …and whether that is the only one. */
  isOne: boolean;
}

/** A clause that is worth less isn’t shown: "said". */
const leastClause = 0.5;
/** In words: a figure and what it is a figure of, as in "about 40 a week". */
const longestMeasure = 4;
/** In words: a scene this short stays before what happened there. */
const longestScene = 3;

/**
 * "About 40 a week" says nothing without what it counts: the clause before, as far as there is room beside it. Empty for
 * clauses that are more than a figure, and where there isn’t room for the verb.
 */
function countedBy(measure: readonly Token[], { role, tokens }: Clause, vocabulary: Vocabulary): Token[] {
  const hasVerb = (words: readonly Token[]): boolean => words.some((token) => isVerbal(token, vocabulary));
  const isMeasure = lengthOf(measure) <= longestMeasure && measure.some(({ kind }) => kind === 'figure');
  if (role !== 'main' || !isMeasure || hasVerb(measure)) return [];
  const what = fit(tokens, lengthOf(measure), vocabulary, longestRow - 1);
  return hasVerb(what) ? what : [];
}

function isVerbAlone(tokens: readonly Token[], { weakVerbs }: Vocabulary): boolean {
  return weakVerbs.has(tokens[0]?.key ?? '') && !tokens.some(isTelling);
}

export function sumOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { worth }) => sum + worth, 0);
}

function isTelling({ kind }: Token): boolean {
  return kind === 'figure' || kind === 'count' || kind === 'name' || kind === 'quote';
}

/** The clause in as many words as a row may have: its first phrase, those with figures and names, then the others. */
function fit(clause: readonly Token[], taken: number, vocabulary: Vocabulary, mostWords: number): Token[] {
  const hasFigure = clause.some(({ kind }) => kind === 'figure');
  const most = hasFigure || taken > 0 ? Math.min(longestRow, mostWords + 1) : mostWords;
  const whole = withoutOfThem(clause, vocabulary);
  const tokens = taken + lengthOf(whole) > most ? withRange(whole, vocabulary) : whole;
  const phrases = phrasesOf(tokens, vocabulary);
  const chosen = new Set<number>();
  let words = taken;
  const take = (index: number, limit: number): void => {
    const phrase = phrases[index] ?? [];
    const isCutOff = vocabulary.bonds.has(phrase[0]?.key ?? '') && !chosen.has(index - 1);
    if (chosen.has(index) || isCutOff || words + lengthOf(phrase) > limit) return;
    chosen.add(index);
    words += lengthOf(phrase);
  };
  const holding = (...kinds: Token['kind'][]) =>
    [...phrases.keys()].filter((index) => phrases[index]?.some(({ kind }) => kinds.includes(kind)));
  const figures = holding('figure');
  for (const index of figures) if (index > 0) take(index, longestRow);
  const first = shortened(phrases[0] ?? [], (hasFigure ? longestRow : most) - words);
  phrases.splice(0, 1, first);
  take(0, longestRow);
  for (const index of holding('negation')) take(index, most);
  if (!phrases[0]?.some((token) => isVerbal(token, vocabulary)))
    for (const [index, phrase] of phrases.entries())
      if (!isJoint(phrase[0], vocabulary) && !opensClause(phrases[index - 1], vocabulary)) take(index, most);
  // What follows reads on only if nothing before it was left out.
  for (const index of phrases.keys()) {
    take(index, most);
    if (!chosen.has(index)) break;
  }
  for (const index of holding('name', 'quote')) take(index, most);
  const last = Math.max(...chosen);
  if (last > 0 && last + 1 < phrases.length && isStub(phrases[last] ?? [], vocabulary)) chosen.delete(last);
  const picked = phrases.flatMap((phrase, index) => {
    if (!chosen.has(index)) return [];
    // "part of the goal, 4 metrics" for "part of the goal to deliver 4 metrics"
    const leavesGap = index > 0 && !chosen.has(index - 1) && isCount(phrase[0]);
    return phrase.map((token, place) => (leavesGap && place === 0 ? { ...token, isApart: true } : token));
  });
  return trimmed(shortened(picked, longestRow), vocabulary);
}

/** "before the mill" in "before the mill closed", whose verb isn’t that of the row. */
function opensClause(phrase: readonly Token[] | undefined, { prepositions, subordinators }: Vocabulary): boolean {
  const key = phrase?.[0]?.key ?? '';
  return prepositions.has(key) && subordinators.has(key);
}

/** Whether a phrase like "to lead" is cut off from what it says. */
function isStub(phrase: readonly Token[], vocabulary: Vocabulary): boolean {
  const [first, only, ...more] = phrase;
  return isJoint(first, vocabulary) && more.length === 0 && only !== undefined && !isTelling(only);
}

/** Each but the first begins with a preposition, a conjunction, or a verb after a phrase that began with one. */
function phrasesOf(tokens: readonly Token[], vocabulary: Vocabulary): Token[][] {
  const { prepositions, bonds } = vocabulary;
  const phrases: Token[][] = [];
  for (const [index, token] of tokens.entries()) {
    const [previous, next] = [tokens[index - 1], tokens[index + 1]];
    const open = phrases.at(-1);
    // "out of hours", "a lot of noise", "218 of 223", "nineteen in twenty"
    const isBound =
      previous !== undefined &&
      ((previous.kind === 'small' && prepositions.has(previous.key)) ||
        (bonds.has(token.key) && (isCount(previous) || isCount(next) || previous.kind === 'weak')) ||
        (isCount(previous) && isCount(next)));
    const isAfterPhrase =
      open !== undefined &&
      prepositions.has(open[0]?.key ?? '') &&
      open.some(({ kind }) => kind === 'plain' || kind === 'name');
    const isHead = isVerbal(token, vocabulary) || token.isHead === true || isCountAfterNoun(token, previous);
    const begins = isJoint(token, vocabulary) ? !isBound : isAfterPhrase && isHead;
    if (open === undefined || begins) phrases.push([token]);
    else open.push(token);
  }
  return phrases;
}

/** Whether a phrase that begins with this word can be left out. */
function isJoint(token: Token | undefined, { prepositions, conjunctions }: Vocabulary): boolean {
  return token?.kind === 'small' && (prepositions.has(token.key) || conjunctions.has(token.key));
}

/** "on the first morning 218 trucks": a figure after a noun belongs to what follows. */
function isCountAfterNoun(token: Token, previous: Token | undefined): boolean {
  return token.kind === 'figure' && previous?.kind === 'plain';
}

/** Drops the words that say least, never the first or the last, until there are few enough. */
function shortened(tokens: readonly Token[], most: number): Token[] {
  const left = [...tokens];
  while (lengthOf(left) > most && left.length > 2) {
    let least = 1;
    for (let index = 1; index < left.length - 1; index += 1) {
      if (missedBy(left, index) < missedBy(left, least)) least = index;
    }
    left.splice(least, 1);
  }
  return left;
}

/** How much a row misses a word. A small word next to a figure is part of it. */
function missedBy(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (token === undefined) return Number.POSITIVE_INFINITY;
  return token.kind === 'small' && (isCount(tokens[index - 1]) || isCount(tokens[index + 1])) ? 2 : token.worth;
}

/** "40 → 4" for "from 40 to 4", which saves a word. */
function withRange(tokens: readonly Token[], { range: [from, to] }: Vocabulary): Token[] {
  const start = tokens.findIndex(({ key }, index) => key === from && isCount(tokens[index + 1]));
  if (start === -1) return [...tokens];
  // "30 → 4", "30 → none"
  const isEnd = (token: Token | undefined): boolean => isCount(token) || token?.kind === 'negation';
  const end = tokens.findIndex(({ key }, index) => index > start && key === to && isEnd(tokens[index + 1]));
  if (end === -1) return [...tokens];
  return tokens.flatMap((token, index) => {
    if (index === start) return [];
    return index === end ? [{ ...token, text: '→', key: '→', stem: '→', worth: 2 }] : [token];
  });
}

/** "25 of them" → "25" */
function withoutOfThem(tokens: readonly Token[], { bonds, pronouns }: Vocabulary): Token[] {
  const isOf = (index: number) =>
    isCount(tokens[index - 1]) && bonds.has(tokens[index]?.key ?? '') && pronouns.has(tokens[index + 1]?.key ?? '');
  return tokens.filter((_, index) => !isOf(index) && !isOf(index - 1));
}

/** Without a conjunction at the start, and without function words at the end. */
export function trimmed(tokens: readonly Token[], vocabulary: Vocabulary): Token[] {
  const { small, conjunctions } = vocabulary;
  let end = tokens.length;
  while (end > 0) {
    const last = tokens[end - 1];
    if (last === undefined || isTelling(last) || !small.has(last.key) || closesClause(last, vocabulary)) break;
    end -= 1;
  }
  return tokens.slice(conjunctions.has(tokens[0]?.key ?? '') ? 1 : 0, end);
}

/** Whether a clause ends in this word and means something else without it: "stimmte nicht", "brach ab". */
function closesClause({ kind, key, ends }: Token, { particles }: Vocabulary): boolean {
  return ends !== 'nothing' && (kind === 'negation' || particles.has(key));
}

export function lengthOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { words }) => sum + words, 0);
}

export function textOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ text, isGlued, isApart }, index) =>
      index === 0 || isGlued ? text : `${isApart === true ? ',' : ''} ${text}`,
    )
    .join('');
}

export function capitalized(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
