import { useContext, useEffect, useState } from 'react';
import { WindowContext } from '../client/program-context.ts';

/** A mouse that rests for this long isn't looking for a button, and what it calls up covers a line of the story. */
const restsAfterMs = 3000;

/**
 * Whether the mouse moved or pressed in this window within the last three seconds. The only timer is the one that a
 * movement starts: a window that nobody touches wakes for nothing.
 */
export function usePointerAwake(): boolean {
  const win = useContext(WindowContext);
  const [isAwake, setAwake] = useState(false);
  useEffect(() => {
    let timer: number | undefined;
    let place = '';
    const wake = ({ type, screenX, screenY }: PointerEvent): void => {
      // Text that scrolls by under a resting mouse can count as a movement.
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
