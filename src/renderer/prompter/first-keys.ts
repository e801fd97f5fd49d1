import { useEffect, useEffectEvent } from 'react';
import { useKeys } from '../client/keys.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { firstKeysKey } from '../client/status-messages.ts';

const stored = 'offbook-first-keys=known';

type Storing = Pick<Window, 'localStorage'> & { document: Pick<Document, 'cookie'> };

/** Whether a key was pressed in an earlier prompter on this computer. */
export function knowsFirstKeys(win: Storing): boolean {
  return win.document.cookie.split('; ').includes(stored) || storageOf(win)?.getItem(stored) === 'true';
}

/**
 * Remembers that a key was pressed: in a cookie, since the browser version has another port at each start, and all other
 * storage of a page belongs to its port; the desktop app's pages have no cookies, but always the same address.
 */
export function rememberFirstKeys(win: Storing): void {
  // Browsers keep no cookie longer than 400 days.
  win.document.cookie = `${stored}; max-age=34560000; samesite=strict; path=/`;
  storageOf(win)?.setItem(stored, 'true');
}

/** Null where the person's browser keeps nothing for sites: then the first keys are shown at each start. */
function storageOf(win: Pick<Window, 'localStorage'>): Storage | null {
  try {
    return win.localStorage;
  } catch {
    return null;
  }
}

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph']);

/** Hides the first keys for good once a key was pressed in the prompter's window, or a hotkey started the clock. */
export function useFirstKeys(): void {
  const { store } = useProgram();
  const isKnown = useView(({ hidden }) => hidden.includes(firstKeysKey));
  const isStarted = useView(({ app }) => app !== null && app.session.session.status.kind !== 'idle');
  const know = (): void => {
    rememberFirstKeys(window);
    store.setState(({ hidden }) => ({ hidden: [...hidden, firstKeysKey] }));
  };
  const onKnown = useEffectEvent(know);
  useEffect(() => {
    if (!isKnown && (isStarted || knowsFirstKeys(window))) onKnown();
  }, [isKnown, isStarted]);
  useKeys(
    ({ event }) => {
      if (!modifiers.has(event.key)) know();
      return false;
    },
    { isOn: !isKnown },
  );
}
