import { useState, type KeyboardEvent } from 'react';
import type { SettingRow } from '../../core/settings/table.ts';
import type { ControlProps } from './SettingControl.tsx';

interface TextControlProps extends ControlProps<string | null> {
  row: Extract<SettingRow, { control: 'text' }>;
}

/** A line of text, set by Enter or by leaving it; empty is none. */
export function TextControl({ id, row, value, set }: TextControlProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    if (draft === null) return;
    const text = draft.trim();
    if (text !== (value ?? '')) set(text === '' ? null : text, text === '' ? 'empty' : `“${text}”`);
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    else if (event.key === 'Escape') setDraft(null);
  };
  return (
    <input
      id={id}
      className="field text-setting"
      type="text"
      spellCheck={false}
      autoComplete="off"
      placeholder={row.placeholder}
      aria-describedby={`${id}-help`}
      value={draft ?? value ?? ''}
      data-writing={draft !== null}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
