import { useState, type SubmitEvent } from 'react';
import { Icon } from '../ui/Icon.tsx';
import { useProgram } from '../client/program-context.ts';
import { showFailure } from '../client/store.ts';
import { useDesk } from './settings-context.ts';

/** The folders that stories are read from; another is added by its path, or chosen where the shell has a dialog. */
export function FoldersControl() {
  const { app, actions } = useDesk();
  const { bridge, store } = useProgram();
  const [path, setPath] = useState('');
  const { folders } = app.settings;

  const add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const wanted = path.trim();
    if (wanted === '') actions.refuse('Type the path of a folder, or of one Markdown file, and press Add.');
    // What was typed stays until it worked.
    else if (await actions.addFolder(wanted)) setPath('');
  };
  const choose = async (): Promise<void> => showFailure(store, await bridge.chooseFolder(undefined));

  return (
    <div className="folders">
      {folders.length === 0 ? (
        <p className="setting-help">None chosen yet: these are the samples that come with Offbook.</p>
      ) : (
        <ul aria-label="Folders that are read">
          {folders.map((folder) => (
            <li key={folder} className="folders-row">
              <span className="folders-path">{folder}</span>
              <button
                type="button"
                className="control"
                aria-label={`Remove ${folder}`}
                title="Read no stories from here any more; nothing on disk is touched"
                onClick={() => actions.removeFolder(folder)}
              >
                <Icon name="dismiss" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className="folders-add" onSubmit={(event) => void add(event)}>
        <input
          className="field"
          type="text"
          aria-label="Path of a folder or Markdown file to add"
          placeholder="Path of a folder or Markdown file"
          spellCheck={false}
          autoComplete="off"
          value={path}
          data-writing={path !== ''}
          onChange={(event) => setPath(event.target.value)}
        />
        <button type="submit" className="button">
          Add
        </button>
        {app.capabilities.chooseFolder && (
          <button
            type="button"
            className="button"
            title="Read another folder instead of these"
            onClick={() => void choose()}
          >
            {folders.length === 0 ? 'Choose…' : 'Choose another…'}
          </button>
        )}
      </form>
    </div>
  );
}
