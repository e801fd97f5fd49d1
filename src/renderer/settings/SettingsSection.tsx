import type { ReactNode } from 'react';
import type { CommandId } from '../../core/contract/commands.ts';
import type { Capabilities } from '../../core/contract/contract.ts';
import type { SettingGroup, SettingRow } from '../../core/settings/row.ts';
import { settingRows, type SettingKey } from '../../core/settings/table.ts';
import { useProgress } from '../client/use-progress.ts';
import { Icon } from '../ui/Icon.tsx';
import { RateOffer } from '../ui/RateOffer.tsx';
import { counted } from '../ui/format/story.ts';
import { DeleteButton } from '../voice/RecordingButtons.tsx';
import { useRecordingActions, useRecordings } from '../voice/use-recordings.ts';
import { HotkeyList } from './HotkeyList.tsx';
import { SettingControl } from './SettingControl.tsx';
import { useSettingsContext } from './settings-context.ts';
import { abilitiesTitle } from './shown-rows.ts';

interface SettingsSectionProps {
  group: SettingGroup;
  keys: readonly SettingKey[];
  changed: ReadonlySet<SettingKey>;
  /** The commands that the search found, all without one. */
  commands: readonly CommandId[];
  /** Then nothing that was found is hidden. */
  isSearching: boolean;
}

/** A group of settings under its heading. Those without effect here are folded into a line. */
export function SettingsSection({ group, keys, changed, commands, isSearching }: SettingsSectionProps) {
  const { app } = useSettingsContext();
  const isIdle = (key: SettingKey): boolean => unavailableReason(settingRows[key], app.capabilities) !== null;
  const idle = keys.filter(isIdle);
  const lineOf = (key: SettingKey) => (
    <SettingLine key={key} settingKey={key} isChanged={changed.has(key)}>
      {settingRows[key].control === 'hotkeys' && <HotkeyList {...{ commands, isSearching }} />}
      {key === 'wordsPerMinute' && <LearnedRateLine />}
      {key === 'recordingsMb' && <RecordingsLine />}
    </SettingLine>
  );
  return (
    <section className="settings-group" aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`} tabIndex={-1}>
        {group}
      </h2>
      {keys.filter((key) => !isIdle(key)).map(lineOf)}
      {idle.length > 0 && (
        <details className="setting-fold" open={isSearching}>
          <summary>{foldedWords(idle, app.capabilities)}</summary>
          {idle.map(lineOf)}
        </details>
      )}
    </section>
  );
}

/** The line of settings that have no effect here, and why; a single one has its own reason. */
function foldedWords(idle: readonly SettingKey[], capabilities: Capabilities): string {
  const [only, ...others] = idle;
  const general = capabilities.shell === 'browser' ? 'only in the desktop app' : 'not on this computer';
  const own = only === undefined || others.length > 0 ? null : unavailableReason(settingRows[only], capabilities);
  return `${idle.map((key) => settingRows[key].title).join(', ')} · ${own ?? general}`;
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

/** Under the space for recordings: what they take, and a button that deletes them all. */
function RecordingsLine() {
  const { data } = useRecordings(null);
  const { removeAll } = useRecordingActions();
  if (data === null || data.recordings.length === 0) return null;
  const { recordings, totalBytes } = data;
  const all = counted(recordings.length, 'recording');
  return (
    <div className="recordings-setting">
      <span className="num">
        {all}, {megabytes(totalBytes)}
      </span>
      <DeleteButton words="Delete all" question={`Delete ${all} for good, those with a star too?`} remove={removeAll} />
    </div>
  );
}

/** `0.4 MB`; from 10 MB on without a fraction. */
function megabytes(bytes: number): string {
  const mb = bytes / 1_000_000;
  return `${mb >= 10 ? Math.round(mb) : Math.max(0.1, mb).toFixed(1)} MB`;
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
  'storyTargets',
  'storyVariants',
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
  if (needs === 'mediaKeys' && !inBrowser) return 'The desktop app takes them as hotkeys. Record them below.';
  if (control === 'hotkeys' && inBrowser) return 'They have no effect in the browser, only in the desktop app.';
  if (needs === undefined || capabilities[needs]) return null;
  return inBrowser
    ? 'Only the desktop app can do this; it uses what you set here.'
    : `Not available on this computer; see “${abilitiesTitle}”.`;
}
