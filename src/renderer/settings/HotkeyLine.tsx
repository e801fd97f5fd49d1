import { Fragment, useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { commands, keyLabelsOn, type CommandId } from '../../core/contract/commands.ts';
import type { Capabilities } from '../../core/contract/contract.ts';
import { acceleratorLabel, hotkeyProblem, modifierLabel, sameAccelerator } from '../../core/settings/accelerators.ts';
import type { Platform } from '../../core/settings/platform.ts';
import { Icon } from '../ui/Icon.tsx';
import { readHotkey } from './read-hotkey.ts';
import { useSettingsContext } from './settings-context.ts';

/** One command's hotkey: recorded, turned off, reset. */
export function HotkeyLine({ command }: { command: CommandId }) {
  const { app, actions, platform } = useSettingsContext();
  const { hotkeys } = app.settings;
  /** Why the last combination can't be used. */
  const [refused, setRefused] = useState<string | null>(null);
  const { title } = commands[command];
  const [inside] = keyLabelsOn(platform, command);
  const initial = commands[command].hotkey ?? null;
  const accelerator = hotkeys[command] ?? null;

  /** Sets a combination, or none; returns whether it can be used. */
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
      <span>{title}</span>
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
        data-shown={accelerator !== initial}
        disabled={accelerator === initial}
        aria-label={`Reset the hotkey for ${title}`}
        title={`Reset to default: ${initial === null ? 'off' : acceleratorLabel(initial, platform)}`}
        onClick={() => take(initial)}
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
 * Why a command's hotkey doesn't work, with the key that works inside Offbook; null where it works, or where the shell
 * has no hotkeys.
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
  const why = problem ?? `Another program uses ${label}, or the system doesn’t allow it.`;
  return `${why} ${insteadOf(command, platform)}`;
}

function insteadOf(command: CommandId, platform: Platform): string {
  const [key] = keyLabelsOn(platform, command);
  return `${key === undefined ? '' : `Inside Offbook, ${key} still works. `}Record another combination.`;
}

/** The id of the button that records a command’s hotkey. */
export function recorderId(command: CommandId): string {
  return `hotkey-${command}`;
}

interface HotkeyRecorderProps {
  command: CommandId;
  accelerator: string | null;
  /** Sets a combination, or none; returns whether it can be used. */
  take: (accelerator: string | null) => boolean;
  /** Shows why a press can't be a hotkey; null clears that. */
  refuse: (reason: string | null) => void;
  isRefused: boolean;
  /** The id of the element that says why it was refused. */
  describedBy: string;
}

/** A button that shows a hotkey. Once pressed it records the next combination; until then all hotkeys are off. */
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
  /** A released key isn't held any more; and a button would take the release of Space for a click. */
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
      id={recorderId(command)}
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
      title={isRecording ? 'Escape cancels, Backspace turns it off' : 'Record another combination'}
      onClick={() => setHeld([])}
      onKeyDown={record}
      onKeyUp={release}
      onBlur={() => setHeld(null)}
    >
      {isRecording ? asked : breakable(shown)}
    </button>
  );
}

/** A combination that can wrap after a plus where it is too long for the button. */
function breakable(label: string): ReactNode {
  return label.split(/(?<=\+)/u).map((part) => (
    <Fragment key={part}>
      {part}
      <wbr />
    </Fragment>
  ));
}
