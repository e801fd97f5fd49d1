import type { AppState, Handlers } from '../core/contract.ts';
import { commandRunners } from './command-runners.ts';
import type { Program } from './program.ts';

/** What the calls need beyond the program's parts. */
export interface HandlerParts {
  program: Program;
  state: () => AppState;
  /** Opens these folders or files from now on; rejects with a sentence when one of them can't be opened. */
  openFolders: (typed: readonly string[]) => Promise<void>;
  rescan: () => Promise<void>;
  dismissNotice: (id: number) => void;
}

/** Carries out the contract's calls, whichever shell they come through. */
export function makeHandlers({ program, state, openFolders, rescan, dismissNotice }: HandlerParts): Handlers {
  return {
    readState: state,
    runCommand: ({ id }) => {
      commandRunners[id](program);
      return null;
    },
    openStory: ({ id, variant }) => {
      const story = program.stories().find((candidate) => candidate.id === id);
      if (story === undefined) throw new Error(`There is no story "${id}" any more. Choose another from the list.`);
      if (variant !== null && story.variants[variant] === undefined) {
        throw new Error(
          `"${story.title}" has no variant number ${variant + 1} any more. Choose another from the list.`,
        );
      }
      program.stage.open(story, variant);
      return null;
    },
    moveCursor: ({ cursorMs }) => {
      program.stage.act({ type: 'moveCursor', cursorMs });
      return null;
    },
    changeSettings: async ({ folders, ...patch }) => {
      program.changeSettings(patch);
      if (folders !== undefined) await openFolders(folders);
      return null;
    },
    openFolder: async ({ path }) => {
      await openFolders([path]);
      return null;
    },
    chooseFolder: async () => {
      const chosen = await program.shell.chooseFolder();
      if (chosen !== null) await openFolders([chosen]);
      return chosen;
    },
    rescan: async () => {
      await rescan();
      return null;
    },
    dismissNotice: ({ id }) => {
      dismissNotice(id);
      return null;
    },
  };
}
