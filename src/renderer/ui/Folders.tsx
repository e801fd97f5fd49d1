import { useState } from 'react';
import { folderActions } from '../client/folder-actions.ts';
import { usePanel, useProgram, useView } from '../client/program-context.ts';

/** The story folders, each with a button that removes it. Nothing on disk changes. */
export function FolderList() {
  const { bridge } = useProgram();
  const library = useView(({ app }) => app?.library);
  const [error, setError] = useState('');
  const folders = library === undefined || library.samples ? [] : library.folders;
  const remove = async (folder: string): Promise<void> => {
    const outcome = await folderActions(bridge).remove(folder);
    setError(typeof outcome === 'object' ? outcome.error : '');
  };
  return (
    <>
      {folders.length === 0 ? (
        <p>These are sample stories. Your own stories replace them.</p>
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
                onClick={() => void remove(folder)}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="folder-error" role="alert">
        {error}
      </p>
    </>
  );
}

/** The same in the settings, with the way to add one. */
export function Folders() {
  const { openPanel } = usePanel();
  return (
    <div className="folders">
      <FolderList />
      <button type="button" className="button" onClick={() => openPanel('folder')}>
        Use my stories…
      </button>
    </div>
  );
}
