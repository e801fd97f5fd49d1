import { type ClipboardEvent, useContext, useId, useRef, useState } from 'react';
import { usePanel, useProgram, useView, ViewContext } from '../client/program-context.ts';
import { folderActions } from '../client/folder-actions.ts';
import { FolderList } from '../ui/Folders.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { DocumentLook } from './DocumentLook.tsx';
import { PathField } from './PathField.tsx';
import { isStoryDocument, noStoryFiles, type GivenFile } from './take-files.ts';
import { type IncomingActions, incomingActions } from './incoming.ts';

/** How a person’s own stories come in: by choosing, pasting or following them, or from a template. */
export function StoriesDialog() {
  const program = useProgram();
  const { store } = program;
  const view = useContext(ViewContext);
  const { openPanel, closePanel } = usePanel();
  const incoming = useView((state) => state.incoming);
  const actions = incomingActions(program, { view, openPanel, closePanel });
  // Kept here, so that it is still there after a look at what was read.
  const [written, setWritten] = useState('');
  const close = (): void => {
    store.setState({ incoming: null });
    closePanel();
  };
  return (
    <Sheet title="Use my stories" close={close}>
      {incoming === null ? (
        <Ways {...{ actions, written, setWritten }} />
      ) : (
        <DocumentLook
          incoming={incoming}
          save={actions.save}
          cancel={() => (written === '' ? close() : store.setState({ incoming: null }))}
        />
      )}
    </Sheet>
  );
}

interface WaysProps {
  actions: IncomingActions;
  /** Text in the field to paste into. */
  written: string;
  setWritten: (written: string) => void;
}

function Ways({ actions, written, setWritten }: WaysProps) {
  const [error, setError] = useState('');
  const isBrowser = useView(({ app }) => app?.capabilities.shell !== 'electron');
  const id = useId();
  const paste = (event: ClipboardEvent): void => {
    const html = event.clipboardData.getData('text/html');
    const text = event.clipboardData.getData('text/plain');
    // A word or two is put into the text that is already there.
    if (written !== '' && html === '') return;
    event.preventDefault();
    void actions.takeText({ html, text });
  };
  return (
    <div className="ways">
      <ChooseButtons actions={actions} setError={setError} />
      <p className="folder-error" role="alert">
        {error}
      </p>
      {isBrowser && (
        <p className="ways-note">
          A browser gives Offbook only a copy, which is saved as a new file. To see your changes as you save them, add
          the file or its folder by its path.
        </p>
      )}
      <div className="folders">
        <PathField actions={actions} />
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void actions.takeText({ html: '', text: written });
        }}
      >
        <label htmlFor={id}>Or paste a story</label>
        <textarea
          id={id}
          className="field"
          rows={3}
          placeholder="From Google Docs, Word, or anywhere else"
          value={written}
          onPaste={paste}
          onChange={(event) => setWritten(event.target.value)}
        />
        {written.trim() !== '' && (
          <button type="submit" className="button">
            Read it
          </button>
        )}
      </form>
      <div className="folders">
        <FolderList />
      </div>
    </div>
  );
}

interface ChooseButtonsProps {
  actions: IncomingActions;
  setError: (error: string) => void;
}

function ChooseButtons({ actions, setError }: ChooseButtonsProps) {
  const { bridge, pathOf } = useProgram();
  const { closePanel } = usePanel();
  const hasDialog = useView(({ app }) => app?.capabilities.chooseFolder === true);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement | null>(null);
  const take = (input: HTMLInputElement, isWanted: (file: File) => boolean): void => {
    const chosen = [...(input.files ?? [])].filter(isWanted);
    // So that choosing the same file again counts as a change.
    input.value = '';
    const given = chosen.map((file): GivenFile => ({ file, path: pathOf(file), isFolder: false }));
    if (given.length > 0) void actions.takeFiles(given);
    else setError(noStoryFiles);
  };
  const chooseFolder = async (): Promise<void> => {
    if (!hasDialog) return folder.current?.click();
    const outcome = await folderActions(bridge).choose();
    if (typeof outcome === 'object') setError(outcome.error);
    if (outcome !== 'done') return;
    closePanel();
    await actions.sayRead();
  };
  return (
    <div className="ways-choose">
      <button type="button" className="button" data-main="true" onClick={() => files.current?.click()}>
        Choose files…
      </button>
      <button type="button" className="button" onClick={() => void chooseFolder()}>
        Choose a folder…
      </button>
      <button
        type="button"
        className="button"
        title="Make a Markdown file from a template and open it in your editor"
        onClick={() => void actions.newStory().then((problem) => setError(problem ?? ''))}
      >
        New story
      </button>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept=".md,.markdown,.txt,.docx,.html,.htm"
        aria-label="Story files"
        onChange={({ currentTarget }) => take(currentTarget, () => true)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          if (input !== null) input.webkitdirectory = true;
        }}
        type="file"
        hidden
        aria-label="Story folder"
        onChange={({ currentTarget }) => take(currentTarget, (file) => isStoryDocument(file.webkitRelativePath))}
      />
    </div>
  );
}
