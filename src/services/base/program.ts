import type { RequestedView, CommandId, ShowingCommand } from '../../core/contract/commands.ts';
import type { SettingKey } from '../../core/settings/table.ts';
import type { Settings, SettingsPatch } from '../../core/settings/schema.ts';
import type { Story } from '../../core/stories/model.ts';
import type { Clock, Shell } from './program-types.ts';
import type { Rehearsal } from '../rehearsal/rehearsal.ts';
import type { Stage } from '../prompter/prompter.ts';

/** The joined parts of the program, as the commands need them. */
export interface Program {
  clock: Clock;
  shell: Shell;
  stage: Stage;
  rehearsal: Rehearsal;
  settings: () => Settings;
  changeSettings: (patch: SettingsPatch) => void;
  /** Undoes the last change of settings; a sentence that tells what, null where there is nothing to undo. */
  undoSettings: () => string | null;
  /** In the order of next-story. */
  stories: () => readonly Story[];
  /** Shows this view to the person, in whichever window it is. */
  showView: (view: RequestedView) => void;
  /** Tells the person something, in place of the former sentence of that kind. */
  info: (text: string, kind?: string) => void;
  /** Opens a file at a line (1-based) in the person's editor; rejects with a sentence. */
  openInEditor: (file: string, line: number) => Promise<void>;
  /** Writes a report of a problem, opens it, and tells where it lies. */
  reportProblem: () => void;
  /** Tells what a setting is now, for a moment. */
  showFigure: (key: SettingKey, text: string) => void;
}

export type Runner = (program: Program) => void;

export type CommandRunners = Record<Exclude<CommandId, ShowingCommand>, Runner>;
