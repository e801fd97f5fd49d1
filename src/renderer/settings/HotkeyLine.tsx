import { useState } from 'react';
import { acceleratorLabel, hotkeyProblem } from '../../core/settings/accelerators.ts';
import { commands, keyLabelsOn, type CommandId } from '../../core/contract/commands.ts';
import { Icon } from '../ui/Icon.tsx';
import { useDesk } from './settings-context.ts';
import { hotkeyTrouble } from './held-hotkey.ts';
import { HotkeyRecorder } from './HotkeyRecorder.tsx';

/** One command's hotkey: recorded by pressing, turned off, put back. */
export function HotkeyLine({ command }: { command: CommandId }) {
  const { app, actions, platform } = useDesk();
  const { hotkeys } = app.settings;
  /** Why the combination that was pressed last isn't taken. */
  const [refused, setRefused] = useState<string | null>(null);
  const { title } = commands[command];
  const [inside] = keyLabelsOn(platform, command);
  const atFirst = commands[command].hotkey ?? null;
  const accelerator = hotkeys[command] ?? null;

  /** Takes a combination, or none; tells whether it is taken. */
  const take = (wanted: string | null): boolean => {
    const problem = wanted === null ? null : hotkeyProblem(wanted, command, hotkeys, platform);
    setRefused(problem);
    if (problem !== null) return false;
    const words = wanted === null ? 'off' : acceleratorLabel(wanted, platform);
    if (wanted !== accelerator) {
      const kept = { ...hotkeys, [command]: wanted };
      actions.change({ hotkeys: kept }, `The hotkey for “${title}” is now ${words}.`);
    }
    return true;
  };
  const trouble = refused ?? hotkeyTrouble(command, hotkeys, app.capabilities, platform);

  return (
    <li className="hotkey">
      <span className="hotkey-title">{title}</span>
      <span className="hotkey-inside">
        {inside !== undefined && (
          <kbd>
            <span className="unseen">Inside Offbook: </span>
            {inside}
          </kbd>
        )}
      </span>
      <HotkeyRecorder
        {...{ command, accelerator, take, refuse: setRefused }}
        isRefused={trouble !== null}
        describedBy={`hotkey-${command}-trouble`}
      />
      <button
        type="button"
        className="control setting-reset"
        data-shown={accelerator !== null}
        disabled={accelerator === null}
        aria-label={`Turn off the hotkey for ${title}`}
        title="Turn this hotkey off"
        onClick={() => take(null)}
      >
        <Icon name="dismiss" />
      </button>
      <button
        type="button"
        className="control setting-reset"
        data-shown={accelerator !== atFirst}
        disabled={accelerator === atFirst}
        aria-label={`Reset the hotkey for ${title}`}
        title={`As at first: ${atFirst === null ? 'off' : acceleratorLabel(atFirst, platform)}`}
        onClick={() => take(atFirst)}
      >
        <Icon name="reset" />
      </button>
      <p id={`hotkey-${command}-trouble`} className="hotkey-trouble" role="alert">
        {trouble !== null && `✕ ${refused === null ? 'Refused. ' : ''}${trouble}`}
      </p>
    </li>
  );
}
