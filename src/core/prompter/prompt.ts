import type { Plan } from './plan.ts';
import type { Session } from './session.ts';
import type { Direction } from '../stories/direction.ts';
import type { FollowUp, OutlineSection } from '../stories/model.ts';

/** What the prompter shows, its clock, and what it showed before. */
export interface SessionState extends SessionSnapshot {
  /** The ids of the stories that were on the prompter before, the last one first. */
  recent: string[];
  /** The story that the key on (1) or back (-1) opens if it is pressed again; null for none. */
  offer: { name: string; step: 1 | -1 } | null;
}

/** What the prompter shows, and its clock. */
export interface SessionSnapshot {
  /** The story on the prompter; null if there isn't one. */
  prompt: Prompt | null;
  plan: Plan;
  session: Session;
  /** The rehearsal shown in place of the prompter's own session: question `at` (from 0) of `of`. Null without one. */
  rehearsing: { phase: 'thinking' | 'speaking' | 'followUp'; at: number; of: number } | null;
  /** The services' monotonic clock when this was sent, in milliseconds; views continue from it. */
  sentAtMs: number;
}

/** What the prompter shows of a story or one of its variants. */
export interface Prompt {
  storyId: string;
  /** Index among the story's variants; null for the story itself. */
  variant: number | null;
  variantTitle: string | null;
  /** What V shows next; null for a story without variants. */
  nextVariant: NextVariant | null;
  group: string | null;
  title: string;
  /** The title for places with little room (see short-names.ts). */
  name: string;
  /** The question of the alternate, if one is shown. */
  question: string | null;
  /** That question for places with little room. */
  shortQuestion: string | null;
  /** Index among the story's alternates; null if the story is shown for its own question. */
  alternate: number | null;
  /** How many other questions the story answers. */
  alternates: number;
  /** Whether the outline was made from the answer because the file has none. */
  derived: boolean;
  /** The outline, with the alternate's own sections in their places. */
  sections: OutlineSection[];
  /** Of the story as a whole, so that a row that begins with a foreign name is aligned like the others. */
  direction: Direction;
  /** Whether the story is in no file any more, and is shown as it was last. */
  isGone: boolean;
  /** What may be asked after the answer: the alternate’s follow-ups, then the story’s. Not part of the plan. */
  followUps: FollowUp[];
  /** Index of the follow-up on the reading line, after the last row; null for none. */
  reached: number | null;
  /** Index of the follow-up whose prepared answer is shown in place of the outline; null for none. */
  followUp: number | null;
}

export interface NextVariant {
  /** Null for the story itself. */
  title: string | null;
  /** Whether its text takes less time than the one shown. */
  isShorter: boolean;
  /** How long its text takes at the speaking rate; null without a full answer. */
  estimateMs: number | null;
}
