import { useContext, useEffect, useRef } from 'react';
import { commandForKey } from '../../core/contract/commands.ts';
import { ViewContext, WindowContext } from './program-context.ts';

/** Has Escape put away what is said, where the key means nothing else; null while there is nothing to put away. */
export function useDismissKey(dismiss: (() => void) | null): void {
  const win = useContext(WindowContext);
  const view = useContext(ViewContext);
  const latest = useRef(dismiss);
  useEffect(() => {
    latest.current = dismiss;
  });
  const isWanted = dismiss !== null;
  useEffect(() => {
    if (!isWanted) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      // A dialog closes by it, a line that is being written forgets what was typed, and a rehearsal ends.
      if (commandForKey(event, view) !== null || isTaken(event.target)) return;
      event.preventDefault();
      latest.current?.();
    };
    win.addEventListener('keydown', press);
    return () => win.removeEventListener('keydown', press);
  }, [win, view, isWanted]);
}

function isTaken(target: EventTarget | null): boolean {
  const taken = 'dialog, [data-writing="true"], [data-recording="true"], [role="combobox"]';
  return target !== null && 'closest' in target && (target as Element).closest(taken) !== null;
}
