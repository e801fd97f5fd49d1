import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { usePanel } from '../client/program-context.ts';

interface PanelProps {
  title: string;
  children: ReactNode;
}

/** A panel over the bottom of a view. Escape closes it and returns the focus. */
export function Panel({ title, children }: PanelProps) {
  const { closePanel } = usePanel();
  const panel = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const before = panel.current?.ownerDocument.activeElement;
    const field = panel.current?.querySelector<HTMLElement>('input') ?? panel.current?.querySelector('button');
    field?.focus();
    return () => {
      if (before !== null && before !== undefined && 'focus' in before) (before as HTMLElement).focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    closePanel();
  };

  return (
    <dialog className="panel" ref={panel} open aria-label={title} onKeyDown={onKeyDown}>
      {children}
      <button type="button" className="control panel-close" aria-label="Close" title="Close (Esc)" onClick={closePanel}>
        <Icon name="dismiss" />
      </button>
    </dialog>
  );
}
