import { useState, type SubmitEvent } from 'react';
import type { SettingRow } from '../../core/settings/row.ts';
import type { SettingKey } from '../../core/settings/table.ts';
import { useSettingsContext, type ControlProps } from './settings-context.ts';

interface ProgramControlProps extends Omit<ControlProps<string | null>, 'set'> {
  row: Extract<SettingRow, { control: 'program' }>;
  settingKey: SettingKey;
  /** Resolves to whether it was set: the desktop app asks first. */
  set: (value: string | null, words: string) => Promise<boolean>;
}

/** Never a program's name, since it has a space. */
const another = 'another command';

/** A program from the list, or a command: the desktop app lets you type it, the browser only shows it. */
export function ProgramControl({ id, row, settingKey, value, set }: ProgramControlProps) {
  const { app, actions } = useSettingsContext();
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState<string | null>(null);
  const command = row.choices.some((choice) => choice.value === value) ? null : value;
  const choices = [{ value: '', label: 'Automatic' }, ...row.choices, { value: another, label: 'Another command…' }];
  const chosen = isOpen || command !== null ? another : (value ?? '');

  const choose = (choice: string): void => {
    setOpen(choice === another);
    if (choice === another) return;
    setDraft(null);
    const label = choices.find((candidate) => candidate.value === choice)?.label ?? choice;
    void set(choice === '' ? null : choice, `“${label}”`);
  };
  /** What was typed stays until it is set. */
  const commit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const text = (draft ?? '').trim();
    if (text === '') actions.refuse('Type a command, or choose an editor from the list.');
    else if (text === command || (await set(text, `“${text}”`))) setDraft(null);
  };

  return (
    <div className="program-setting">
      <select
        id={id}
        className="field choice"
        aria-describedby={`${id}-help`}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {chosen === another &&
        (app.capabilities.shell === 'browser' ? (
          <output className="setting-help program-note">
            {command !== null && (
              <>
                Now: <code>{command}</code>.{' '}
              </>
            )}
            A web page can’t choose what this computer runs. Quit Offbook, set <code>{`"${settingKey}"`}</code> in{' '}
            <code>{app.settingsFile}</code>, and start it again.
          </output>
        ) : (
          <form className="program-command" onSubmit={(event) => void commit(event)}>
            <input
              className="field text-setting"
              type="text"
              aria-label={`Command for ${row.title}`}
              aria-describedby={`${id}-command-help`}
              spellCheck={false}
              autoComplete="off"
              placeholder={row.placeholder}
              value={draft ?? command ?? ''}
              data-writing={draft !== null}
              onChange={(event) => setDraft(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setDraft(null);
              }}
            />
            <button type="submit" className="button">
              Use
            </button>
            <p id={`${id}-command-help`} className="setting-help">
              {'{file}'} and {'{line}'} are replaced by the file and line to open. Offbook asks you before it uses a
              command.
            </p>
          </form>
        ))}
    </div>
  );
}
