import type { Aside } from '../stories/model.ts';

/** A question from a list in the person’s files that has no answer of its own. Plain data. */
export interface BankQuestion {
  question: string;
  file: string;
  line: number;
  /** The written story that answers it best, if one answers it well; else null: it was asked, but not answered. */
  storyId: string | null;
}

/** The questions of the lists in these files, in their order; one that comes again, in any case or spacing, once. */
export function bankQuestions(asides: readonly Aside[]): Omit<BankQuestion, 'storyId'>[] {
  const found = new Map<string, Omit<BankQuestion, 'storyId'>>();
  for (const { file, line, endLine, text } of asides.filter(({ kind }) => kind === 'questions')) {
    const questions = text.split('\n');
    // Questions over several lines, or with blank lines between them, can’t be told apart by line.
    const isLineEach = questions.length === endLine - line + 1;
    for (const [index, each] of questions.entries()) {
      const question = each.trim();
      const key = question.toLowerCase().replace(/\s+/gu, ' ');
      if (key !== '' && !found.has(key)) found.set(key, { question, file, line: isLineEach ? line + index : line });
    }
  }
  return [...found.values()];
}
