import type { Plan } from './plan.ts';
import type { Session } from './session.ts';
import type { AnswerSection, OutlineSection } from '../stories/model.ts';

/** What is on the prompter, and its clock. */
export interface SessionState {
  /** The story on the prompter; null where there is none. */
  prompt: Prompt | null;
  plan: Plan;
  session: Session;
  /** The run, or its follow-up, that is on the prompter in place of its own session, and its place; null for none. */
  rehearsing: { phase: 'thinking' | 'speaking' | 'followUp'; at: number; of: number } | null;
  /** The services' monotonic clock when this was sent, in milliseconds: views count on from it. */
  sentAtMs: number;
}

/** What the prompter shows of a story or one of its variants. */
export interface Prompt {
  storyId: string;
  /** Index among the story's variants; null for the story itself. */
  variant: number | null;
  variantTitle: string | null;
  group: string | null;
  title: string;
  /** The alternate's, where one is shown. */
  question: string | null;
  /** Index among the story's alternates; null where the story is shown for its own question. */
  alternate: number | null;
  /** The alternate's notes, shown above the outline; no part of the plan. */
  notes: AnswerSection[];
  /** Made from the answer, because the file has no outline. */
  derived: boolean;
  sections: OutlineSection[];
}
