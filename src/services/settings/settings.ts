import { hotkeysProblem } from '../../core/settings/accelerators.ts';
import type { Platform } from '../../core/settings/platform.ts';
import { type SettingKey, settingKeys, settingRows } from '../../core/settings/table.ts';
import { readSettingsText } from '../../core/settings/transfer.ts';
import { defaultSettings, type Settings, type SettingsPatch, withPatch } from '../../core/settings/schema.ts';
import type { SettingsFile } from './settings-file.ts';

/** The current settings, as the rest of the program reads and changes them. */
export interface SettingsStore {
  current: () => Settings;
  /** Throws a sentence if hotkeys aren’t valid; then nothing changes. */
  change: (patch: SettingsPatch) => void;
  /** For changes by the program itself, such as pins that follow their stories. */
  changeWithoutUndo: (patch: SettingsPatch) => void;
  /** The defaults for these keys; null means all but the folders and the interviews, which are the person’s own. */
  defaults: (keys: readonly SettingKey[] | null) => SettingsPatch;
  /** Undoes the last change. Returns a sentence that says which; null without one. */
  undo: () => string | null;
  /** Reads the text of a settings file without applying it. Throws a sentence if it isn’t one. */
  read: (text: string) => { patch: SettingsPatch; refused: string[] };
}

interface SettingsStoreOptions {
  file: SettingsFile;
  /** Decides which hotkeys are valid. */
  platform: Platform;
  /** Monotonic. */
  nowMs: () => number;
  /** The settings with these keys changed. */
  changed: (keys: readonly SettingKey[]) => void;
}

export function setUpSettings({ file, platform, nowMs, changed }: SettingsStoreOptions): SettingsStore {
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
    changeWithoutUndo: (patch) => apply(patch, false),
    defaults: (keys) => {
      const all = defaultSettings();
      const wanted = keys ?? settingKeys.filter((key) => key !== 'folders' && key !== 'interviews');
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
  if (first === undefined || keys.length > 3) return `Undid the change to ${keys.length} settings.`;
  const titles = keys.map((key) => `“${settingRows[key].title}”`);
  return `Undid the change to ${titles.join(', ')}.`;
}

/** Remembers the settings before each change. */
interface SettingsHistory {
  /** Remembers the old values of these keys. Quick steps of the same number count as one change. */
  remember: (before: Settings, keys: readonly SettingKey[]) => void;
  /** Removes the last change and returns the values to restore; null without one. */
  takeLast: () => SettingsPatch | null;
}

/** More than anybody undoes one by one. */
const mostChanges = 100;

/** Dragging a slider makes many changes that a person thinks of as one. */
const sameChangeMs = 800;

function createSettingsHistory(nowMs: () => number): SettingsHistory {
  let changes: { patch: SettingsPatch; keys: string; atMs: number }[] = [];
  return {
    remember: (before, keys) => {
      const name = keys.join(' ');
      const atMs = nowMs();
      const last = changes.at(-1);
      if (last?.keys === name && keys.every(isNumber) && atMs - last.atMs < sameChangeMs) {
        last.atMs = atMs;
        return;
      }
      const patch = structuredClone(Object.fromEntries(keys.map((key) => [key, before[key]])));
      changes = [...changes.slice(1 - mostChanges), { patch, keys: name, atMs }];
    },
    takeLast: () => changes.pop()?.patch ?? null,
  };
}

function isNumber(key: SettingKey): boolean {
  return 'min' in settingRows[key];
}
