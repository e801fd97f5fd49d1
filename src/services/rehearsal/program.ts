import type { CommandId, ShowingCommand } from '../../core/contract/commands.ts';
import type { SettingKey } from '../../core/settings/table.ts';
import type { Services } from '../base/program.ts';
import type { PrompterService } from '../../core/prompter/prompter.ts';
import type { Rehearsal } from './rehearsal.ts';

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
