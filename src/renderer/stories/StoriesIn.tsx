import { type ReactNode, useContext, useEffect, useEffectEvent } from 'react';
import { isRunning } from '../../core/prompter/session.ts';
import { usePanel, useProgram, useView, WindowContext } from '../client/program-context.ts';
import { showError } from '../client/store.ts';
import { filesIn } from './take-files.ts';
import { useIncoming } from './use-incoming.ts';
import './stories.css';

interface StoriesInProps {
  /** The dialog for them; null for a page whose prompter floats, and has it. */
  dialog: ReactNode;
}

/** Lets stories in: files and folders dropped on any view, text pasted into it, and the dialog for them. */
export function StoriesIn({ dialog }: StoriesInProps) {
  const { store, pathOf } = useProgram();
  const win = useContext(WindowContext);
  const { panel } = usePanel();
  const { takeFiles, takeText } = useIncoming();
  const isBusy = useView(
    ({ app }) => app !== null && (app.session.rehearsing !== null || isRunning(app.session.session)),
  );

  /** A dialog must never come up while somebody speaks. */
  const mayTake = (): boolean => {
    if (isBusy) showError(store, 'The clock is running. Pause it first, and then add your stories.');
    return !isBusy;
  };
  const drop = useEffectEvent((event: DragEvent) => {
    if (event.dataTransfer === null || !hasFiles(event)) return;
    event.preventDefault();
    mark(win.document, false);
    if (!mayTake()) return;
    filesIn(event.dataTransfer, pathOf)
      .then(takeFiles)
      .catch((error: unknown) => showError(store, error instanceof Error ? error.message : String(error)));
  });
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const data = event.clipboardData;
    if (data === null || isWriting(event.target) || (panel !== null && panel !== 'folder')) return;
    event.preventDefault();
    if (!mayTake()) return;
    const files = [...data.files];
    if (files.length > 0) void takeFiles(files.map((file) => ({ file, path: pathOf(file), isFolder: false })));
    else void takeText({ html: data.getData('text/html'), text: data.getData('text/plain') });
  });
  const drag = useEffectEvent((event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    mark(win.document, true);
  });
  const leave = useEffectEvent((event: DragEvent) => {
    // Only what leaves the window has nowhere to go.
    if (event.relatedTarget === null) mark(win.document, false);
  });

  useEffect(() => {
    const ends = new AbortController();
    const { signal } = ends;
    win.addEventListener('dragover', (event) => drag(event), { signal });
    win.addEventListener('dragleave', (event) => leave(event), { signal });
    win.addEventListener('drop', (event) => drop(event), { signal });
    win.document.addEventListener('paste', (event) => paste(event), { signal });
    return () => ends.abort();
  }, [win]);

  return panel === 'folder' ? dialog : null;
}

/** Shows that what is dragged over the window can be dropped. */
function mark(doc: Document, isOver: boolean): void {
  doc.documentElement.dataset['dropping'] = String(isOver);
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}

/** Whether text is pasted into a field, which takes it. An element of a floating window belongs to another realm. */
function isWriting(target: EventTarget | null): boolean {
  return target !== null && 'closest' in target && (target as Element).closest('input, textarea, select') !== null;
}
