import type { Handlers } from '../../core/contract/contract.ts';
import { settingKeys, settingRows } from '../../core/settings/table.ts';
import { settingsText } from '../../core/settings/transfer.ts';
import type { SettingsPatch } from '../../core/settings/schema.ts';
import { reasonOf } from '../base/system-error.ts';
import type { Program } from '../base/program.ts';
import type { SettingsKeeper } from './settings.ts';

export interface SettingsParts {
  keeper: SettingsKeeper;
  /** Folders as a person typed them, made whole; rejects with a sentence when one can't be opened. */
  resolveFolders: (typed: readonly string[]) => Promise<string[]>;
  /** Sets what is valid, and reads other folders where those are set. */
  change: (patch: SettingsPatch) => Promise<void>;
}

type SettingsCalls =
  | 'changeSettings'
  | 'resetSettings'
  | 'undoSettings'
  | 'exportSettings'
  | 'importSettings'
  | 'suspendHotkeys';

/** The calls about settings. */
export function settingsHandlers(
  { settings, shell, undoSettings }: Program,
  { keeper, resolveFolders, change }: SettingsParts,
): Pick<Handlers, SettingsCalls> {
  return {
    changeSettings: async ({ folders, ...patch }) => {
      keeper.change(patch);
      if (folders !== undefined) await change({ folders: await resolveFolders(folders) });
      return null;
    },
    resetSettings: async ({ keys }) => {
      await change(keeper.defaults(keys));
      return null;
    },
    undoSettings,
    exportSettings: () => settingsText(settings()),
    importSettings: async ({ text }) => {
      const { patch, refused } = keeper.read(text);
      if (patch.folders !== undefined) {
        try {
          patch.folders = await resolveFolders(patch.folders);
        } catch (error) {
          delete patch.folders;
          refused.push(`${settingRows.folders.title}: ${reasonOf(error)}`);
        }
      }
      await change(patch);
      return { applied: settingKeys.filter((key) => patch[key] !== undefined), refused };
    },
    suspendHotkeys: ({ suspended }) => {
      shell.suspendHotkeys(suspended);
      return null;
    },
  };
}
