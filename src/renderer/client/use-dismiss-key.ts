import { useContext } from 'react';
import { commandForKey } from '../../core/contract/command-keys.ts';
import { closest } from './keys.ts';
import { ViewContext } from './program-context.ts';
import { useKeys } from './use-keys.ts';

/** A dialog closes by Escape, and what is being written is forgotten. */
const hasEscape = 'dialog, [data-writing="true"], [role="combobox"]';

/** Has Escape dismiss what is said, where the key means nothing else; null while there is nothing to dismiss. */
export function useDismissKey(dismiss: (() => void) | null): void {
  const view = useContext(ViewContext);
  useKeys(
    ({ name, event }) => {
      if (name !== 'Escape' || commandForKey(event, view) !== null || closest(event.target, hasEscape)) return false;
      dismiss?.();
      return true;
    },
    { isOn: dismiss !== null },
  );
}
