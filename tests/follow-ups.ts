import type { FollowUp } from '../src/core/stories/model.ts';

/** Follow-up questions without an answer. */
export function followUps(...questions: string[]): FollowUp[] {
  return questions.map((question) => ({ question, answer: '', line: 1 }));
}
