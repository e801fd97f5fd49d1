import { useContext, useEffect, useEffectEvent } from 'react';
import { isRunning } from '../../core/prompter/session.ts';
import { usePanel, useProgram, useView, ViewContext, WindowContext } from '../client/program-context.ts';
import { showError } from '../client/store.ts';
import type { IncomingActions } from './incoming.ts';
import type { Dropped } from './take-files.ts';
import './stories.css';

/** The page was opened just before the program was gone. */
const notLoaded = 'Offbook can’t read stories while the connection is lost. Try again once it is back.';

/**
 * Lets stories in: files and folders dropped on any view, and text pasted into it. It listens from the start, since
 * nothing may be lost; what reads them is loaded after the first paint, or now. Shows nothing.
 */
export function StoriesIn() {
  const program = useProgram();
  const { store, pathOf } = program;
  const win = useContext(WindowContext);
  const view = useContext(ViewContext);
  const { panel, openPanel, closePanel } = usePanel();
  const isBusy = useView(
    ({ app }) => app !== null && (app.session.rehearsing !== null || isRunning(app.session.session)),
  );

  /** A dialog must never come up while somebody speaks. */
  const mayTake = (): boolean => {
    if (isBusy) showError(store, 'The clock is running. Pause it first, and then add your stories.');
    return !isBusy;
  };
  const take = async (into: (actions: IncomingActions) => Promise<void>): Promise<void> => {
    const loaded = await import('./incoming.ts').catch(() => null);
    if (loaded === null) showError(store, notLoaded);
    else await into(loaded.incomingActions(program, { view, openPanel, closePanel }));
  };
  const drop = useEffectEvent((event: DragEvent) => {
    if (event.dataTransfer === null || !hasFiles(event)) return;
    event.preventDefault();
    mark(win.document, false);
    if (!mayTake()) return;
    // Their list is gone after the event.
    const dropped = [...event.dataTransfer.items]
      .filter(({ kind }) => kind === 'file')
      .map((item): Dropped => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
    void take(({ takeDropped }) => takeDropped(dropped));
  });
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const data = event.clipboardData;
    if (data === null || isWriting(event.target) || (panel !== null && panel !== 'folder')) return;
    event.preventDefault();
    if (!mayTake()) return;
    const files = [...data.files];
    const pasted = { html: data.getData('text/html'), text: data.getData('text/plain') };
    const given = files.map((file) => ({ file, path: pathOf(file), isFolder: false }));
    void take(({ takeFiles, takeText }) => (given.length > 0 ? takeFiles(given) : takeText(pasted)));
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

  return null;
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
