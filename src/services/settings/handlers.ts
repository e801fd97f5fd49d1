import type { Handlers } from '../../core/contract/contract.ts';
import { settingKeys, settingRows, type SettingKey } from '../../core/settings/table.ts';
import { settingsText } from '../../core/settings/transfer.ts';
import { keysToConfirm, type SettingsPatch } from '../../core/settings/schema.ts';
import { reasonOf } from '../base/system-error.ts';
import type { Program } from '../base/program.ts';
import type { SettingsKeeper } from './settings.ts';

export interface SettingsParts {
  keeper: SettingsKeeper;
  /** The path of the file that keeps them. */
  file: string;
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
  { keeper, file, resolveFolders, change }: SettingsParts,
): Pick<Handlers, SettingsCalls> {
  let isAsking = false;

  /** Asks about the values of a patch that are run; a sentence for each that may not be set, by its key. */
  async function refusalsOf(patch: SettingsPatch): Promise<[SettingKey, string][]> {
    const refusals: [SettingKey, string][] = [];
    for (const key of keysToConfirm(settings(), patch)) {
      const value = patch[key];
      const refusal = await refusalOf(typeof value === 'string' ? value : JSON.stringify(value), key);
      if (refusal !== null) refusals.push([key, refusal]);
    }
    return refusals;
  }

  async function refusalOf(command: string, key: SettingKey): Promise<string | null> {
    const { title } = settingRows[key];
    if (shell.confirm === null) {
      return `“${command}” was not set: a page or a file can’t choose what this computer runs. Choose from the list, or set "${key}" in ${file} while Offbook isn’t running.`;
    }
    // A page that asks again and again would wear the person out.
    if (isAsking) return `“${command}” was not set: another command is waiting for your answer.`;
    isAsking = true;
    try {
      const isConfirmed = await shell.confirm({
        message: `Let Offbook run this command? (${title})`,
        detail: `${command}\n\nOffbook will run it whenever you open a file in your editor. Only allow a command that you know.`,
        yes: 'Use this command',
        no: 'Don’t use it',
      });
      return isConfirmed ? null : `“${command}” was not set, since you didn’t allow it.`;
    } finally {
      isAsking = false;
    }
  }

  return {
    changeSettings: async ({ folders, ...patch }) => {
      const whole = folders === undefined ? patch : { ...patch, folders: await resolveFolders(folders) };
      const [refusal] = await refusalsOf(patch);
      if (refusal !== undefined) throw new Error(refusal[1]);
      await change(whole);
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
      for (const [key, refusal] of await refusalsOf(patch)) {
        delete patch[key];
        refused.push(`${settingRows[key].title}: ${refusal}`);
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
