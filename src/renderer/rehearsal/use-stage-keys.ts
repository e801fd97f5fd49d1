import { useEffect, useEffectEvent, useRef } from 'react';
import { type FadeLevel, levelStep } from '../../core/rehearsal/fade.ts';
import { useKeys } from '../client/keys.ts';
import { useRun } from './use-run.ts';

/**
 * The keys of the stage that aren't commands of a moment: the hidden line is seen while its key is held, and the
 * text gets more or less without the sentence by which the program tells that elsewhere. Gives what buttons need.
 *
 * Looking ends when the key is let go, and when that can't be noticed any more, because the window lost the focus
 * or is hidden.
 */
export function useStageKeys(level: FadeLevel): StageKeys {
  const act = useRun();
  /** The key, or the button, that is held. */
  const held = useRef<string | null>(null);
  /** What was asked for and isn't there yet: a key that is pressed twice at once goes two levels. */
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
    // By its place: letting go of Shift meanwhile makes another letter of it.
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

export interface StageKeys {
  /** The line is looked at; `by` tells the key or button from others that are pressed meanwhile. */
  down: (by: string) => void;
  up: () => void;
  /** More text (`-1`) or less (`1`). */
  change: (step: 1 | -1) => void;
}
