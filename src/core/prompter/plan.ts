import type { AnswerSection, OutlineItem, OutlineSection, SectionKind } from '../stories/model.ts';

/** When each outline row begins and ends. All times are milliseconds from the start. */
export interface Plan {
  targetMs: number;
  /** How long the full answer takes at the speaking rate; null without a full answer. */
  estimateMs: number | null;
  /** One for each section of the outline, in the same order. */
  sections: PlanSection[];
  rows: PlanRow[];
}

export interface PlanSection {
  kind: SectionKind;
  label: string;
  startMs: number;
  endMs: number;
}

export interface PlanRow {
  id: string;
  startMs: number;
  endMs: number;
}

export interface PlanOptions {
  /** Whole milliseconds, above zero. */
  targetMs: number;
  wordsPerMinute: number;
  /**
   * `words` weighs a section by its full answer, `shares` by the recommended split. `runs` starts as a plan by words,
   * which `planByLearned` then adapts.
   */
  by: 'words' | 'shares' | 'runs';
}

/** The shortest row: finding and reading a bullet takes about a second. */
const shortestRowMs = 1000;

/**
 * Spreads the target over the outline, in whole milliseconds and without gaps: the first row starts at 0, the last
 * ends at the target. A section weighs as much as its full answer has words, else its recommended share; within the
 * section, rows weigh their own words. If the target is too short for a second per row, all rows get the same. A
 * section without rows gets no time.
 */
export function makePlan(outline: OutlineSection[], answer: AnswerSection[], options: PlanOptions): Plan {
  const { targetMs } = options;
  const rowCounts = outline.map((section) => section.items.length);
  const crowded = targetMs < sum(rowCounts) * shortestRowMs;
  const rowMinimumMs = crowded ? 0 : shortestRowMs;
  const sectionLengths = apportion(
    targetMs,
    crowded ? rowCounts : sectionWeights(outline, answer, options.by),
    rowCounts.map((count) => count * rowMinimumMs),
  );

  const plan: Plan = { targetMs, estimateMs: estimate(answer, options.wordsPerMinute), sections: [], rows: [] };
  let reachedMs = 0;
  for (const [index, section] of outline.entries()) {
    const startMs = reachedMs;
    const rowLengths = apportion(
      sectionLengths[index] ?? 0,
      section.items.map((item) => (crowded ? 1 : itemWeight(item))),
      section.items.map(() => rowMinimumMs),
    );
    for (const [rowIndex, item] of section.items.entries()) {
      const rowStartMs = reachedMs;
      reachedMs += rowLengths[rowIndex] ?? 0;
      plan.rows.push({ id: item.id, startMs: rowStartMs, endMs: reachedMs });
    }
    plan.sections.push({ kind: section.kind, label: section.label, startMs, endMs: reachedMs });
  }
  return plan;
}

/** The number of words, at least 1: the eye also rests on a row without words (an arrow, an emoji). */
function itemWeight(item: OutlineItem): number {
  return Math.max(1, countWords(item.text));
}

function estimate(answer: AnswerSection[], wordsPerMinute: number): number | null {
  const words = sum(answer.map((section) => section.words));
  return words > 0 ? spokenMs(words, wordsPerMinute) : null;
}

/** The weight of each outline section. One without rows weighs nothing, since nobody could see its time pass. */
function sectionWeights(outline: OutlineSection[], answer: AnswerSection[], by: PlanOptions['by']): number[] {
  const shares = splitByOutlineWords(outline, ({ kind }) => recommendedShares[kind]);
  if (by === 'shares') return shares;
  const words = splitByOutlineWords(outline, wordsByShownKind(outline, answer));
  let wordsKnown = 0;
  let sharesOfKnown = 0;
  for (const [index, count] of words.entries()) {
    if (count > 0) {
      wordsKnown += count;
      sharesOfKnown += shares[index] ?? 0;
    }
  }
  if (wordsKnown === 0) return shares;
  // A section that the answer lacks gets its share, converted to words.
  const wordsPerShare = wordsKnown / sharesOfKnown;
  return words.map((count, index) => (count > 0 ? count : (shares[index] ?? 0) * wordsPerShare));
}

/**
 * The number of words for each kind that has rows. The words of a kind without rows are said while the rows before it
 * are on screen, so those rows get its time.
 */
function wordsByShownKind(outline: OutlineSection[], answer: AnswerSection[]): (section: OutlineSection) => number {
  const shown = new Set(outline.filter((section) => section.items.length > 0).map(sectionKey));
  const words = new Map<string, number>();
  let home = answer.map(sectionKey).find((key) => shown.has(key));
  for (const section of answer) {
    const key = sectionKey(section);
    if (shown.has(key)) home = key;
    if (home !== undefined) words.set(home, (words.get(home) ?? 0) + section.words);
  }
  return (section) => words.get(sectionKey(section)) ?? 0;
}

