import type { CommandId } from '../core/commands.ts';
import type { Settings, SettingsPatch } from '../core/settings.ts';
import type { Story } from '../core/stories/model.ts';
import type { Clock, Shell } from './app-types.ts';
import type { Stage } from './stage.ts';

/** The joined parts of the program, as the commands need them. */
export interface Program {
  clock: Clock;
  shell: Shell;
  stage: Stage;
  settings: () => Settings;
  changeSettings: (patch: SettingsPatch) => void;
  /** In the order of next-story. */
  stories: () => readonly Story[];
  info: (text: string) => void;
}

export type CommandRunners = Record<CommandId, (program: Program) => void>;
