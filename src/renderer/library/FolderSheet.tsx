import { useLayoutEffect, useRef, useState, type SubmitEvent } from 'react';
import { Icon } from '../ui/Icon.tsx';
import { useProgram, useView } from '../client/program-context.ts';
import { folderActions } from './folder-actions.ts';

/** The folders that stories are read from: to be added, replaced and taken out. Nothing on disk is touched. */
export function FolderSheet({ awaitNew }: { awaitNew: (awaits: boolean) => void }) {
  const { bridge, store } = useProgram();
  const library = useView(({ app }) => app?.library);
  const hasDialog = useView(({ app }) => app?.capabilities.chooseFolder === true);
  const sheet = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [path, setPath] = useState('');
  const [error, setError] = useState('');
  useLayoutEffect(() => {
    sheet.current?.showModal();
    field.current?.focus();
  }, []);
  const close = (): void => store.setState({ panel: 'none' });

  const folders = library === undefined || library.samples ? [] : library.folders;
  const actions = folderActions(bridge, folders);
  /** What is new in the list when it worked is what was asked for, so it is shown. */
  const open = async (action: () => Promise<string | null>): Promise<void> => {
    awaitNew(true);
    const failure = await action();
    setError(failure ?? '');
    if (failure === null) close();
    else awaitNew(false);
  };
  const remove = async (folder: string): Promise<void> => setError((await actions.remove(folder)) ?? '');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void open(() => actions.add(path));
  };

  return (
    <dialog className="sheet folders" ref={sheet} aria-labelledby="folders-title" onClose={close}>
      <div className="sheet-head">
        <h2 id="folders-title">Story folders</h2>
        <button type="button" className="control" aria-label="Close" title="Close (Esc)" onClick={close}>
          <Icon name="dismiss" />
        </button>
      </div>
      {folders.length === 0 ? (
        <p>These are sample stories. Add the folder that holds your own Markdown stories.</p>
      ) : (
        <ul className="folder-list">
          {folders.map((folder) => (
            <li key={folder}>
              <span dir="ltr">{folder}</span>
              <button
                type="button"
                className="button"
                aria-label={`Remove ${folder}`}
                onClick={() => void remove(folder)}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className="folder" onSubmit={submit}>
        <label htmlFor="folder-to-add">Folder, or one Markdown file</label>
        <div className="folder-line">
          <input
            id="folder-to-add"
            className="field"
            type="text"
            spellCheck={false}
            autoComplete="off"
            ref={field}
            value={path}
            aria-invalid={error !== ''}
            aria-describedby="folders-error"
            onChange={(event) => setPath(event.target.value)}
          />
          <button type="submit" className="button" data-main="true">
            Add
          </button>
          {folders.length > 0 && (
            <button type="button" className="button" onClick={() => void open(() => actions.replace(path))}>
              Open only this
            </button>
          )}
          {hasDialog && (
            <button type="button" className="button" onClick={() => void open(actions.choose)}>
              Choose…
            </button>
          )}
        </div>
        <p id="folders-error" className="folder-error" role="alert">
          {error}
        </p>
      </form>
    </dialog>
  );
}
