import type { StoryBrief } from '../../core/contract/contract.ts';
import { useState, type KeyboardEvent } from 'react';
import type { SettingRow } from '../../core/settings/row.ts';
import { readList } from '../ui/format/list.ts';
import { counted } from '../ui/format/story.ts';
import { useSettingsContext, type ControlProps } from './settings-context.ts';

interface ListControlProps extends ControlProps<readonly string[]> {
  row: Extract<SettingRow, { control: 'list' }>;
}

const fewestRows = 3;
const mostRows = 10;

/** One text per line; leaving the field or Control+Enter sets them. What isn't valid stays, so that it can be fixed. */
export function ListControl({ id, row, value, set }: ListControlProps) {
  const { actions } = useSettingsContext();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? value.join('\n');
  const commit = (): void => {
    if (draft === null) return;
    const read = readList(draft, row.title);
    if (!read.ok) {
      actions.refuse(read.error);
      return;
    }
    setDraft(null);
    if (read.value.join('\n') === value.join('\n')) return;
    set(read.value, read.value.length === 0 ? 'empty' : `a list of ${counted(read.value.length, 'line')}`);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) commit();
    else if (event.key === 'Escape') setDraft(null);
  };
  return (
    <textarea
      id={id}
      className="field list-setting"
      dir="auto"
      rows={Math.min(mostRows, Math.max(fewestRows, shown.split('\n').length + 1))}
      spellCheck={false}
      placeholder={row.placeholder}
      aria-describedby={`${id}-help`}
      value={shown}
      data-writing={draft !== null}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}

/** The story of a row; one that no folder has now is undefined. */
export function RowTitle({ story, name }: { story: StoryBrief | undefined; name: string }) {
  return (
    <span className="pins-title" title={story?.title}>
      {name}
      {story === undefined && <span className="setting-remark"> isn’t in any of the folders now</span>}
    </span>
  );
}
