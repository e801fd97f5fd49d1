import { useEffect, useEffectEvent, useRef } from 'react';
import { type FadeLevel, fadeLevels, levelStep } from '../../core/rehearsal/fade.ts';
import { useKeys } from '../client/keys.ts';
import { useRun } from './use-run.ts';
import { commands, keyLabel } from '../../core/contract/commands.ts';
import { settingRows } from '../../core/settings/table.ts';
import { keepFocus } from '../ui/focus.ts';
import { counted } from '../ui/format/story.ts';

/**
 * The stage’s own keys: holding H shows the hidden line, + and − change how much text there is (without the message
 * that says so in other views). Returns the same actions for the buttons.
 *
 * Peeking ends when the key is released. It also ends when the window loses the focus or is hidden, since the release
 * can’t be noticed then.
 */
export function useStageKeys(level: FadeLevel): StageKeys {
  const act = useRun();
  /** The `code` of the key that is held, or `button`. */
  const held = useRef<string | null>(null);
  /** The level asked for but not confirmed yet: two quick presses go two levels. */
  const wanted = useRef<{ level: FadeLevel } | null>(null);
  const setLevel = async (next: { level: FadeLevel }): Promise<void> => {
    wanted.current = next;
    await act({ type: 'setLevel', level: next.level });
    if (wanted.current === next) wanted.current = null;
  };
  const keys: StageKeys = {
    down: (by) => {
      if (held.current !== null) return;
      held.current = by;
      void act({ type: 'peekDown' });
    },
    up: () => {
      if (held.current === null) return;
      held.current = null;
      void act({ type: 'peekUp' });
    },
    change: (step) => {
      const from = wanted.current?.level ?? level;
      const next = levelStep(from, step);
      if (next !== from) void setLevel({ level: next });
    },
  };
  useKeys(({ command, event }) => {
    if (command === 'peek') keys.down(event.code);
    else if (command === 'more-text' || command === 'less-text') keys.change(command === 'more-text' ? -1 : 1);
    else return false;
    return true;
  });
  const onReleased = useEffectEvent(({ code }: KeyboardEvent) => {
    // By its place on the keyboard: `key` changes when Shift is released first.
    if (code === held.current) keys.up();
  });
  const onLeft = useEffectEvent(() => keys.up());
  useEffect(() => {
    const released = (event: KeyboardEvent): void => onReleased(event);
    const left = (): void => onLeft();
    window.addEventListener('keyup', released, true);
    window.addEventListener('blur', left);
    document.addEventListener('visibilitychange', left);
    return () => {
      left();
      window.removeEventListener('keyup', released, true);
      window.removeEventListener('blur', left);
      document.removeEventListener('visibilitychange', left);
    };
  }, []);
  return keys;
}

interface StageKeys {
  /** Shows the line; `by` tells this key or button from others pressed meanwhile. */
  down: (by: string) => void;
  up: () => void;
  /** More text (`-1`) or less (`1`). */
  change: (step: 1 | -1) => void;
}

const levelSteps = [
  { command: 'less-text', step: 1, end: fadeLevels.at(-1) },
  { command: 'more-text', step: -1, end: fadeLevels[0] },
] as const;

/** How much text is shown, and the buttons for less and more of it. */
export function LevelButtons({ level, keys }: { level: FadeLevel; keys: StageKeys }) {
  return (
    <span className="key-level">
      {levelSteps.map(({ command, step, end }) => (
        <button
          key={command}
          type="button"
          aria-label={commands[command].title}
          disabled={level === end}
          onMouseDown={keepFocus}
          onClick={() => keys.change(step)}
        >
          <kbd aria-hidden="true">{keyLabel(command)}</kbd>
        </button>
      ))}
      <span className="key-words">text: {levelName(level)}</span>
    </span>
  );
}

function levelName(level: FadeLevel): string {
  const { choices } = settingRows.fadeLevel;
  return (choices.find(({ value }) => value === level)?.label ?? level).toLowerCase();
}

interface PeekButtonProps {
  peeks: number;
  peeking: boolean;
  keys: StageKeys;
}

/** Shows the line while it is pressed, as its key does, and how often that was done. */
export function PeekButton({ peeks, peeking, keys: { down, up } }: PeekButtonProps) {
  const count = peeks > 0 ? ` (${counted(peeks, 'peek')})` : '';
  return (
    <button
      type="button"
      title={commands.peek.title}
      aria-pressed={peeking}
      onMouseDown={keepFocus}
      onPointerDown={() => down('button')}
      onPointerUp={up}
      onPointerLeave={up}
      onPointerCancel={up}
      onBlur={up}
      onKeyDown={(event) => {
        if (isPress(event)) down('button');
      }}
      onKeyUp={(event) => {
        if (isPress(event)) up();
      }}
    >
      <kbd aria-hidden="true">Hold H</kbd> <span className="key-words">peek at the outline{count}</span>
    </button>
  );
}

function isPress({ key }: { key: string }): boolean {
  return key === ' ' || key === 'Enter';
}
