import { useContext, useSyncExternalStore } from 'react';
import { WindowContext } from '../client/program-context.ts';

/** Whether a media query holds in the window that the view is drawn in. */
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
