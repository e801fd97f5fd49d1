import type { Bridge, Result } from '../../core/contract/contract.ts';

type FolderBridge = Pick<Bridge, 'addFolder' | 'removeFolder' | 'openFolder' | 'chooseFolder'>;

/** What can be done with the folders. */
export interface FolderActions {
  add: (path: string) => Promise<FolderOutcome>;
  /** Reads stories from this one only. */
  replace: (path: string) => Promise<FolderOutcome>;
  remove: (path: string) => Promise<FolderOutcome>;
  /** Adds what the person chooses in the shell's dialog. */
  choose: () => Promise<FolderOutcome>;
}

/** What became of it: `left` where the dialog was closed without a choice; else a sentence for the person. */
export type FolderOutcome = 'done' | 'left' | { error: string };

export function folderActions(bridge: FolderBridge): FolderActions {
  const add = async (path: string): Promise<FolderOutcome> => outcomeOf(await bridge.addFolder({ path }));
  return {
    add: async (path) => missing(path) ?? add(path.trim()),
    replace: async (path) => missing(path) ?? outcomeOf(await bridge.openFolder({ path: path.trim() })),
    remove: async (path) => outcomeOf(await bridge.removeFolder({ path })),
    choose: async () => {
      const chosen = await bridge.chooseFolder(undefined);
      if (!chosen.ok) return outcomeOf(chosen);
      return chosen.value === null ? 'left' : add(chosen.value);
    },
  };
}

function missing(path: string): FolderOutcome | null {
  return path.trim() === '' ? { error: 'Type the path of a folder, or of one Markdown file.' } : null;
}

function outcomeOf(result: Result<unknown>): FolderOutcome {
  return result.ok ? 'done' : { error: result.error };
}
