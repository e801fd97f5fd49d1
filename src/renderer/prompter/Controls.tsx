import { useContext, useEffect, useState } from 'react';
import { commands, keyLabel, type CommandId } from '../../core/contract/commands.ts';
import { isRunning, type Session } from '../../core/prompter/session.ts';
import { keepFocus } from '../ui/focus.ts';
import { usePanel, useRunCommand, useView, WindowContext } from '../client/program-context.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { ViewButtons } from '../ui/Navigation.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { Float } from '../ui/use-float.ts';
import { useResize } from '../ui/use-resize.ts';

interface ControlsProps {
  session: Session;
  /** Null where this window can't float. */
  float: Float | null;
}

interface Button {
  command: CommandId;
  icon: (session: Session) => IconName;
  /** Whether it is on; undefined for buttons that only act. */
  pressed?: (session: Session) => boolean;
  /** The present state in a word, instead of the icon. */
  word?: (session: Session) => string;
  /** What it is now and what its key does, instead of the command’s title. */
  tooltip?: (session: Session, key: string) => string;
  /** The smallest window that has room for it beside the others; smaller ones have it in the panel. */
  room: Room;
}

/** Any window; one that isn’t tiny; one with controls of its own below the outline; one where that line is long. */
type Room = 'tiny' | 'small' | 'high' | 'wide';

const modeWords: Readonly<Record<Session['mode'], { word: string; now: string }>> = {
  auto: { word: 'Auto', now: 'Scrolls automatically' },
  step: { word: 'Step', now: 'Step by step' },
  voice: { word: 'Voice', now: 'Follows your voice' },
};

const buttons: readonly Button[] = [
  { command: 'previous-story', icon: () => 'previous', room: 'high' },
  {
    command: 'play-pause',
    icon: (session) => (isRunning(session) ? 'paused' : 'running'),
    pressed: isRunning,
    tooltip: (session, key) => (isRunning(session) ? `Pause (${key})` : `Start (${key})`),
    room: 'tiny',
  },
  { command: 'next-story', icon: () => 'next', room: 'high' },
  { command: 'next-section', icon: () => 'section', room: 'small' },
  { command: 'find-story', icon: () => 'find', room: 'tiny' },
  { command: 'reset', icon: () => 'reset', room: 'wide' },
  {
    command: 'toggle-mode',
    icon: ({ mode }) => mode,
    pressed: ({ mode }) => mode !== 'step',
    word: ({ mode }) => modeWords[mode].word,
    tooltip: ({ mode }, key) => `${modeWords[mode].now}. ${key} changes that`,
    room: 'wide',
  },
  { command: 'smaller', icon: () => 'smaller', room: 'wide' },
  { command: 'bigger', icon: () => 'bigger', room: 'wide' },
  { command: 'next-theme', icon: () => 'theme', room: 'wide' },
  { command: 'next-size', icon: () => 'size', room: 'wide' },
  { command: 'show-library', icon: () => 'library', room: 'wide' },
  { command: 'show-help', icon: () => 'keys', room: 'wide' },
];

/**
 * Visible only while the pointer moves, or with the focus; each tooltip names the button's key. They are below the outline,
 * and in a low window beside the clock, with the others in a panel.
 */
export function Controls({ session, float }: ControlsProps) {
  const { openPanel } = usePanel();
  const isAwake = usePointerAwake();
  return (
    <div className="controls" role="toolbar" aria-label="Controls" data-awake={isAwake}>
      <ControlButtons session={session} float={float} />
      <Control
        icon="more"
        label="More controls"
        title="More controls"
        room="more"
        press={() => openPanel('controls')}
      />
    </div>
  );
}

/** All controls with their names, for windows that have no room for them. */
export function ControlsPanel({ session, float }: ControlsProps) {
  return (
    <Panel title="Controls">
      <div className="controls-panel">
        <ControlButtons session={session} float={float} isNamed />
      </div>
      <nav className="controls-panel controls-views" aria-label="Views">
        <ViewButtons />
      </nav>
    </Panel>
  );
}

interface ControlButtonsProps extends ControlsProps {
  /** With their names beside them. Those of the smallest window come first: there the first has the focus. */
  isNamed?: boolean;
  /** One that is there in another way. */
  leftOut?: CommandId;
}

/** One for each command, and for what the window itself can do. */
export function ControlButtons({ session, float, isNamed = false, leftOut }: ControlButtonsProps) {
  const runCommand = useRunCommand();
  const win = useContext(WindowContext);
  const resize = useResize(float);
  // The desktop app's window has no frame to close it by.
  const isFrameless = useView(({ app }) => app?.capabilities.shell === 'electron');
  const listed = isNamed ? buttons.toSorted((one, other) => roomOrder[one.room] - roomOrder[other.room]) : buttons;
  return (
    <>
      {listed
        .filter(({ command }) => command !== leftOut)
        .map(({ command, icon, pressed, word, tooltip, room }) => (
          <Control
            key={command}
            icon={icon(session)}
            word={word?.(session)}
            label={commands[command].title}
            title={tooltip?.(session, keyLabel(command)) ?? `${commands[command].title} (${keyLabel(command)})`}
            pressed={pressed?.(session)}
            room={room}
            isNamed={isNamed}
            press={() => {
              if (!resize(command)) runCommand(command);
            }}
          />
        ))}
      {float !== null && (
        <Control
          icon="float"
          label="Float"
          title={`Float above other windows (${keyLabel('toggle-prompter')})`}
          pressed={float.win !== null}
          room="high"
          isNamed={isNamed}
          press={float.toggle}
        />
      )}
      {isFrameless && (
        <Control
          icon="dismiss"
          label={isNamed ? 'Close the prompter' : 'Close'}
          title="Close the prompter"
          room="wide"
          isNamed={isNamed}
          press={() => win.close()}
        />
      )}
    </>
  );
}

const roomOrder: Readonly<Record<Room, number>> = { tiny: 0, small: 1, high: 2, wide: 3 };

interface ControlProps {
  icon: IconName;
  word?: string | undefined;
  label: string;
  title: string;
  pressed?: boolean | undefined;
  room: Room | 'more';
  isNamed?: boolean;
  press: () => void;
}

function Control({ icon, word, label, title, pressed, room, isNamed = false, press }: ControlProps) {
  return (
    <button
      type="button"
      className={isNamed ? 'quiet' : 'control'}
      data-room={room}
      aria-label={isNamed ? undefined : label}
      aria-pressed={pressed}
      title={title}
      onMouseDown={keepFocus}
      onClick={press}
    >
      {word === undefined || isNamed ? <Icon name={icon} /> : <span className="mode-word">{word}</span>}
      {isNamed && <span>{label}</span>}
    </button>
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
