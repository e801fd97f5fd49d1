import { useContext, useEffect, useEffectEvent } from 'react';
import { pushScope, type KeyScope } from './keys.ts';
import { ViewContext, WindowContext } from './program-context.ts';

/**
 * Has a view decide about the keys pressed in its window, as long as it is drawn; a modal one is a dialog over it.
 * `isOn` false: it is asked about nothing.
 */
export function useKeys(press: KeyScope['press'], { isModal = false, isOn = true } = {}): void {
  const win = useContext(WindowContext);
  const view = useContext(ViewContext);
  const decide = useEffectEvent(press);
  useEffect(
    () => (isOn ? pushScope(win, { view, isModal, press: (pressed) => decide(pressed) }) : undefined),
    [win, view, isModal, isOn],
  );
}
