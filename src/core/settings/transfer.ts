import { hotkeysProblem } from './accelerators.ts';
import type { Platform } from './platform.ts';
import { isRecord, parseJson } from '../values.ts';
import { withInterviews } from './interviews.ts';
import { settingKeys, settingRows } from './table.ts';
import { readSettings, withPatch, type Settings, type SettingsPatch } from './schema.ts';

/** These identify a settings file, whatever its name. */
const mark = { program: 'offbook', content: 'settings' } as const;

/** The layout of the file. */
const fileVersion = 1;

/** All settings as the text of a file that another Offbook can import. */
export function settingsText(settings: Settings): string {
  return `${JSON.stringify({ ...mark, version: fileVersion, settings }, null, 2)}\n`;
}

export interface ReadTransfer {
  /** The settings that can be imported. */
  patch: SettingsPatch;
  /** A sentence for each that can't. */
  refused: string[];
}

/** Reads such a text, or says why it isn't one. `present` are the current settings, on `platform`. Never throws. */
export function readSettingsText(text: string, present: Settings, platform: Platform): ReadTransfer | string {
  const file = parseJson(text.replace(/^\uFEFF/, ''));
  if (file === undefined) return 'This file isn’t JSON, so it isn’t a settings file. Choose one that “Export” saved.';
  const raw = isRecord(file) ? settingsIn(file) : null;
  if (!isRecord(file) || raw === null) {
    return 'This isn’t a file that Offbook exported. Choose one that “Export” saved, or a settings.json.';
  }
  if (typeof file['version'] !== 'number' || file['version'] > fileVersion) {
    return 'This settings file is from a newer version of Offbook. Update Offbook first.';
  }
  return readValues(raw, present, platform);
}

/** An exported file’s settings; those of a copied settings.json, which has nothing but settings; null for anything else. */
function settingsIn(file: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null {
  const { settings } = file;
  if (file['program'] === mark.program && file['content'] === mark.content) return isRecord(settings) ? settings : null;
  const keys = Object.keys(file).filter((key) => key !== 'version');
  if (keys.length === 0 || !keys.every((key) => settingKeys.some((known) => known === key))) return null;
  return Object.fromEntries(keys.map((key) => [key, file[key]]));
}

function readValues(file: Readonly<Record<string, unknown>>, present: Settings, platform: Platform): ReadTransfer {
  const { raw, problems } = withInterviews(file);
  const transfer: ReadTransfer = { patch: {}, refused: problems };
  for (const [key, value] of Object.entries(raw)) {
    const known = settingKeys.find((candidate) => candidate === key);
    const read = readSettings({ [key]: value });
    if (known === undefined) transfer.refused.push(`This Offbook has no setting “${key.slice(0, 60)}”.`);
    else if (read.problems.length > 0) transfer.refused.push(`${settingRows[known].title}: ${stays(read.problems)}`);
    else Object.assign(transfer.patch, { [known]: read.settings[known] });
  }
  const { hotkeys } = withPatch(present, transfer.patch);
  const problem = transfer.patch.hotkeys === undefined ? null : hotkeysProblem(hotkeys, present.hotkeys, platform);
  if (problem !== null) {
    delete transfer.patch.hotkeys;
    transfer.refused.push(`${settingRows.hotkeys.title}: ${problem}`);
  }
  return transfer;
}

/** Here the current value stays, not the default. */
function stays(problems: readonly string[]): string {
  return problems.join(' ').replaceAll('its default is used instead', 'it stays as it is');
}
