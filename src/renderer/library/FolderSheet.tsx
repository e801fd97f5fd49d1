import { useLayoutEffect, useRef } from 'react';
import { Folders } from '../ui/Folders.tsx';
import { Icon } from '../ui/Icon.tsx';
import { usePanel } from '../client/program-context.ts';

/** The folders that stories are read from, over the library. What comes in by it is shown. */
export function FolderSheet({ awaitNew }: { awaitNew: (awaits: boolean) => void }) {
  const { closePanel } = usePanel();
  const sheet = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    sheet.current?.showModal();
    sheet.current?.querySelector('input')?.focus();
  }, []);

  return (
    <dialog className="sheet" ref={sheet} aria-labelledby="folders-title" onClose={closePanel}>
      <div className="sheet-head">
        <h2 id="folders-title">Story folders</h2>
        <button type="button" className="control" aria-label="Close" title="Close (Esc)" onClick={closePanel}>
          <Icon name="dismiss" />
        </button>
      </div>
      <Folders awaitNew={awaitNew} done={closePanel} />
    </dialog>
  );
}
