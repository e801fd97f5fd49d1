import { useContext, useEffect } from 'react';
import { firstKeysKey, knowsFirstKeys, rememberFirstKeys } from './first-keys.ts';
import { useProgram, useView, WindowContext } from '../client/program-context.ts';

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph']);

/** Puts the line of first keys away for good once a key was pressed in the prompter's window, or a hotkey started it. */
export function useFirstKeys(): void {
  const { store } = useProgram();
  const win = useContext(WindowContext);
  const isKnown = useView(({ hidden }) => hidden.includes(firstKeysKey));
  const isStarted = useView(({ app }) => app !== null && app.session.session.status.kind !== 'idle');
  useEffect(() => {
    if (isKnown) return undefined;
    const know = (): void => {
      rememberFirstKeys(window);
      store.setState(({ hidden }) => ({ hidden: [...hidden, firstKeysKey] }));
    };
    if (isStarted || knowsFirstKeys(window)) {
      know();
      return undefined;
    }
    const press = ({ key }: KeyboardEvent): void => {
      if (!modifiers.has(key)) know();
    };
    win.addEventListener('keydown', press, true);
    return () => win.removeEventListener('keydown', press, true);
  }, [store, win, isKnown, isStarted]);
}
