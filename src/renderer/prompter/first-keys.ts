import { useEffect, useEffectEvent } from 'react';
import { keyLabel } from '../../core/contract/commands.ts';
import { type Remark, samplesKey } from '../client/status-messages.ts';
import type { ViewState } from '../client/store.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { useKeys } from '../client/keys.ts';

/** What `hidden` of the view's state holds once the person has pressed a key. */
export const firstKeysKey = 'first-keys';

const text = `${keyLabel('play-pause')} starts · ${keyLabel('find-story')} finds · ${keyLabel('show-help')} shows all keys`;

/**
 * The status line of a prompter that nobody has pressed a key in yet: where nothing else is said, or only that the
 * stories are samples, it names the keys one begins with.
 */
export function withFirstKeys(
  remark: Remark | null,
  { app, hidden }: Pick<ViewState, 'app' | 'hidden'>,
): Remark | null {
  if (app === null || app.session.prompt === null || app.session.rehearsing !== null) return remark;
  if (app.session.session.status !== 'idle' || hidden.includes(firstKeysKey) || hidden.includes(samplesKey))
    return remark;
  if (remark === null) return { tone: 'info', text, actions: [{ type: 'hide', key: firstKeysKey }] };
  const isSamples = remark.actions.some((action) => action.type === 'hide' && action.key === samplesKey);
  // The keys stay together: on a line of their own, where the two don't fit on one.
  return isSamples ? { ...remark, text: `${remark.text} ${text.replaceAll(' ', '\u{a0}')}` } : remark;
}

/** Whether the status line has nothing but the first keys, so that the controls may take its place. */
export function isFirstKeys(remark: Remark | null): boolean {
  return remark?.actions.some((action) => action.type === 'hide' && action.key === firstKeysKey) === true;
}

const stored = 'offbook-first-keys=known';

type Storing = Pick<Window, 'localStorage'> & { document: Pick<Document, 'cookie'> };

/** Whether a key was pressed in an earlier prompter on this computer. */
export function knowsFirstKeys(win: Storing): boolean {
  return win.document.cookie.split('; ').includes(stored) || storageOf(win)?.getItem(stored) === 'true';
}

/**
 * Remembers that a key was pressed. A cookie, since the browser version has another port at each start, by which all
 * other storage of a page is kept apart; the desktop program's pages have no cookies, but one address always.
 */
export function rememberFirstKeys(win: Storing): void {
  // Browsers keep no cookie longer than 400 days.
  win.document.cookie = `${stored}; max-age=34560000; samesite=strict; path=/`;
  storageOf(win)?.setItem(stored, 'true');
}

/** Null where the person's browser keeps nothing for sites: then the line comes at each start. */
function storageOf(win: Pick<Window, 'localStorage'>): Storage | null {
  try {
    return win.localStorage;
  } catch {
    return null;
  }
}

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph']);

/** Puts the line of first keys away for good once a key was pressed in the prompter's window, or a hotkey started it. */
export function useFirstKeys(): void {
  const { store } = useProgram();
  const isKnown = useView(({ hidden }) => hidden.includes(firstKeysKey));
  const isStarted = useView(({ app }) => app !== null && app.session.session.status !== 'idle');
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
