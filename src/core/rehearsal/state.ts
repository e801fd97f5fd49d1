import * as v from 'valibot';
import type { Plan } from '../prompter/plan.ts';
import type { Prompt } from '../prompter/prompt.ts';
import type { AnswerSection, Problem } from '../stories/model.ts';
import type { MockSheet, Ask } from './questions.ts';
import type { ProgressOverview, SeriesRun } from './statistics.ts';
import type { LearnedRate } from './pace-learned.ts';
import type { Rating } from './rating.ts';
import type { RunRecord } from './record.ts';
import type { RehearsalRun } from './run.ts';
import type { DueStory } from './schedule.ts';

/** A rehearsal or a mock interview that is under way. Plain data. */
export interface RehearsalState {
  kind: 'rehearsal' | 'mock';
  /** All questions, in order, and the place of the present one. */
  asks: Ask[];
  at: number;
  /**
   * `answer`: the run of the present question (thinking or speaking); `followUp`: its follow-up is asked, answered
   * without a plan; `result`: the sheet of the run that ended; `sheet`: the end of a mock interview.
   */
  step: 'answer' | 'followUp' | 'result' | 'sheet';
  /** The story of the present question, unfaded; its `question` is the asked one. */
  prompt: Prompt;
  answer: AnswerSection[];
  plan: Plan;
  run: RehearsalRun;
  /** When the follow-up was asked, on the services' clock; null elsewhere. */
  followUpAtMs: number | null;
  /** At the step `result` only. */
  result: RunResult | null;
  /** At the step `sheet` only. */
  sheet: MockSheet | null;
  /** The services' monotonic clock when this was sent, in milliseconds. */
  sentAtMs: number;
}

/** Where a rehearsal is: the place of the question, and what of it is shown. For calls. */
export const askPlace = v.strictObject({
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  step: v.picklist(['answer', 'followUp', 'result', 'sheet']),
});
export type AskPlace = v.InferOutput<typeof askPlace>;

/** A run that ended, as its sheet shows it. */
export interface RunResult {
  /** As it would be logged now. */
  record: RunRecord;
  /** Why `record.suggested` is what it is. */
  reasons: string[];
  /** In how many days the story would be due again after each rating; 0 is today. */
  daysByRating: Record<Rating, number>;
  /** Earlier runs of the story in the order of time, the latest 30. */
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
