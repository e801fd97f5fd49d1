import type { CommandId } from '../../core/contract/commands.ts';
import { settingRows, type SettingGroup as Group, type SettingKey } from '../../core/settings/table.ts';
import { HotkeyList } from './HotkeyList.tsx';
import { LearnedRateLine } from './LearnedRateLine.tsx';
import { SettingLine } from './SettingLine.tsx';

interface SettingGroupProps {
  group: Group;
  keys: readonly SettingKey[];
  changed: ReadonlySet<SettingKey>;
  /** Whose hotkeys are listed. */
  commands: readonly CommandId[];
}

export function SettingGroup({ group, keys, changed, commands }: SettingGroupProps) {
  return (
    <section className="settings-group" aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`} tabIndex={-1}>
        {group}
      </h2>
      {keys.map((key) => (
        <SettingLine key={key} settingKey={key} isChanged={changed.has(key)}>
          {settingRows[key].control === 'hotkeys' && <HotkeyList commands={commands} />}
          {key === 'wordsPerMinute' && <LearnedRateLine />}
        </SettingLine>
      ))}
    </section>
  );
}
