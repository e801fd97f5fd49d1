import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { acceleratorLabel, hotkeyProblem, modifierLabel, sameAccelerator } from '../../core/settings/accelerators.ts';
import { type CommandId, commands, keyLabelsOn } from '../../core/contract/commands.ts';
import { Icon } from '../ui/Icon.tsx';
import { useSettingsContext } from './settings-context.ts';
import type { Capabilities } from '../../core/contract/contract.ts';
import type { Platform } from '../../core/settings/platform.ts';
import { readHotkey } from './read-hotkey.ts';

/** One command's hotkey: recorded by pressing, turned off, put back. */
export function HotkeyLine({ command }: { command: CommandId }) {
  const { app, actions, platform } = useSettingsContext();
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
  const trouble = refused ?? registrationProblem(command, hotkeys, app.capabilities, platform);

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

/**
 * What keeps a command's hotkey from working, as a sentence that names the key which works inside Offbook;
 * null where nothing does, or where the shell has no hotkeys at all.
 */
export function registrationProblem(
  command: CommandId,
  hotkeys: Readonly<Record<string, string | null>>,
  capabilities: Pick<Capabilities, 'shell' | 'hotkeys'>,
  platform: Platform,
): string | null {
  const accelerator = hotkeys[command] ?? null;
  if (accelerator === null || capabilities.shell === 'browser') return null;
  const held = capabilities.hotkeys.find(
    (hotkey) => hotkey.command === command && sameAccelerator(hotkey.accelerator, accelerator, platform),
  );
  if (held?.state === 'registered') return null;
  const problem = hotkeyProblem(accelerator, command, hotkeys, platform);
  const label = acceleratorLabel(accelerator, platform);
  const why = problem ?? `Another program holds ${label}, or the system doesn’t give it.`;
  return `${why} ${insteadOf(command, platform)}`;
}

function insteadOf(command: CommandId, platform: Platform): string {
  const [key] = keyLabelsOn(platform, command);
  return `${key === undefined ? '' : `Inside Offbook, ${key} still does it. `}Press another combination for it.`;
}

interface HotkeyRecorderProps {
  command: CommandId;
  accelerator: string | null;
  /** Takes a combination, or none; tells whether it is taken. */
  take: (accelerator: string | null) => boolean;
  /** Shows why a press can't be a hotkey; null takes that away. */
  refuse: (reason: string | null) => void;
  isRefused: boolean;
  /** The element that tells why it is refused. */
  describedBy: string;
}

/** A button that shows a hotkey. Pressed, it takes the next combination; all hotkeys rest meanwhile. */
function HotkeyRecorder({ command, accelerator, take, refuse, isRefused, describedBy }: HotkeyRecorderProps) {
  const { actions, platform } = useSettingsContext();
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const isRecording = held !== null;
  const { suspendHotkeys } = actions;

  useEffect(() => {
    if (!isRecording) return undefined;
    suspendHotkeys(true);
    return () => suspendHotkeys(false);
  }, [isRecording, suspendHotkeys]);

  const record = ({ nativeEvent: press }: KeyboardEvent): void => {
    if (!isRecording) return;
    const read = readHotkey(press, platform);
    if (read.kind !== 'left') {
      press.preventDefault();
      press.stopPropagation();
    }
    if (press.repeat) return;
    switch (read.kind) {
      case 'waiting':
        return setHeld(read.modifiers);
      case 'refused':
        setHeld([]);
        return refuse(read.reason);
      case 'recorded':
        return setHeld(take(read.accelerator) ? null : []);
      case 'cleared':
        take(null);
        return setHeld(null);
      case 'cancelled':
      case 'left':
        refuse(null);
        return setHeld(null);
    }
  };
  /** What is released isn't held; and a button would take Space's release for a click. */
  const release = ({ nativeEvent: press }: KeyboardEvent): void => {
    if (!isRecording) return;
    press.preventDefault();
    const read = readHotkey(press, platform);
    if (read.kind === 'waiting') setHeld(read.modifiers);
  };

  const shown = accelerator === null ? 'Off' : acceleratorLabel(accelerator, platform);
  const modifiers = (held ?? []).map((modifier) => `${modifierLabel(modifier, platform)}+`).join('');
  const asked = modifiers || 'Press the keys…';
  return (
    <button
      type="button"
      className="recorder"
      data-recording={isRecording}
      data-refused={isRefused}
      data-off={accelerator === null}
      aria-describedby={describedBy}
      aria-label={
        isRecording
          ? `${asked} for the hotkey of ${commands[command].title}. Escape cancels, Backspace turns it off.`
          : `Hotkey for ${commands[command].title}: ${shown}`
      }
      title={isRecording ? 'Escape cancels, Backspace turns it off' : 'Press to record another combination'}
      onClick={() => setHeld([])}
      onKeyDown={record}
      onKeyUp={release}
      onBlur={() => setHeld(null)}
    >
      {isRecording ? asked : breakable(shown)}
    </button>
  );
}

/** A combination that may break after a plus, where it is too long for the button. */
function breakable(label: string): ReactNode {
  return label.split(/(?<=\+)/u).map((part) => (
    <Fragment key={part}>
      {part}
      <wbr />
    </Fragment>
  ));
}
