import * as v from 'valibot';
import type { Plan } from '../prompter/plan.ts';
import type { AnswerSection, OutlineSection, Problem } from '../stories/model.ts';
import type { MockSheet, Ask } from './questions.ts';
import type { ProgressOverview, SeriesRun } from './statistics.ts';
import type { LearnedRate } from './pace-learned.ts';
import type { Rating } from './rating.ts';
import type { RunRecord } from './record.ts';
import type { EndedRun, OpenRun } from './run.ts';
import type { DueStory } from './schedule.ts';

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
  /** The story as it was when the question was asked, unfaded. */
  outline: OutlineSection[];
  answer: AnswerSection[];
  plan: Plan;
}

/** The follow-up was asked when the run ended. It is answered without a plan. */
export interface FollowUpState extends SeriesPlace {
  step: 'followUp';
  ask: Ask;
  run: EndedRun;
}

export interface ResultState extends SeriesPlace {
  step: 'result';
  ask: Ask;
  run: EndedRun;
  outline: OutlineSection[];
  result: RunResult;
}

/** The end of a mock interview. */
export interface SheetState extends SeriesPlace {
  step: 'sheet';
  sheet: MockSheet;
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
  /** In how many days the story would be due again after each rating; 0 is today. */
  daysByRating: Record<Rating, number>;
  /** The latest 30 earlier runs of the story, oldest first. */
  earlier: SeriesRun[];
}

/** What the progress view shows. */
export interface Progress extends ProgressOverview {
  log: PracticeLogState;
  /** The person's own words a minute; null where it isn't known, or is what the setting says. */
  rate: LearnedRate | null;
  /** The setting: the day of the interview as `2026-11-22`. */
  interview: string | null;
  /** As `2026-11-22`, in the person's own time. */
  today: string;
}

/** How a story was rehearsed. */
export interface StoryPractice {
  /** In the order of time, the latest 200. */
  series: SeriesRun[];
  best: SeriesRun | null;
  /** From how many good runs the plan by one's own pace would be made; null where there are too few. */
  learned: number | null;
  due: DueStory;
}

/** What a person is shown of the log itself. */
export interface PracticeLogState {
  /** Where it lies. */
  file: string;
  runs: number;
  /** Entries that the disk didn't take yet. They count all the same and are tried again. */
  pending: number;
  /** Why they are pending, as the second half of a sentence; null when none is. */
  why: string | null;
  /** Lines that can't be read, the first hundred of them, and how many there are in all. */
  problems: Problem[];
  unreadable: number;
  /** Lines of a later program. */
  unknown: number;
}
