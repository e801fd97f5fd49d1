import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useKeys } from '../client/keys.ts';
import { Icon } from './Icon.tsx';

interface SheetProps {
  title: string;
  close: () => void;
  children: ReactNode;
}

/** A dialog over a whole view; its element with `data-first` has the focus. Escape closes it and gives the focus back. */
export function Sheet({ title, close, children }: SheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const id = useId();
  // All keys are its own, wherever the focus is: Escape must not also leave the view.
  useKeys(() => false, { isModal: true });
  const before = useRef<Element | null>(null);
  // Before the effects of what is inside, which may focus something else.
  useLayoutEffect(() => {
    before.current = sheet.current?.ownerDocument.activeElement ?? null;
    sheet.current?.showModal();
    sheet.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, []);
  // Once the dialog is gone: while it is there, nothing behind it takes the focus.
  useEffect(
    () => () => {
      if (before.current !== null && 'focus' in before.current) (before.current as HTMLElement).focus();
    },
    [],
  );
  return (
    <dialog className="sheet" ref={sheet} aria-labelledby={id} onClose={close}>
      <div className="sheet-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="control" aria-label="Close" title="Close (Esc)" onClick={close}>
          <Icon name="dismiss" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
