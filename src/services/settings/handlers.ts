import type { Handlers } from '../../core/contract/contract.ts';
import { settingKeys, settingRows, type SettingKey } from '../../core/settings/table.ts';
import { settingsText } from '../../core/settings/transfer.ts';
import { keysToConfirm, partsOfImport, type SettingsPatch } from '../../core/settings/schema.ts';
import { describeError } from '../base/system-error.ts';
import type { Services } from '../base/program.ts';
import type { SettingsStore } from './settings.ts';

export interface SettingsParts {
  store: SettingsStore;
  /** The path of the settings file. */
  file: string;
  /** Absolute paths of folders that a person typed; rejects with a sentence if one can’t be opened. */
  resolveFolders: (typed: readonly string[]) => Promise<string[]>;
  /** Applies a patch, and opens other folders if it has some. */
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
  { settings, shell, undoSettings }: Services,
  { store, file, resolveFolders, change }: SettingsParts,
): Pick<Handlers, SettingsCalls> {
  let isAsking = false;

  /** Asks the person about values that Offbook will run. Throws a sentence for one that is refused. */
  async function confirmRun(patch: SettingsPatch): Promise<void> {
    for (const key of keysToConfirm(settings(), patch)) {
      const value = patch[key];
      const refusal = await refusalOf(typeof value === 'string' ? value : JSON.stringify(value), key);
      if (refusal !== null) throw new Error(refusal);
    }
  }

  async function refusalOf(command: string, key: SettingKey): Promise<string | null> {
    const { title } = settingRows[key];
    if (shell.confirm === null) {
      return `“${command}” wasn’t set: a page or a file can’t choose what this computer runs. Choose from the list, or set “${key}” in ${file} while Offbook isn’t running.`;
    }
    // A page could ask again and again until the person gives in.
    if (isAsking) return `“${command}” wasn’t set: another command is waiting for your answer.`;
    isAsking = true;
    try {
      const isConfirmed = await shell.confirm({
        message: `Let Offbook run this command? (${title})`,
        detail: `${command}\n\nOffbook will run it whenever you open a file in your editor. Only allow a command that you know.`,
        yes: 'Use this command',
        no: 'Don’t use it',
      });
      return isConfirmed ? null : `“${command}” wasn’t set because you didn’t allow it.`;
    } finally {
      isAsking = false;
    }
  }

  return {
    changeSettings: async ({ folders, ...patch }) => {
      const whole = folders === undefined ? patch : { ...patch, folders: await resolveFolders(folders) };
      await confirmRun(patch);
      await change(whole);
      return null;
    },
    resetSettings: async ({ keys }) => {
      await change(store.defaults(keys));
      return null;
    },
    undoSettings,
    exportSettings: () => settingsText(settings()),
    importSettings: async ({ text }) => {
      const { patch, refused } = store.read(text);
      if (patch.folders !== undefined) {
        try {
          patch.folders = await resolveFolders(patch.folders);
        } catch (error) {
          delete patch.folders;
          refused.push(`${settingRows.folders.title}: ${describeError(error)}`);
        }
      }
      const { harmless, reachingOut } = partsOfImport(settings(), patch);
      await change(harmless);
      const applied = settingKeys.filter((key) => Object.hasOwn(harmless, key));
      return { applied, unconfirmed: reachingOut, refused };
    },
    suspendHotkeys: ({ suspended }) => {
      shell.suspendHotkeys(suspended);
      return null;
    },
  };
}
