import { countWords, recommendedShares, spokenMs } from './pace.ts';
import type { AnswerSection, OutlineSection, SectionKind } from './stories/model.ts';

/** Every outline row's place on the way to the target. All times are milliseconds from the start. */
export interface Plan {
  targetMs: number;
  /** What the full answer takes at the speaking rate; null where there is no full answer to count. */
  estimateMs: number | null;
  /** One for each outline section, in its order. */
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
  targetMs: number;
  wordsPerMinute: number;
  /** `words` weighs a section by its full answer; `shares` by the recommended split. */
  by: 'words' | 'shares';
}

/** No row is shorter than this, since an eye needs about a second to find and read a bullet. */
const shortestRowMs = 1000;

/**
 * Spreads the target over the outline. A section weighs what is really said in it (the words of its
 * full answer), else its recommended share; within it the rows weigh their own words. Where the target
 * is too short for a second a row, all rows get the same.
 */
export function makePlan(outline: OutlineSection[], answer: AnswerSection[], options: PlanOptions): Plan {
  const { targetMs } = options;
  const rowCount = outline.reduce((sum, section) => sum + section.items.length, 0);
  const rowMinimumMs = Math.min(shortestRowMs, targetMs / Math.max(1, rowCount));
  const sectionLengths = fill(
    sectionWeights(outline, answer, options.by),
    outline.map((section) => section.items.length * rowMinimumMs),
    targetMs,
  );

  const plan: Plan = { targetMs, estimateMs: estimate(answer, options.wordsPerMinute), sections: [], rows: [] };
  let reachedMs = 0;
  for (const [index, section] of outline.entries()) {
    const startMs = wholeMs(reachedMs);
    const lengths = fill(
      section.items.map((item) => Math.max(1, countWords(item.text))),
      section.items.map(() => rowMinimumMs),
      sectionLengths[index] ?? 0,
    );
    for (const [rowIndex, item] of section.items.entries()) {
      const rowStartMs = wholeMs(reachedMs);
      reachedMs += lengths[rowIndex] ?? 0;
      plan.rows.push({ id: item.id, startMs: rowStartMs, endMs: wholeMs(reachedMs) });
    }
    plan.sections.push({ kind: section.kind, label: section.label, startMs, endMs: wholeMs(reachedMs) });
  }
  return plan;
}

/** Whole milliseconds; the crumb keeps sums of fractions such as 2999.9999999 on their side of the mark. */
function wholeMs(ms: number): number {
  return Math.floor(ms + 1e-6);
}

function estimate(answer: AnswerSection[], wordsPerMinute: number): number | null {
  const words = answer.reduce((sum, section) => sum + section.words, 0);
  return words > 0 ? spokenMs(words, wordsPerMinute) : null;
}

/** A weight for each outline section; one without rows weighs nothing, since nobody could see its time pass. */
function sectionWeights(outline: OutlineSection[], answer: AnswerSection[], by: PlanOptions['by']): number[] {
  const shares = splitByOutlineWords(outline, (kind) => recommendedShares[kind]);
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
  // A section that the answer doesn't tell gets its share, in the same coin as the others' words.
  const wordsPerShare = wordsKnown / sharesOfKnown;
  return words.map((count, index) => (count > 0 ? count : (shares[index] ?? 0) * wordsPerShare));
}

/**
 * The words said for each kind that has rows. What is said under a kind without rows is said while the
 * rows before it are on screen, so they get its time.
 */
function wordsByShownKind(outline: OutlineSection[], answer: AnswerSection[]): (kind: SectionKind) => number {
  const shown = new Set(outline.filter((section) => section.items.length > 0).map((section) => section.kind));
  const words = new Map<SectionKind, number>();
  let home = answer.find((section) => shown.has(section.kind))?.kind;
  for (const section of answer) {
    if (shown.has(section.kind)) home = section.kind;
    if (home !== undefined) words.set(home, (words.get(home) ?? 0) + section.words);
  }
  return (kind) => words.get(kind) ?? 0;
}

/** Gives each outline section its kind's amount; where a kind comes twice, in proportion to the rows' words. */
function splitByOutlineWords(outline: OutlineSection[], amountOf: (kind: SectionKind) => number): number[] {
  const outlineWords = outline.map((section) =>
    section.items.reduce((sum, item) => sum + Math.max(1, countWords(item.text)), 0),
  );
  const total = new Map<SectionKind, number>();
  for (const [index, section] of outline.entries())
    total.set(section.kind, (total.get(section.kind) ?? 0) + (outlineWords[index] ?? 0));
  return outline.map((section, index) => {
    const own = outlineWords[index] ?? 0;
    return own === 0 ? 0 : (amountOf(section.kind) * own) / (total.get(section.kind) ?? own);
  });
}

/**
 * Splits `total` in proportion to `weights`, no part below its minimum: parts that would fall short are
 * set to their minimum and the rest is split again over the others.
 */
function fill(weights: number[], minimums: number[], total: number): number[] {
  const lengths = minimums.slice();
  let open = weights.map((_, index) => index).filter((index) => (weights[index] ?? 0) > 0);
  let left = total - lengths.reduce((sum, length, index) => (open.includes(index) ? sum : sum + length), 0);
  while (open.length > 0) {
    const weight = open.reduce((sum, index) => sum + (weights[index] ?? 0), 0);
    const lengthOf = (index: number): number => (left * (weights[index] ?? 0)) / weight;
    const short = open.filter((index) => lengthOf(index) < (minimums[index] ?? 0));
    if (short.length === 0) {
      for (const index of open) lengths[index] = lengthOf(index);
      break;
    }
    for (const index of short) left -= minimums[index] ?? 0;
    open = open.filter((index) => !short.includes(index));
  }
  return lengths;
}
