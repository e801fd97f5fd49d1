import type { AppState, Handlers } from '../../core/contract/contract.ts';
import { outsideLink } from '../system/links.ts';
import { runCommand } from './command-runners.ts';
import { folderHandlers, type FolderParts } from '../library/folder-handlers.ts';
import type { Program } from '../base/program.ts';
import { progressHandlers, type ProgressParts } from '../practice/handlers.ts';
import { moveCursorOfRun } from '../rehearsal/rehearsal-on-prompter.ts';
import { rehearsalHandlers, type RehearsalParts } from '../rehearsal/handlers.ts';
import { settingsHandlers, type SettingsParts } from '../settings/handlers.ts';
import { storyHandlers, type StoryParts } from '../library/handlers.ts';

/** What the calls need beyond the program's parts. */
export interface HandlerParts {
  program: Program;
  state: () => AppState;
  story: StoryParts;
  settings: SettingsParts;
  folders: FolderParts;
  rehearsal: RehearsalParts;
  progress: ProgressParts;
  dismissNotice: (id: number) => void;
}

/** Carries out the contract's calls, whichever shell they come through. */
export function makeHandlers(parts: HandlerParts): Handlers {
  const { program, state, story, settings, folders, rehearsal, progress, dismissNotice } = parts;
  return {
    readState: state,
    runCommand: ({ id }) => {
      runCommand(program, id);
      return null;
    },
    ...storyHandlers(program, story),
    ...settingsHandlers(program, settings),
    ...folderHandlers(program, folders),
    ...rehearsalHandlers(program, rehearsal),
    ...progressHandlers(program, progress),
    moveCursor: ({ cursorMs }) => {
      if (!moveCursorOfRun(program, cursorMs)) program.stage.act({ type: 'moveCursor', cursorMs });
      return null;
    },
    dismissNotice: ({ id }) => {
      dismissNotice(id);
      return null;
    },
    openLink: async ({ url }) => {
      const link = outsideLink(url);
      if (link === null) throw new Error('Only https and mailto addresses are opened. Copy the link if you trust it.');
      await program.shell.openOutside(link);
      return null;
    },
    // Which page calls only the shell knows: where one has something to give, it answers in this one's place.
    takeRequestedView: () => null,
    giveFocusBack: () => {
      program.shell.giveFocusBack();
      return null;
    },
  };
}
