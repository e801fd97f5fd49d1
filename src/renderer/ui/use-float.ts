import { useEffect, useState } from 'react';
import { canFloat, openFloat } from './float.ts';
import { useProgram } from '../client/program-context.ts';
import { showError } from '../client/store.ts';

export interface Float {
  /** The floating window; null while the prompter is in the page. */
  win: Window | null;
  toggle: () => void;
}

/** The prompter's floating window, where the browser has such. Null in Electron, whose window floats by itself. */
export function useFloat(isBrowser: boolean): Float | null {
  const { store } = useProgram();
  const [win, setWin] = useState<Window | null>(null);
  useEffect(() => {
    if (win === null) return undefined;
    const closed = (): void => setWin(null);
    win.addEventListener('pagehide', closed);
    return () => win.removeEventListener('pagehide', closed);
  }, [win]);

  if (!isBrowser || !canFloat(window)) return null;
  const open = async (): Promise<void> => {
    try {
      setWin(await openFloat(window));
    } catch (error) {
      showError(store, error instanceof Error ? error.message : String(error));
    }
  };
  return {
    win,
    toggle: () => {
      if (win === null) void open();
      else win.close();
    },
  };
}
