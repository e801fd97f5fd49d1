import { type ReactNode, useEffect, useId, useRef } from 'react';
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
  // The element that had the focus, before the dialog takes it.
  useEffect(() => {
    const before = sheet.current?.ownerDocument.activeElement;
    sheet.current?.showModal();
    const own = sheet.current?.querySelector<HTMLElement>('[data-first]');
    own?.focus();
    return () => {
      if (before !== null && before !== undefined && 'focus' in before) (before as HTMLElement).focus();
    };
  }, []);
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
