import { useEffect, useEffectEvent } from 'react';
import { keep, kept } from '../client/kept.ts';
import { useKeys } from '../client/keys.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { firstKeysKey } from '../client/status-messages.ts';

/** In the browser's memory once a key was pressed. */
const keysKnown = 'offbook-first-keys';

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph']);

/** Hides the first keys for good once a key was pressed in the prompter's window, or a hotkey started the clock. */
export function useFirstKeys(): void {
  const { store } = useProgram();
  const isKnown = useView(({ hidden }) => hidden.includes(firstKeysKey));
  const isStarted = useView(({ app }) => app !== null && app.session.session.status.kind !== 'idle');
  const know = (): void => {
    keep(window, keysKnown, 'known');
    store.setState(({ hidden }) => ({ hidden: [...hidden, firstKeysKey] }));
  };
  const onKnown = useEffectEvent(know);
  useEffect(() => {
    if (!isKnown && (isStarted || kept(window, keysKnown) !== null)) onKnown();
  }, [isKnown, isStarted]);
  useKeys(
    ({ event }) => {
      if (!modifiers.has(event.key)) know();
      return false;
    },
    { isOn: !isKnown },
  );
}
