import { useContext, useEffect, useState } from 'react';
import { commands, keyLabel, type CommandId } from '../../core/contract/commands.ts';
import { isRunning, type Session } from '../../core/prompter/session.ts';
import { keepFocus } from '../ui/focus.ts';
import { useRunCommand, useView, WindowContext } from '../client/program-context.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import type { Float } from '../ui/use-float.ts';

interface ControlsProps {
  session: Session;
  /** Null where this window can't float. */
  float: Float | null;
}

interface Button {
  command: CommandId;
  /** An icon, or the present state in a word. */
  face: { icon: (session: Session) => IconName } | { word: (session: Session) => string };
  /** Whether it is on; undefined for buttons that only act. */
  pressed?: (session: Session) => boolean;
  /** What it is now, and what the key does, instead of the command’s title. */
  tooltip?: (session: Session, key: string) => string;
  /** Hidden where the window is narrow. */
  lesser: boolean;
}

const buttons: readonly Button[] = [
  { command: 'previous-story', face: { icon: () => 'previous' }, lesser: false },
  {
    command: 'play-pause',
    face: { icon: (session) => (isRunning(session) ? 'paused' : 'running') },
    pressed: isRunning,
    tooltip: (session, key) => (isRunning(session) ? `Pause (${key})` : `Start (${key})`),
    lesser: false,
  },
  { command: 'next-story', face: { icon: () => 'next' }, lesser: false },
  { command: 'find-story', face: { icon: () => 'find' }, lesser: true },
  { command: 'reset', face: { icon: () => 'reset' }, lesser: true },
  {
    command: 'toggle-mode',
    face: { word: ({ mode }) => (mode === 'auto' ? 'Auto' : 'Step') },
    pressed: ({ mode }) => mode === 'auto',
    tooltip: ({ mode }, key) =>
      mode === 'auto' ? `Scrolls automatically. ${key}: step by step` : `Step by step. ${key}: scroll automatically`,
    lesser: true,
  },
  { command: 'smaller', face: { icon: () => 'smaller' }, lesser: true },
  { command: 'bigger', face: { icon: () => 'bigger' }, lesser: true },
  { command: 'next-theme', face: { icon: () => 'theme' }, lesser: true },
  { command: 'show-library', face: { icon: () => 'library' }, lesser: true },
  { command: 'show-help', face: { icon: () => 'keys' }, lesser: true },
];

/** Visible only while the pointer moves, or with the focus; each tooltip names the button's key. */
export function Controls({ session, float }: ControlsProps) {
  const runCommand = useRunCommand();
  const win = useContext(WindowContext);
  const isAwake = usePointerAwake();
  // The desktop app's window has no frame to close it by.
  const isFrameless = useView(({ app }) => app?.capabilities.shell === 'electron');
  return (
    <div className="controls" role="toolbar" aria-label="Controls" data-awake={isAwake}>
      {buttons.map(({ command, face, pressed, tooltip, lesser }) => (
        <button
          key={command}
          type="button"
          className="control"
          data-lesser={lesser}
          aria-label={commands[command].title}
          aria-pressed={pressed?.(session)}
          title={tooltip?.(session, keyLabel(command)) ?? `${commands[command].title} (${keyLabel(command)})`}
          onMouseDown={keepFocus}
          onClick={() => runCommand(command)}
        >
          {'icon' in face ? (
            <Icon name={face.icon(session)} />
          ) : (
            <span className="mode-word">{face.word(session)}</span>
          )}
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
      {isFrameless && (
        <button
          type="button"
          className="control"
          data-lesser
          aria-label="Close"
          title="Close the prompter"
          onMouseDown={keepFocus}
          onClick={() => win.close()}
        >
          <Icon name="dismiss" />
        </button>
      )}
    </div>
  );
}

/** A mouse that rests this long isn't looking for a button, and the buttons hide a line of the story. */
const restsAfterMs = 3000;

/**
 * Whether the mouse moved or pressed in this window within the last three seconds. Only a movement starts a timer, so an
 * untouched window never wakes.
 */
function usePointerAwake(): boolean {
  const win = useContext(WindowContext);
  const [isAwake, setAwake] = useState(false);
  useEffect(() => {
    let timer: number | undefined;
    let place = '';
    const wake = ({ type, screenX, screenY }: PointerEvent): void => {
      // Text that scrolls under a resting mouse can count as a movement.
      const now = `${screenX} ${screenY}`;
      if (type === 'pointermove' && now === place) return;
      place = now;
      setAwake(true);
      win.clearTimeout(timer);
      timer = win.setTimeout(() => setAwake(false), restsAfterMs);
    };
    const types = ['pointermove', 'pointerdown'] as const;
    for (const type of types) win.addEventListener(type, wake, { passive: true });
    return () => {
      win.clearTimeout(timer);
      for (const type of types) win.removeEventListener(type, wake);
    };
  }, [win]);
  return isAwake;
}
