import { makePlan, type Plan } from '../../../src/core/prompter/plan.ts';
import type { AnswerSection, OutlineSection, SectionKind } from '../../../src/core/stories/model.ts';

/** Meaningless words, for texts of a given length. */
export function wordsOf(count: number): string {
  return Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
}

/** An outline section with a row for each text; a number makes a text of that many words. */
export function shown(kind: SectionKind, ...texts: (string | number)[]): OutlineSection {
  const items = texts.map((text, index) => ({
    id: `${kind}-${index}-${text}`,
    text: typeof text === 'number' ? wordsOf(text) : text,
    depth: 0,
    line: index + 1,
  }));
  return { kind, label: kind, items };
}

/** A section of the full answer with that many words. */
export function said(kind: SectionKind, words: number): AnswerSection {
  return { kind, label: kind, text: wordsOf(words), words, line: 1 };
}

/** A plan with just rows, from their ids and lengths. */
export function planOfRows(rows: [id: string, lengthMs: number][]): Plan {
  const plan: Plan = { targetMs: 0, estimateMs: null, sections: [], rows: [] };
  for (const [id, lengthMs] of rows) {
    plan.rows.push({ id, startMs: plan.targetMs, endMs: plan.targetMs + lengthMs });
    plan.targetMs += lengthMs;
  }
  plan.sections.push({ kind: 'other', label: '', startMs: 0, endMs: plan.targetMs });
  return plan;
}

/** A plan as the program makes it by default. */
export function planFor(outline: OutlineSection[], targetMs: number, answer: AnswerSection[] = []): Plan {
  return makePlan(outline, answer, { targetMs, wordsPerMinute: 145, by: 'words' });
}
