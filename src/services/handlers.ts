import type { AppState, Handlers } from '../core/contract.ts';
import { outsideLink } from './links.ts';
import { commandRunners } from './command-runners.ts';
import { folderHandlers, type FolderParts } from './folder-handlers.ts';
import type { Program } from './program.ts';
import { settingsHandlers, type SettingsParts } from './settings-handlers.ts';
import { storyHandlers, type StoryParts } from './story-handlers.ts';

/** What the calls need beyond the program's parts. */
export interface HandlerParts {
  program: Program;
  state: () => AppState;
  story: StoryParts;
  settings: SettingsParts;
  folders: FolderParts;
  dismissNotice: (id: number) => void;
}

/** Carries out the contract's calls, whichever shell they come through. */
export function makeHandlers({ program, state, story, settings, folders, dismissNotice }: HandlerParts): Handlers {
  return {
    readState: state,
    runCommand: ({ id }) => {
      commandRunners[id](program);
      return null;
    },
    ...storyHandlers(program, story),
    ...settingsHandlers(program, settings),
    ...folderHandlers(program, folders),
    moveCursor: ({ cursorMs }) => {
      program.stage.act({ type: 'moveCursor', cursorMs });
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
    giveFocusBack: () => {
      program.shell.giveFocusBack();
      return null;
    },
  };
}
