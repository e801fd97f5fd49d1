import type { ReactNode } from 'react';
import type { CommandId } from '../../core/contract/commands.ts';
import type { Capabilities } from '../../core/contract/contract.ts';
import type { SettingGroup, SettingRow } from '../../core/settings/row.ts';
import { settingRows, type SettingKey } from '../../core/settings/table.ts';
import { useProgress } from '../client/use-progress.ts';
import { Icon } from '../ui/Icon.tsx';
import { RateOffer } from '../ui/RateOffer.tsx';
import { HotkeyLine } from './HotkeyLine.tsx';
import { SettingControl } from './SettingControl.tsx';
import { useSettingsContext } from './settings-context.ts';
import { abilitiesTitle } from './shown-rows.ts';

interface SettingsSectionProps {
  group: SettingGroup;
  keys: readonly SettingKey[];
  changed: ReadonlySet<SettingKey>;
  /** The commands whose hotkeys are listed. */
  commands: readonly CommandId[];
}

/** A group of settings under its heading. */
export function SettingsSection({ group, keys, changed, commands }: SettingsSectionProps) {
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

/** A line for each command: its key inside Offbook, and its global hotkey. */
function HotkeyList({ commands }: { commands: readonly CommandId[] }) {
  return (
    <ul aria-label="Hotkeys by command">
      {commands.map((command) => (
        <HotkeyLine key={command} command={command} />
      ))}
    </ul>
  );
}

/** Under the speaking rate: the rate learned from runs of the full answer, where it is a different one. */
function LearnedRateLine() {
  const { actions } = useSettingsContext();
  const { data: progress } = useProgress();
  if (progress === null || progress.rate === null) return null;
  return (
    <RateOffer
      rate={progress.rate}
      take={(wordsPerMinute) =>
        actions.change({ wordsPerMinute }, `Speaking rate is now ${wordsPerMinute} words a minute.`)
      }
    />
  );
}

interface SettingLineProps {
  settingKey: SettingKey;
  /** Its value isn't the default. */
  isChanged: boolean;
  /** Lists below the line, which need its full width. */
  children: ReactNode;
}

/** Controls with several parts, which the title names as a group; it labels all others. */
const lists: ReadonlySet<SettingRow['control']> = new Set<SettingRow['control']>([
  'folders',
  'pins',
  'interviews',
  'hotkeys',
]);

/** A setting: its name, a line of help, its control, and a button that resets it. */
function SettingLine({ settingKey, isChanged, children }: SettingLineProps) {
  const { app, actions } = useSettingsContext();
  const row: SettingRow = settingRows[settingKey];
  const id = `setting-${settingKey}`;
  const isList = lists.has(row.control);
  const remark = unavailableReason(row, app.capabilities);
  return (
    <div
      className="setting"
      data-list={isList}
      role={isList ? 'group' : undefined}
      aria-labelledby={isList ? `${id}-title` : undefined}
      aria-describedby={isList ? `${id}-help` : undefined}
    >
      <div className="setting-words">
        {isList ? (
          <h3 id={`${id}-title`}>{row.title}</h3>
        ) : (
          <label id={`${id}-title`} htmlFor={id}>
            {row.title}
          </label>
        )}
        <p id={`${id}-help`} className="setting-help">
          {row.help}
          {remark !== null && <span className="setting-remark"> {remark}</span>}
        </p>
      </div>
      <div className="setting-control">
        <button
          type="button"
          className="control setting-reset"
          data-shown={isChanged}
          disabled={!isChanged}
          aria-label={`Reset ${row.title}`}
          title={`Reset ${row.title} to its default`}
          onClick={() => actions.reset(settingKey)}
        >
          <Icon name="reset" />
        </button>
        <SettingControl settingKey={settingKey} id={id} />
      </div>
      {children}
    </div>
  );
}

/** Why a setting has no effect here, as a sentence; null where it works. It can be changed anyway. */
export function unavailableReason({ needs, control }: SettingRow, capabilities: Capabilities): string | null {
  const inBrowser = capabilities.shell === 'browser';
  if (control === 'hotkeys' && inBrowser) return 'They have no effect in the browser, only in the desktop app.';
  if (needs === undefined || capabilities[needs]) return null;
  return inBrowser
    ? 'Only the desktop app can do this; it uses what you set here.'
    : `Not available on this computer; see “${abilitiesTitle}”.`;
}
