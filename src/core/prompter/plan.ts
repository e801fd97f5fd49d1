import { apportion, sum } from './apportion.ts';
import { countWords, recommendedShares, spokenMs } from './pace.ts';
import type { AnswerSection, OutlineItem, OutlineSection, SectionKind } from '../stories/model.ts';

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
  /** Whole milliseconds, above zero. */
  targetMs: number;
  wordsPerMinute: number;
  /**
   * `words` weighs a section by its full answer; `shares` by the recommended split. `runs` is what `planByLearned`
   * makes of a plan by words.
   */
  by: 'words' | 'shares' | 'runs';
}

/** No row is shorter than this, since an eye needs about a second to find and read a bullet. */
const shortestRowMs = 1000;

/**
 * Spreads the target over the outline, in whole milliseconds and without a gap: the first row starts at 0,
 * the last ends at the target. A section weighs what is really said in it (the words of its full answer),
 * else its recommended share; within it the rows weigh their own words. Where the target is too short for
 * a second a row, all rows get the same. A section without rows gets no time.
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

/** A row's words; a row of none (an arrow, a picture) is looked at all the same. */
function itemWeight(item: OutlineItem): number {
  return Math.max(1, countWords(item.text));
}

function estimate(answer: AnswerSection[], wordsPerMinute: number): number | null {
  const words = sum(answer.map((section) => section.words));
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
  const outlineWords = outline.map((section) => sum(section.items.map(itemWeight)));
  const total = new Map<SectionKind, number>();
  for (const [index, section] of outline.entries())
    total.set(section.kind, (total.get(section.kind) ?? 0) + (outlineWords[index] ?? 0));
  return outline.map((section, index) => {
    const own = outlineWords[index] ?? 0;
    return own === 0 ? 0 : (amountOf(section.kind) * own) / (total.get(section.kind) ?? own);
  });
}
