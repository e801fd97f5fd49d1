import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';

/**
 * Leaves the focus where it is when a button is clicked, for `onMouseDown`. Otherwise Space would press the button
 * again instead of doing what the view’s key does.
 */
export function keepFocus(event: { preventDefault: () => void }): void {
  event.preventDefault();
}

const scrollKeys: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']);

/** Lets the focused element scroll with the keys that mark sections elsewhere, for `onKeyDown`. */
export function keepScrollKeys(event: KeyboardEvent): void {
  if (scrollKeys.has(event.key)) event.stopPropagation();
}

/** Focuses a sheet when it appears, so that it is read out and its keys scroll it. */
export function useSheetFocus(): RefObject<HTMLElement | null> {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => sheet.current?.focus({ preventScroll: true }), []);
  return sheet;
}

/** Focuses the list of a view when it opens, unless something else has the focus already. */
export function useOpeningFocus<Focused extends HTMLElement>(): RefObject<Focused | null> {
  const list = useRef<Focused>(null);
  // Not a passive effect: a view that was only hidden while the next one loaded comes back without those.
  useLayoutEffect(() => {
    const doc = list.current?.ownerDocument;
    if (doc !== undefined && doc.activeElement === doc.body) list.current?.focus({ preventScroll: true });
  }, []);
  return list;
}
