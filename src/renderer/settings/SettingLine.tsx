import type { ReactNode } from 'react';
import { settingRows, type SettingKey, type SettingRow } from '../../core/settings/table.ts';
import { Icon } from '../ui/Icon.tsx';
import { useDesk } from './settings-context.ts';
import { SettingControl } from './SettingControl.tsx';
import { withoutEffect } from './without-effect.ts';

interface SettingLineProps {
  settingKey: SettingKey;
  /** It isn't as it was at first. */
  isChanged: boolean;
  /** Below the line: lists that need all of its width. */
  children: ReactNode;
}

/** Controls with parts of their own, which the title names as a group; the others it labels. */
const lists: ReadonlySet<SettingRow['control']> = new Set<SettingRow['control']>(['folders', 'pins', 'hotkeys']);

/** A setting: its name and a line of help, its control, and the way back to what it was at first. */
export function SettingLine({ settingKey, isChanged, children }: SettingLineProps) {
  const { app, actions } = useDesk();
  const row: SettingRow = settingRows[settingKey];
  const id = `setting-${settingKey}`;
  const isList = lists.has(row.control);
  const remark = withoutEffect(row, app.capabilities);
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
          title={`Reset ${row.title} to what it was at first`}
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
