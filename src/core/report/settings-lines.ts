import { isCommandId } from '../contract/commands.ts';
import { settingKeys, settingRows, type SettingKey } from '../settings/table.ts';
import type { Settings } from '../settings/schema.ts';

/**
 * The settings, one a line. What a person typed or chose from their own files (folders, pins, commands, dates)
 * is told only as how many, or as set.
 */
export function settingsLines(settings: Settings): string[] {
  return settingKeys.map((key) => `${key}: ${shown(key, settings)}`);
}

function shown(key: SettingKey, settings: Settings): string {
  const value: unknown = settings[key];
  switch (settingRows[key].control) {
    case 'number':
    case 'share':
    case 'time':
    case 'choice':
    case 'switch':
      return String(value);
    case 'hotkeys':
      return hotkeys(settings.hotkeys);
    default:
      return howMuch(value);
  }
}

function hotkeys(wanted: Settings['hotkeys']): string {
  const known = Object.entries(wanted).filter(([name]) => isCommandId(name));
  return known.map(([name, accelerator]) => `${name} ${accelerator ?? 'none'}`).join(', ');
}

function howMuch(value: unknown): string {
  if (value === null || value === '') return 'not set';
  if (typeof value === 'object') return String(Object.keys(value).length);
  return 'set';
}
