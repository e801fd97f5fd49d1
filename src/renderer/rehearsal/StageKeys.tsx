import { useEffect, useEffectEvent, useRef } from 'react';
import { type FadeLevel, fadeLevels, levelStep } from '../../core/rehearsal/fade.ts';
import { useKeys } from '../client/keys.ts';
import { useRun } from './use-run.ts';
import { commands, keyLabel } from '../../core/contract/commands.ts';
import { settingRows } from '../../core/settings/table.ts';
import { keepFocus } from '../ui/focus.ts';
import { counted } from '../ui/format/story.ts';

/**
 * The stage’s own keys: holding H shows the hidden line, ] and [ change how much text there is (without the message
 * that says so in other views). Returns the same actions for the buttons.
 */
export function useStageKeys(level: FadeLevel): StageKeys {
  const act = useRun();
  const peek = usePeek();
  /** The level asked for but not confirmed yet: two quick presses go two levels. */
  const wanted = useRef<{ level: FadeLevel } | null>(null);
  const setLevel = async (next: { level: FadeLevel }): Promise<void> => {
    wanted.current = next;
    await act({ type: 'setLevel', level: next.level });
    if (wanted.current === next) wanted.current = null;
  };
  const change = (step: 1 | -1): void => {
    const from = wanted.current?.level ?? level;
    const next = levelStep(from, step);
    if (next !== from) void setLevel({ level: next });
  };
  useKeys(({ command }) => {
    if (command !== 'more-text' && command !== 'less-text') return false;
    change(command === 'more-text' ? -1 : 1);
    return true;
  });
  return { ...peek, change };
}

/**
 * Holding H peeks, as long as `isOn`. Peeking ends when the key is released. It also ends when the window loses the focus
 * or is hidden, since the release can’t be noticed then.
 */
export function usePeek(isOn = true): PeekKeys {
  const act = useRun();
  /** The `code` of the key that is held, or `button`. */
  const held = useRef<string | null>(null);
  const keys: PeekKeys = {
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
  };
  useKeys(
    ({ command, event }) => {
      if (command === 'peek') keys.down(event.code);
      return command === 'peek';
    },
    { isOn },
  );
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

interface PeekKeys {
  /** Shows the text; `by` tells this key or button from others pressed meanwhile. */
  down: (by: string) => void;
  up: () => void;
}

interface StageKeys extends PeekKeys {
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
  /** What it shows. */
  at: 'the outline' | 'your answer';
  peeks?: number;
  peeking: boolean;
  keys: PeekKeys;
}

/** Shows the text while it is pressed, as its key does, and how often that was done. */
export function PeekButton({ at, peeks = 0, peeking, keys: { down, up } }: PeekButtonProps) {
  const count = peeks > 0 ? ` (${counted(peeks, 'peek')})` : '';
  return (
    <button
      type="button"
      title={`Peek at ${at}`}
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
      <kbd aria-hidden="true">Hold H</kbd>{' '}
      <span className="key-words">
        peek at {at}
        {count}
      </span>
    </button>
  );
}

function isPress({ key }: { key: string }): boolean {
  return key === ' ' || key === 'Enter';
}
