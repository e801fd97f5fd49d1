import { useId, useState, type SubmitEvent } from 'react';
import { folderActions, type FolderOutcome } from './folder-actions.ts';
import { useProgram, useView } from '../client/program-context.ts';

interface FoldersProps {
  /** What comes into the library next was asked for here, or (false) isn't coming after all. */
  awaitNew?: (awaits: boolean) => void;
  /** Another folder is read now. */
  done?: () => void;
}

/**
 * The folders that stories are read from: to be added, by the shell's dialog where it has one, replaced and taken
 * out. Nothing on disk is touched. What was typed stays until it worked.
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
  const tell = (outcome: FolderOutcome): void => setError(typeof outcome === 'object' ? outcome.error : '');
  const open = async (action: () => Promise<FolderOutcome>): Promise<void> => {
    awaitNew?.(true);
    const outcome = await action();
    tell(outcome);
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
                title="Stop reading stories from here. Nothing on disk is touched."
                onClick={() => void actions.remove(folder).then(tell)}
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
