import { type SubmitEvent, useId, useState } from 'react';
import { folderActions, type FolderOutcome } from '../client/folder-actions.ts';
import { usePanel, useProgram, useView } from '../client/program-context.ts';
import { Panel } from './Panel.tsx';

interface FoldersProps {
  /** Called with true before a story is added here, and with false if that fails. */
  awaitNew?: (awaits: boolean) => void;
  /** Called when a folder was added or replaced. */
  done?: () => void;
}

/**
 * The story folders: to add one (with the system’s dialog in the desktop app), to replace all, or to remove one. Nothing
 * on disk changes. Typed text stays until the folder has been added.
 */
export function Folders({ awaitNew, done }: FoldersProps) {
  const { bridge } = useProgram();
  const library = useView(({ app }) => app?.library);
  const hasDialog = useView(({ app }) => app?.capabilities.chooseFolder === true);
  const [path, setPath] = useState('');
  const [error, setError] = useState('');
  const id = useId();

  const folders = library === undefined || library.samples ? [] : library.folders;
  const actions = folderActions(bridge);
  const showError = (outcome: FolderOutcome): void => setError(typeof outcome === 'object' ? outcome.error : '');
  const open = async (action: () => Promise<FolderOutcome>): Promise<void> => {
    awaitNew?.(true);
    const outcome = await action();
    showError(outcome);
    if (outcome !== 'done') return awaitNew?.(false);
    setPath('');
    done?.();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void open(() => actions.add(path));
  };

  return (
    <div className="folders">
      {folders.length === 0 ? (
        <p>These are sample stories. Add the folder that holds your own Markdown stories.</p>
      ) : (
        <ul aria-label="Folders with your stories">
          {folders.map((folder) => (
            <li key={folder}>
              <span dir="ltr">{folder}</span>
              <button
                type="button"
                className="button"
                aria-label={`Remove ${folder}`}
                title="Stop reading stories from here. Nothing on disk changes."
                onClick={() => void actions.remove(folder).then(showError)}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit}>
        <label htmlFor={id}>Folder, or one Markdown file</label>
        <div className="folder-line">
          <input
            id={id}
            className="field"
            type="text"
            spellCheck={false}
            autoComplete="off"
            value={path}
            data-writing={path !== ''}
            aria-invalid={error !== ''}
            aria-describedby={`${id}-error`}
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
        <p id={`${id}-error`} className="folder-error" role="alert">
          {error}
        </p>
      </form>
    </div>
  );
}

/** The story folders, over the bottom of a view. */
export function FolderPanel() {
  const { closePanel } = usePanel();
  return (
    <Panel title="Story folders">
      <Folders done={closePanel} />
    </Panel>
  );
}
