import type { AnswerSection, OutlineSection, SectionKind } from '../stories/model.ts';
import { fadeText, type FadeLevel } from './fade.ts';

export interface StageSection {
  kind: SectionKind;
  label: string;
  rows: StageRow[];
}

export interface StageRow {
  /** The outline item's id, so that a row stays the same while its level changes; in the full answer one of its own. */
  id: string;
  /** Empty where nothing is shown. */
  text: string;
  depth: number;
}

/**
 * What the stage shows at a level: the answer's paragraphs at `full`, the outline faded otherwise. A story
 * without a full answer shows its outline at `full` too. A peek shows the same rows at `outline`.
 */
export function stageText(outline: OutlineSection[], answer: AnswerSection[], level: FadeLevel): StageSection[] {
  if (level === 'full' && answer.length > 0) return answer.map(answerOnStage);
  return outline.map(({ kind, label, items }) => ({
    kind,
    label,
    rows: items.map(({ id, text, depth }) => ({ id, depth, text: fadeText(text, level) })),
  }));
}

function answerOnStage({ kind, label, text }: AnswerSection, index: number): StageSection {
  const paragraphs = text.split(/\n{2,}/u).filter((paragraph) => paragraph.trim() !== '');
  const rows = paragraphs.map((paragraph, row) => ({ id: `answer-${index}-${row}`, text: paragraph, depth: 0 }));
  return { kind, label, rows };
}
