import { useEffect, useEffectEvent } from 'react';
import { useKeys } from '../client/keys.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { firstKeysKey } from '../client/status-messages.ts';

/** What a person learns once on this computer: that there are keys, and each step of the first screen. */
export type Lesson = 'first-keys' | 'start' | 'find' | 'float';

type Storing = Pick<Window, 'localStorage'> & { document: Pick<Document, 'cookie'> };

function storedAs(lesson: Lesson): string {
  return `offbook-${lesson}=known`;
}

/** Whether the person learned it in an earlier prompter on this computer. */
export function isLearned(win: Storing, lesson: Lesson): boolean {
  const stored = storedAs(lesson);
  return win.document.cookie.split('; ').includes(stored) || storageOf(win)?.getItem(stored) === 'true';
}

/**
 * Remembers that it was learned: in a cookie, since the browser version has another port at each start, and all other
 * storage of a page belongs to its port; the desktop app's pages have no cookies, but always the same address.
 */
export function rememberLesson(win: Storing, lesson: Lesson): void {
  const stored = storedAs(lesson);
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
    rememberLesson(window, 'first-keys');
    store.setState(({ hidden }) => ({ hidden: [...hidden, firstKeysKey] }));
  };
  const onKnown = useEffectEvent(know);
  useEffect(() => {
    if (!isKnown && (isStarted || isLearned(window, 'first-keys'))) onKnown();
  }, [isKnown, isStarted]);
  useKeys(
    ({ event }) => {
      if (!modifiers.has(event.key)) know();
      return false;
    },
    { isOn: !isKnown },
  );
}
