import { commandIds, commands, type CommandId } from '../../core/contract/commands.ts';
import type { Ability } from '../../core/contract/contract.ts';
import { settingGroups, type SettingGroup, type SettingRow } from '../../core/settings/row.ts';
import { settingKeys, settingRows, type SettingKey } from '../../core/settings/table.ts';

/** The part of the settings that a search shows. */
export interface ShownRows {
  groups: { group: SettingGroup; keys: SettingKey[] }[];
  /** The commands whose hotkeys are listed. */
  commands: CommandId[];
  abilities: Ability[];
  /** How many rows, hotkeys and capabilities these are. */
  count: number;
}

/** The rows that contain all the words, in any order and also within other words; all rows without any. */
export function shownRows(search: string, abilities: readonly Ability[]): ShownRows {
  const words = foldedWords(search);
  const fits = (...texts: readonly string[]): boolean => {
    const text = folded(texts.join(' '));
    return words.every((word) => text.includes(word));
  };
  const listed = fits(...textsOf(settingRows.hotkeys)) ? commandIds : commandIds.filter((id) => fits(hotkeyText(id)));
  const keys = settingKeys.filter((key) =>
    key === 'hotkeys' ? listed.length > 0 : fits(...textsOf(settingRows[key])),
  );
  const groups = settingGroups
    .map((group) => ({ group, keys: keys.filter((key) => settingRows[key].group === group) }))
    .filter((shown) => shown.keys.length > 0);
  const able = abilities.filter(({ title, text }) => fits(title, text, abilitiesTitle));
  const hotkeys = keys.includes('hotkeys') ? listed.length - 1 : 0;
  return { groups, commands: listed, abilities: able, count: keys.length + hotkeys + able.length };
}

/** The heading of the capability panel, which a search finds too. */
export const abilitiesTitle = 'Capabilities';

function textsOf(row: SettingRow): string[] {
  const choices = row.control === 'choice' ? row.choices.map(({ label }) => label) : [];
  return [row.title, row.help, row.group, ...choices];
}

function hotkeyText(id: CommandId): string {
  return `${settingRows.hotkeys.title} ${commands[id].title}`;
}

function foldedWords(search: string): string[] {
  return folded(search).split(/\s+/u).filter(Boolean);
}

/** Without case and accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
