import { useEffect, useEffectEvent } from 'react';
import { firstKeysKey, knowsFirstKeys, rememberFirstKeys } from './first-keys.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { useKeys } from '../client/use-keys.ts';

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph']);

/** Puts the line of first keys away for good once a key was pressed in the prompter's window, or a hotkey started it. */
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
