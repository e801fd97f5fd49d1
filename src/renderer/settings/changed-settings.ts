import { settingKeys, type SettingKey } from '../../core/settings/table.ts';
import { defaultSettings, type Settings } from '../../core/settings/schema.ts';
import { isRecord } from '../../core/values.ts';

/** The settings that aren't as they were at first. */
export function changedSettings(settings: Settings): ReadonlySet<SettingKey> {
  const defaults = defaultSettings();
  return new Set(settingKeys.filter((key) => written(settings[key]) !== written(defaults[key])));
}

/** Plain data as text; the order of a record's keys says nothing. */
function written(value: unknown): string {
  return JSON.stringify(
    isRecord(value) ? Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)) : value,
  );
}
