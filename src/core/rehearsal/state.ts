import * as v from 'valibot';
import type { Plan } from '../prompter/plan.ts';
import type { Direction } from '../stories/direction.ts';
import type { AnswerSection, OutlineSection, Problem } from '../stories/model.ts';
import type { FadeLevel } from './fade.ts';
import type { FollowUpRun } from './follow-up.ts';
import type { Ask } from './questions.ts';
import type { GivenAnswer, SeriesSummary } from './summary.ts';
import type { ProgressOverview, SeriesRun } from './statistics.ts';
import type { LearnedRate } from './pace-learned.ts';
import type { Rating } from './rating.ts';
import type { RunRecord } from './record.ts';
import type { EndedRun, OpenRun } from './run.ts';
import type { DueStory, NextRun } from './due.ts';

/** The rehearsal or mock interview in progress, as views see it. Plain data. */
export type RehearsalState = AnswerState | FollowUpState | ResultState | SheetState;

/** What every step has in common. */
interface SeriesPlace {
  kind: 'rehearsal' | 'mock';
  /** The index of the current question, and how many there are. */
  at: number;
  of: number;
  /** The services’ monotonic clock when this was sent, in milliseconds. */
  sentAtMs: number;
}

/** The person thinks about the question, or answers it. */
export interface AnswerState extends SeriesPlace {
  step: 'answer';
  ask: Ask;
  run: OpenRun;
  /** The story as it was when the question was asked, unfaded; for an alternate with its own sections. */
  outline: OutlineSection[];
  answer: AnswerSection[];
  /** Of the story as a whole. */
  direction: Direction;
  plan: Plan;
  /** In a mock interview, the story that the person chose for the question; null before that. */
  chosenId: string | null;
  /** The answer before is rated, and `undo` leads back to it. */
  canGoBack: boolean;
  /** The run before this one was discarded, and `undo` brings it back. */
  canRestore: boolean;
}

/** The follow-up was asked when the run ended. It is answered without a plan. */
export interface FollowUpState extends SeriesPlace {
  step: 'followUp';
  ask: Ask;
  run: EndedRun;
  followUp: FollowUpRun;
  /** The prepared answer, hidden until the person peeks; empty without one. */
  prepared: string;
}

export interface ResultState extends SeriesPlace {
  step: 'result';
  ask: Ask;
  run: EndedRun;
  outline: OutlineSection[];
  result: RunResult;
}

/** The end of a rehearsal or a mock interview. */
export interface SheetState extends SeriesPlace {
  step: 'sheet';
  sheet: SeriesSummary;
  /** As while answering. */
  canGoBack: boolean;
}

/** What stays the same from question to question of a rehearsal, besides its stories. Plain data. */
export interface RehearsalRound {
  asks: readonly Ask[];
  /** What became of each question so far. */
  answers: readonly GivenAnswer[];
  options: FlowOptions;
}

export interface FlowOptions {
  thinkMs: number;
  level: FadeLevel;
  /** Null: each story’s own, else the person’s. */
  targetMs: number | null;
}

/** Where a rehearsal is: the index of the question, and the step. For calls. */
export const askPlace = v.strictObject({
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  step: v.picklist(['answer', 'followUp', 'result', 'sheet']),
});
export type AskPlace = v.InferOutput<typeof askPlace>;

/** The result of a run. */
export interface RunResult {
  /** As the log would have it now. */
  record: RunRecord;
  /** Why `record.suggested` is what it is. */
  reasons: string[];
  /** When the story would be due again after each rating. Null while the log can’t be read. */
  nextByRating: Record<Rating, NextRun> | null;
  /** The latest 30 earlier runs of the story, oldest first. */
  earlier: SeriesRun[];
}

/** What the progress view shows. */
export interface Progress extends ProgressOverview {
  log: PracticeLogState;
  /** The person’s own words a minute; null if unknown, or the same as the setting. */
  rate: LearnedRate | null;
  /** As `2026-11-22`, in the person’s time zone. */
  today: string;
}

/** A story’s rehearsals. */
export interface StoryPractice {
  /** The latest 200, oldest first. */
  series: SeriesRun[];
  best: SeriesRun | null;
  /** How many good runs a plan by the person’s own pace would use; null if there are too few. */
  learned: number | null;
  due: DueStory;
}

/** What a person sees of the log itself. */
export interface PracticeLogState {
  /** Its path. */
  file: string;
  runs: number;
  /** Entries that the disk didn’t take yet. They count anyway, and the log tries again. */
  pending: number;
  /** Why they are pending, as the second half of a sentence; null if none are. */
  why: string | null;
  /** The first hundred lines that can’t be read, and how many there are. */
  problems: Problem[];
  unreadable: number;
  /** Lines from a newer program. */
  unknown: number;
}
