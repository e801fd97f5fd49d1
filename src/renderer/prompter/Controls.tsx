import { commands, keyLabel, type CommandId } from '../../core/contract/commands.ts';
import { isRunning, type Session } from '../../core/prompter/session.ts';
import { keepFocus } from '../ui/focus.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { useRunCommand } from '../client/program-context.ts';
import type { Float } from '../ui/use-float.ts';
import { usePointerAwake } from './use-pointer-awake.ts';

interface ControlsProps {
  session: Session;
  /** Null where this window can't float. */
  float: Float | null;
}

interface Button {
  command: CommandId;
  icon: (session: Session) => IconName;
  /** Whether it is on; left out for buttons that just do something. */
  pressed?: (session: Session) => boolean;
  /** Gives way where the window is narrow. */
  lesser: boolean;
}

const buttons: readonly Button[] = [
  { command: 'previous-story', icon: () => 'previous', lesser: false },
  {
    command: 'play-pause',
    icon: (session) => (isRunning(session) ? 'paused' : 'running'),
    pressed: isRunning,
    lesser: false,
  },
  { command: 'next-story', icon: () => 'next', lesser: false },
  { command: 'find-story', icon: () => 'find', lesser: true },
  { command: 'reset', icon: () => 'reset', lesser: true },
  { command: 'toggle-mode', icon: ({ mode }) => mode, pressed: ({ mode }) => mode === 'auto', lesser: true },
  { command: 'smaller', icon: () => 'smaller', lesser: true },
  { command: 'bigger', icon: () => 'bigger', lesser: true },
  { command: 'next-theme', icon: () => 'theme', lesser: true },
  { command: 'show-library', icon: () => 'library', lesser: true },
  { command: 'show-help', icon: () => 'keys', lesser: true },
];

/** Seen only under a pointer that moves, or with the focus; each has a key, which its tooltip tells. */
export function Controls({ session, float }: ControlsProps) {
  const runCommand = useRunCommand();
  const isAwake = usePointerAwake();
  return (
    <div className="controls" role="toolbar" aria-label="Controls" data-awake={isAwake}>
      {buttons.map(({ command, icon, pressed, lesser }) => (
        <button
          key={command}
          type="button"
          className="control"
          data-lesser={lesser}
          aria-label={commands[command].title}
          aria-pressed={pressed?.(session)}
          title={`${commands[command].title} (${keyLabel(command)})`}
          onMouseDown={keepFocus}
          onClick={() => runCommand(command)}
        >
          <Icon name={icon(session)} />
        </button>
      ))}
      {float !== null && (
        <button
          type="button"
          className="control"
          aria-label="Float"
          aria-pressed={float.win !== null}
          title={`Float above other windows (${keyLabel('toggle-prompter')})`}
          onMouseDown={keepFocus}
          onClick={float.toggle}
        >
          <Icon name="float" />
        </button>
      )}
    </div>
  );
}
