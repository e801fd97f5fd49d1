import type { Bridge, Result } from '../../core/contract/contract.ts';

type FolderBridge = Pick<Bridge, 'addFolder' | 'removeFolder' | 'openFolder' | 'chooseFolder' | 'changeSettings'>;

/** What can be done with the folders; each gives a sentence for the person where it failed, else null. */
export interface FolderActions {
  add: (path: string) => Promise<string | null>;
  /** Reads stories from this one only. */
  replace: (path: string) => Promise<string | null>;
  remove: (path: string) => Promise<string | null>;
  /** By the shell's dialog; what is chosen is added to the others. */
  choose: () => Promise<string | null>;
}

/** The actions on the folders that are read now. */
export function folderActions(bridge: FolderBridge, folders: readonly string[]): FolderActions {
  return {
    add: async (path) => missing(path) ?? failureOf(await bridge.addFolder({ path: path.trim() })),
    replace: async (path) => missing(path) ?? failureOf(await bridge.openFolder({ path: path.trim() })),
    remove: async (path) => failureOf(await bridge.removeFolder({ path })),
    choose: async () => {
      const chosen = await bridge.chooseFolder(undefined);
      if (!chosen.ok || chosen.value === null || folders.length === 0) return failureOf(chosen);
      // The dialog opens what was chosen in place of the others: they come back beside it.
      const others = folders.filter((folder) => folder !== chosen.value);
      return failureOf(await bridge.changeSettings({ folders: [...others, chosen.value] }));
    },
  };
}

function missing(path: string): string | null {
  return path.trim() === '' ? 'Type the path of a folder, or of one Markdown file.' : null;
}

function failureOf(result: Result<unknown>): string | null {
  return result.ok ? null : result.error;
}
