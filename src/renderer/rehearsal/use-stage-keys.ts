import { useEffect, useRef } from 'react';
import type { CommandId } from '../../core/contract/commands.ts';
import { levelStep, type FadeLevel } from '../../core/rehearsal/fade.ts';
import { answerKey, placeOf } from '../client/keys.ts';
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
  // What listeners call is always that of the last drawing; they are put on only once.
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const command = commandOf(event);
      if (command !== 'peek' && command !== 'more-text' && command !== 'less-text') return;
      event.preventDefault();
      if (command !== 'peek') latest.current.change(command === 'more-text' ? -1 : 1);
      else if (!event.repeat) latest.current.down(event.code);
    };
    const released = (event: KeyboardEvent): void => {
      // By its place: letting go of Shift meanwhile makes another letter of it.
      if (event.code === held.current) latest.current.up();
    };
    const left = (): void => latest.current.up();
    // Before the keys that all views share.
    window.addEventListener('keydown', pressed, true);
    window.addEventListener('keyup', released, true);
    window.addEventListener('blur', left);
    document.addEventListener('visibilitychange', left);
    return () => {
      left();
      window.removeEventListener('keydown', pressed, true);
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

/** What a press asks for, also when it comes again because the key is held. */
function commandOf(event: KeyboardEvent): CommandId | 'nothing' | null {
  if (event.defaultPrevented || event.isComposing) return null;
  const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
  const press = { key, shiftKey, ctrlKey, altKey, metaKey, repeat: false };
  return answerKey(press, placeOf(event.target), 'rehearsal');
}
