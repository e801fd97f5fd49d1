import type { Handlers } from '../../core/contract/contract.ts';
import type { Program } from '../base/program.ts';

export interface FolderParts {
  /** What is read now; not what comes with the program. */
  chosen: () => readonly string[];
  /** The whole path of what a person typed; rejects with a sentence when it can't be opened. */
  resolve: (typed: string) => Promise<string>;
  /** Reads these from now on, and remembers them. */
  open: (folders: readonly string[]) => Promise<void>;
  rescan: () => Promise<void>;
}

type FolderCalls = 'openFolder' | 'addFolder' | 'removeFolder' | 'chooseFolder' | 'rescan';

/** The calls about where stories are read from. */
export function folderHandlers({ shell }: Program, folders: FolderParts): Pick<Handlers, FolderCalls> {
  return {
    openFolder: async ({ path }) => {
      await folders.open([await folders.resolve(path)]);
      return null;
    },
    addFolder: async ({ path }) => {
      const whole = await folders.resolve(path);
      const chosen = folders.chosen();
      if (chosen.includes(whole)) throw new Error(`Stories from ${whole} are read already.`);
      await folders.open([...chosen, whole]);
      return null;
    },
    removeFolder: async ({ path }) => {
      const chosen = folders.chosen();
      if (!chosen.includes(path)) throw new Error(`No stories are read from ${path}. Choose one from the list.`);
      await folders.open(chosen.filter((folder) => folder !== path));
      return null;
    },
    chooseFolder: () => shell.chooseFolder(),
    rescan: async () => {
      await folders.rescan();
      return null;
    },
  };
}
