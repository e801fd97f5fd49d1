import { type ClipboardEvent, type SubmitEvent, useContext, useEffect, useId, useState } from 'react';
import type { PathLook } from '../../core/contract/contract.ts';
import { folderActions, type FolderOutcome } from '../client/folder-actions.ts';
import { usePanel, useProgram, useView, WindowContext } from '../client/program-context.ts';
import { counted } from '../ui/format/story.ts';
import type { IncomingActions } from './incoming.ts';

/** A path to follow: the program completes it, and counts what is there. Typed text stays until it is open. */
export function PathField({ actions }: { actions: IncomingActions }) {
  const { bridge } = useProgram();
  const { closePanel } = usePanel();
  const hasFolders = useView(({ app }) => app?.library.samples === false && app.library.folders.length > 0);
  const [path, setPath] = useState('');
  const [error, setError] = useState('');
  const look = usePathLook(path);
  const id = useId();
  const folders = folderActions(bridge);

  const open = async (action: (path: string) => Promise<FolderOutcome>): Promise<void> => {
    const outcome = await action(path);
    setError(typeof outcome === 'object' ? outcome.error : '');
    if (outcome !== 'done') return;
    setPath('');
    closePanel();
    await actions.sayRead();
  };
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    // A story, not a path.
    if (!text.trim().includes('\n')) return;
    event.preventDefault();
    void actions.takeText({ html: event.clipboardData.getData('text/html'), text });
  };
  return (
    <form
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void open(folders.add);
      }}
    >
      <label htmlFor={id}>Or add a folder or file by its path</label>
      <div className="folder-line">
        <input
          id={id}
          className="field"
          type="text"
          list={`${id}-ways`}
          data-first
          spellCheck={false}
          autoComplete="off"
          placeholder="~/"
          value={path}
          data-writing={path !== ''}
          aria-invalid={error !== ''}
          aria-describedby={`${id}-found ${id}-error`}
          onPaste={paste}
          onChange={(event) => {
            setPath(event.target.value);
            setError('');
          }}
        />
        <datalist id={`${id}-ways`}>
          {look?.ways.map((way) => (
            <option key={way} value={way}>
              {way}
            </option>
          ))}
        </datalist>
        <button type="submit" className="button" data-main={path !== ''}>
          Add
        </button>
        {hasFolders && (
          <button type="button" className="button" onClick={() => void open(folders.replace)}>
            Open only this
          </button>
        )}
      </div>
      <output id={`${id}-found`} className="ways-note num">
        {error === '' && path !== '' ? pathWords(look) : ''}
      </output>
      <p id={`${id}-error`} className="folder-error" role="alert">
        {error}
      </p>
    </form>
  );
}

/** What is at a path, in a line; empty while nothing is known. */
export function pathWords(look: PathLook | null): string {
  const found = look?.found ?? null;
  if (found === null) return '';
  if (found.isMore) return `More than ${found.files} files. Choose a smaller folder if you can.`;
  if (found.files === 0) return 'No Markdown file in there yet.';
  const files = counted(found.files, 'file');
  return found.stories === null ? files : `${files}, ${counted(found.stories, 'story', 'stories')}`;
}

/** Nobody waits for an answer between two letters. */
const pauseMs = 120;

function usePathLook(path: string): PathLook | null {
  const { bridge } = useProgram();
  const win = useContext(WindowContext);
  const [look, setLook] = useState<{ path: string; look: PathLook } | null>(null);
  useEffect(() => {
    if (path.trim() === '') return undefined;
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const result = await bridge.lookAtPath({ path });
      if (isCurrent && result.ok) setLook({ path, look: result.value });
    };
    const timer = win.setTimeout(() => void ask(), pauseMs);
    return () => {
      isCurrent = false;
      win.clearTimeout(timer);
    };
  }, [bridge, win, path]);
  if (look === null) return null;
  // The ways of a moment ago still fit; what was counted there doesn’t.
  return look.path === path ? look.look : { ways: look.look.ways, found: null };
}