/** What sections of the same kind share. Those of another framework, such as “Move”, are each a kind of their own. */
export function sectionKey({ kind, label }: Pick<PlanSection, 'kind' | 'label'>): string {
  return kind === 'other' ? `${kind} ${label.toLowerCase()}` : kind;
}

/**
 * Gives each outline section the amount of its kind. Sections of the same kind divide it by the words of their rows.
 */
function splitByOutlineWords(outline: OutlineSection[], amountOf: (section: OutlineSection) => number): number[] {
  const outlineWords = outline.map((section) => sum(section.items.map(itemWeight)));
  const total = new Map<string, number>();
  for (const [index, section] of outline.entries()) {
    const key = sectionKey(section);
    total.set(key, (total.get(key) ?? 0) + (outlineWords[index] ?? 0));
  }
  return outline.map((section, index) => {
    const own = outlineWords[index] ?? 0;
    return own === 0 ? 0 : (amountOf(section) * own) / (total.get(sectionKey(section)) ?? own);
  });
}

/** Tolerance for rounding down, so that a sum of fractions of 23999.999999999996 counts as 24000. */
const epsilon = 1e-6;

/**
 * Splits a whole total into whole parts in proportion to `weights`, no part below its (whole) minimum. A part of
 * weight 0 gets just its minimum. The minimums must not add up to more than the total. The remainder from rounding
 * down goes to the first weighted parts, one each, so the parts add up exactly to the total (if any weight is above
 * zero).
 */
export function apportion(total: number, weights: readonly number[], minimums: readonly number[]): number[] {
  const parts = exactParts(total, weights, minimums).map((part) => Math.floor(part + epsilon));
  let over = total - sum(parts);
  return parts.map((part, index) => {
    if (over <= 0 || (weights[index] ?? 0) === 0) return part;
    over -= 1;
    return part + 1;
  });
}

/**
 * The parts before rounding. Those that would be too short get their minimum, and the rest is split again among the
 * others until none is too short. Each round settles at least one part, so the loop ends.
 */
function exactParts(total: number, weights: readonly number[], minimums: readonly number[]): number[] {
  const parts = minimums.slice();
  let open = [...weights.keys()].filter((index) => (weights[index] ?? 0) > 0);
  let left = total - sum(minimums.filter((_, index) => (weights[index] ?? 0) === 0));
  for (;;) {
    const perWeight = left / sum(open.map((index) => weights[index] ?? 0));
    const partOf = (index: number): number => (weights[index] ?? 0) * perWeight;
    const isShort = (index: number): boolean => partOf(index) < (minimums[index] ?? 0);
    const short = open.filter(isShort);
    if (short.length === 0) {
      for (const index of open) parts[index] = partOf(index);
      return parts;
    }
    left -= sum(short.map((index) => minimums[index] ?? 0));
    open = open.filter((index) => !isShort(index));
  }
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The rate of an unhurried speaker: the middle of the 140–150 that speech trainers recommend for English. */
export const defaultWordsPerMinute = 145;

/**
 * The share of an answer that each section should take: the split that interview coaches recommend for STAR answers,
 * where your own actions get more than half. `other` is text without a label, or under one of another framework.
 */
export const recommendedShares: Readonly<Record<SectionKind, number>> = {
  situation: 0.2,
  task: 0.1,
  action: 0.55,
  result: 0.1,
  reflection: 0.05,
  other: 0.1,
};

/** Counts words as a speaker would: runs of letters or digits, but no lone dash or bullet. */
export function countWords(text: string): number {
  let words = 0;
  /** Whether the current run of characters has been counted. */
  let counted = false;
  // Character by character for speed, since the reader counts every word of every file.
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) counted = false;
    else if (!counted && isLetterOrDigit(text, at, code)) {
      counted = true;
      words += 1;
    }
  }
  return words;
}

function isSpace(code: number): boolean {
  if (code > 127) return /\s/u.test(String.fromCharCode(code));
  return code === 32 || (code >= 9 && code <= 13);
}

function isLetterOrDigit(text: string, at: number, code: number): boolean {
  if (code > 127) return /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? code));
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** How long it takes to say `words` words at `wordsPerMinute`, in whole milliseconds. */
export function spokenMs(words: number, wordsPerMinute: number): number {
  return Math.round((words * 60_000) / wordsPerMinute);
}
