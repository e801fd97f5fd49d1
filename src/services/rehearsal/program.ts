import type { Plan } from '../../core/prompter/plan.ts';
import type { SessionState } from '../../core/prompter/prompt.ts';
import type { Session } from '../../core/prompter/session.ts';
import type { FollowUpRun } from '../../core/rehearsal/follow-up.ts';
import type { Ask } from '../../core/rehearsal/questions.ts';
import type { Rating } from '../../core/rehearsal/rating.ts';
import type { RunAction } from '../../core/rehearsal/reduce-run.ts';
import type { OpenRun } from '../../core/rehearsal/run.ts';
import type { AskPlace, RehearsalState } from '../../core/rehearsal/state.ts';
import type { Story } from '../../core/stories/model.ts';
import type { FlowOptions } from './rehearsal-flow.ts';
import type { CommandId, ShowingCommand } from '../../core/contract/commands.ts';
import type { SettingKey } from '../../core/settings/table.ts';
import type { Services } from '../base/program.ts';
import type { PrompterService } from '../../core/prompter/prompter.ts';

/** The current step, with the run while the person thinks or speaks. */
export type Present =
  | { step: 'answer'; run: OpenRun; plan: Plan }
  | { step: 'followUp'; followUp: FollowUpRun; isPrepared: boolean }
  | { step: Exclude<RehearsalState['step'], 'answer' | 'followUp'> };

/** The rehearsal in progress; there is at most one. */
export interface Rehearsal {
  state: () => RehearsalState | null;
  /** What the prompter shows from the question to the end of its follow-up; null while it shows its own story. */
  prompter: () => SessionState | null;
  /** Where the rehearsal is; null without one. */
  present: () => Present | null;
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
  /** Ends with the current question: at the sheet, if anything was answered. */
  end: () => Promise<void>;
  /** Quits the rehearsal. Resolves once its run is saved, with whether there was one to save. */
  close: () => Promise<boolean>;
  /** Stops the timer. */
  stop: () => void;
}

/** The whole program, as its commands see it: what the lower rooms may use, and the two things that commands act on. */
export interface Program extends Services {
  prompter: PrompterService;
  rehearsal: Rehearsal;
  /** Writes a problem report, opens it, and tells the person where it is. */
  reportProblem: () => void;
  /** Shows a setting’s new value for a moment. */
  showFigure: (key: SettingKey, text: string) => void;
}

export type Runner = (program: Program) => void;

export type CommandRunners = Record<Exclude<CommandId, ShowingCommand>, Runner>;
