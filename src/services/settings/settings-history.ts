import { settingRows, type SettingKey } from '../../core/settings/table.ts';
import type { Settings, SettingsPatch } from '../../core/settings/schema.ts';

/** What holds the settings as they were before each change. */
export interface SettingsHistory {
  /** Keeps what these settings were. Steps of the same number in quick succession count as one. */
  remember: (before: Settings, keys: readonly SettingKey[]) => void;
  /** Takes back the last change: what to set again; null where there is none. */
  takeLast: () => SettingsPatch | null;
}

/** As many changes as anybody would take back one by one. */
const mostChanges = 100;

/** A slider that is drawn along makes many changes of what a person thinks of as one. */
const sameChangeMs = 800;

export function createSettingsHistory(nowMs: () => number): SettingsHistory {
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
