import { useContext, useSyncExternalStore } from 'react';
import { WindowContext } from '../client/program-context.ts';

/** Whether a media query matches in the view's window. */
export function useMedia(query: string): boolean {
  const win = useContext(WindowContext);
  return useSyncExternalStore(
    (changed) => {
      const list = win.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => win.matchMedia(query).matches,
  );
}
