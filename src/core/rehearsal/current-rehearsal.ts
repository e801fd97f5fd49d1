import type { Plan } from '../prompter/plan.ts';
import type { SessionSnapshot } from '../prompter/prompt.ts';
import type { Session } from '../prompter/session.ts';
import type { Story } from '../stories/model.ts';
import type { FollowUpRun } from './follow-up.ts';
import type { Ask } from './questions.ts';
import type { Rating } from './rating.ts';
import type { RunRecord } from './record.ts';
import type { RunAction } from './reduce-run.ts';
import type { Flow } from './rehearsal-flow.ts';
import type { OpenRun } from './run.ts';
import type { AskPlace, FlowOptions, RehearsalRound, RehearsalState } from './state.ts';

/** The current step, with the run while the person thinks or speaks. */
export type Present =
  | { step: 'answer'; run: OpenRun; plan: Plan }
  | { step: 'followUp'; followUp: FollowUpRun; isPrepared: boolean }
  | { step: Exclude<RehearsalState['step'], 'answer' | 'followUp'> };

/** The rehearsal in progress; there is at most one. */
export interface Rehearsal {
  state: () => RehearsalState | null;
  /** What the prompter shows from the question to the end of its follow-up; null while it shows its own story. */
  prompter: () => SessionSnapshot | null;
  /** Where the rehearsal is; null without one. */
  present: () => Present | null;
  /** What stays the same from question to question; null without a rehearsal. */
  round: () => RehearsalRound | null;
  /** The story of the current question; null without a rehearsal, and once its run has its result. */
  storyId: () => string | null;
  /** Goes on with a rehearsal that another program had. */
  adopt: (flow: Flow) => void;
  /** Drops the rehearsal without a word: another program goes on with it. */
  drop: () => void;
  /** The clock of the open run or its follow-up, as it was last set: time alone doesn’t change it. */
  runClock: () => Session | null;
  /** Starts with the first question whose story still exists. Throws a sentence if there isn’t one. */
  start: (kind: RehearsalState['kind'], asks: readonly Ask[], options: FlowOptions) => Promise<void>;
  /**
   * Returns whether it changed anything. `undo` also goes back to the answer before, while nothing of the next one is
   * said. Like `next`, `repeat` and `end`, throws a sentence without a rehearsal.
   */
  act: (action: RunAction) => boolean;
  /** Takes this story for the question of an interview. Throws a sentence outside of one, or after the first mark. */
  choose: (story: Story) => void;
  /** Rates an answer on the sheet, by its place. Throws a sentence for a question without one. */
  rate: (at: number, rating: Rating | null) => Promise<void>;
  /**
   * From the follow-up to the result, then to the next question, after the last one to the sheet; from there to the
   * answers that went badly, or to the end. An interview leaves the results out. Given the place that the caller wants to
   * leave, does nothing if the rehearsal already left it.
   */
  next: (from?: AskPlace) => Promise<void>;
  repeat: () => Promise<void>;
  /** Asks again without keeping the run, which `undo` brings back until a mark is set. False before the first word. */
  discard: () => boolean;
  /** Ends with the current question: at the sheet, if anything was answered. */
  end: () => Promise<void>;
  /** Quits the rehearsal. Resolves once its run is saved, with whether there was one to save. */
  close: () => Promise<boolean>;
  /** Stops the timer. */
  stop: () => void;
}

/** Keeps the runs of a rehearsal. */
export interface RunKeeper {
  /** Saves what the log would get if the current run stopped now; null deletes that. */
  draft: (record: RunRecord | null) => void;
  /** Keeps the current run for good. Resolves when it is saved, or can’t be saved yet. */
  keep: (record: RunRecord) => Promise<void>;
}
