import { Fragment, useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { acceleratorLabel, modifierLabel } from '../../core/settings/accelerators.ts';
import { commands, type CommandId } from '../../core/contract/commands.ts';
import { readHotkey } from './accelerator.ts';
import { useDesk } from './settings-context.ts';

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
export function HotkeyRecorder({ command, accelerator, take, refuse, isRefused, describedBy }: HotkeyRecorderProps) {
  const { actions, platform } = useDesk();
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
