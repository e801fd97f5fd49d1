import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';

const scrollKeys: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']);

/** Lets the keys that mark sections elsewhere scroll what has the focus; for `onKeyDown`. */
export function keepScrollKeys(event: KeyboardEvent): void {
  if (scrollKeys.has(event.key)) event.stopPropagation();
}

/** A sheet gets the focus when it comes, so that it is read out and the keys scroll it. */
export function useSheetFocus(): RefObject<HTMLElement | null> {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => sheet.current?.focus({ preventScroll: true }), []);
  return sheet;
}
