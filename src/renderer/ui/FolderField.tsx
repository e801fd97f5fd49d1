import { useState, type SubmitEvent } from 'react';
import type { ViewState } from '../client/store.ts';
import { Panel } from './Panel.tsx';
import { useProgram } from '../client/program-context.ts';

/** A line to type a folder's path into, for shells without a folder dialog. What was typed stays until it worked. */
export function FolderField() {
  const { bridge, store } = useProgram();
  const [path, setPath] = useState(() => chosenFolder(store.getState()));
  const [error, setError] = useState('');

  const open = async (): Promise<void> => {
    const wanted = path.trim();
    if (wanted === '') {
      setError('Type the path of a folder, or of one Markdown file.');
      return;
    }
    const result = await bridge.openFolder({ path: wanted });
    if (result.ok) store.setState({ panel: 'none' });
    else setError(result.error);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void open();
  };

  return (
    <Panel title="Choose a folder">
      <form className="folder" onSubmit={submit}>
        <label htmlFor="folder-path">Folder with your stories, or one Markdown file</label>
        <div className="folder-line">
          <input
            id="folder-path"
            className="field"
            type="text"
            spellCheck={false}
            autoComplete="off"
            value={path}
            aria-invalid={error !== ''}
            aria-describedby="folder-error"
            onFocus={(event) => event.target.select()}
            onChange={(event) => setPath(event.target.value)}
          />
          <button type="submit" className="button" data-main="true">
            Open
          </button>
        </div>
        <p id="folder-error" className="folder-error" role="alert">
          {error}
        </p>
      </form>
    </Panel>
  );
}

/** What was chosen last, to be changed; that of the samples is nobody's choice. */
function chosenFolder({ app }: ViewState): string {
  return app === null || app.library.samples ? '' : (app.library.folders[0] ?? '');
}
