import { hotkeysProblem } from '../../core/settings/accelerators.ts';
import type { Platform } from '../../core/settings/platform.ts';
import { settingKeys, settingRows, type SettingKey } from '../../core/settings/table.ts';
import { readSettingsText } from '../../core/settings/transfer.ts';
import { defaultSettings, withPatch, type Settings, type SettingsPatch } from '../../core/settings/schema.ts';
import type { SettingsFile } from './settings-file.ts';
import { createSettingsHistory } from './settings-history.ts';

/** The settings that hold, as the rest of the program changes them. */
export interface SettingsKeeper {
  current: () => Settings;
  /** Throws a sentence where hotkeys can't be set as they are; nothing is changed then. */
  change: (patch: SettingsPatch) => void;
  /** Sets what the program keeps in step with the files, such as pins. Undo doesn't take it back. */
  keepUp: (patch: SettingsPatch) => void;
  /** The defaults for these keys; for all but the folders where none are named. */
  defaults: (keys: readonly SettingKey[] | null) => SettingsPatch;
  /** Undoes the last change; a sentence that tells what, null where there is nothing to undo. */
  undo: () => string | null;
  /** What a settings file brings. Throws a sentence where it is none. Nothing is changed. */
  read: (text: string) => { patch: SettingsPatch; refused: string[] };
}

export interface SettingsKeeperOptions {
  file: SettingsFile;
  /** Which hotkeys can be set depends on it. */
  platform: Platform;
  /** Monotonic. */
  nowMs: () => number;
  /** The settings with these keys are different now. */
  changed: (keys: readonly SettingKey[]) => void;
}

export function setUpSettings({ file, platform, nowMs, changed }: SettingsKeeperOptions): SettingsKeeper {
  const history = createSettingsHistory(nowMs);

  function apply(patch: SettingsPatch, undoable: boolean): void {
    const before = file.current();
    const after = file.change(patch);
    const keys = settingKeys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
    if (keys.length === 0) return;
    if (undoable) history.remember(before, keys);
    changed(keys);
  }

  return {
    current: file.current,
    change: (patch) => {
      const { hotkeys } = file.current();
      const problem = patch.hotkeys && hotkeysProblem(withPatch(file.current(), patch).hotkeys, hotkeys, platform);
      if (typeof problem === 'string') throw new Error(problem);
      apply(patch, true);
    },
    keepUp: (patch) => apply(patch, false),
    defaults: (keys) => {
      const all = defaultSettings();
      const wanted = keys ?? settingKeys.filter((key) => key !== 'folders');
      return Object.fromEntries(wanted.map((key) => [key, all[key]]));
    },
    undo: () => {
      const patch = history.takeLast();
      if (patch === null) return null;
      apply(patch, false);
      return undoneSentence(Object.keys(patch) as SettingKey[]);
    },
    read: (text) => {
      const transfer = readSettingsText(text, file.current(), platform);
      if (typeof transfer === 'string') throw new Error(transfer);
      return transfer;
    },
  };
}

function undoneSentence(keys: readonly SettingKey[]): string {
  const [first] = keys;
  if (first === undefined || keys.length > 3) return `${keys.length} settings are as they were before.`;
  const titles = keys.map((key) => `“${settingRows[key].title}”`);
  return `${titles.join(', ')} ${keys.length === 1 ? 'is' : 'are'} as before.`;
}
