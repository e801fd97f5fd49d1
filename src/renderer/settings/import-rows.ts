import { commands, isCommandId } from '../../core/contract/commands.ts';
import { acceleratorLabel } from '../../core/settings/accelerators.ts';
import type { Platform } from '../../core/settings/platform.ts';
import type { Settings, SettingsPatch } from '../../core/settings/schema.ts';
import { settingKeys, settingRows, type SettingKey } from '../../core/settings/table.ts';

/** A setting of an imported file that the person has to confirm. */
export interface ImportRow {
  key: SettingKey;
  name: string;
  /** Everything that it would be, a line each; of the hotkeys only those that would change. */
  lines: string[];
}

/** The rows of what an imported file would change, in the order of the settings. */
export function importRows(unconfirmed: SettingsPatch, settings: Settings, platform: Platform): ImportRow[] {
  return settingKeys.flatMap((key) => {
    if (unconfirmed[key] === undefined) return [];
    return [{ key, name: settingRows[key].title, lines: linesOf(key, unconfirmed, settings, platform) }];
  });
}

function linesOf(key: SettingKey, unconfirmed: SettingsPatch, settings: Settings, platform: Platform): string[] {
  const value = unconfirmed[key];
  if (key === 'folders') return unconfirmed.folders?.length === 0 ? ['None'] : (unconfirmed.folders ?? []);
  if (key === 'hotkeys') return hotkeyLines(unconfirmed.hotkeys ?? {}, settings.hotkeys, platform);
  if (typeof value === 'boolean') return [value ? 'On' : 'Off'];
  if (value === null) return ['Automatic'];
  return [typeof value === 'string' ? value : JSON.stringify(value)];
}

function hotkeyLines(wanted: Settings['hotkeys'], present: Settings['hotkeys'], platform: Platform): string[] {
  const label = (accelerator: string | null | undefined): string =>
    accelerator ? acceleratorLabel(accelerator, platform) : 'none';
  return Object.entries(wanted)
    .filter(([id, accelerator]) => accelerator !== present[id])
    .map(([id, accelerator]) => {
      const title = isCommandId(id) ? commands[id].title : id;
      return `${title}: ${label(accelerator)} (now ${label(present[id])})`;
    });
}
