import type { ViewName } from '../../core/contract/commands.ts';
import type { LibraryState } from '../../core/contract/contract.ts';
import { isMarkdown, isRichText, largestDocumentBytes, largestSaveBytes } from '../../core/stories/incoming.ts';
import type { ProgramClient } from '../client/program-context.ts';
import type { OpenPanel } from '../client/route.ts';
import type { Incoming, RemarkAction } from '../client/outcome.ts';
import { showError, type ViewStore } from '../client/store.ts';
import { foundWords } from '../ui/format/story.ts';
import { documentOf, type Dropped, filesIn, type GivenDocument, type GivenFile, sortFiles } from './take-files.ts';

/** What can be done with stories on their way in. */
export interface IncomingActions {
  /** Follows what has a path, and reads the rest as copies, to be looked at in the dialog. */
  takeFiles: (given: readonly GivenFile[]) => Promise<void>;
  /** The same for what was dropped. */
  takeDropped: (dropped: readonly Dropped[]) => Promise<void>;
  /** Reads pasted or typed text; `html` is empty for plain text. */
  takeText: (pasted: { html: string; text: string }) => Promise<void>;
  /** Keeps the documents that were read. Resolves to a sentence if that fails; null if all is well. */
  save: () => Promise<string | null>;
  /** Makes a file for a new story. Resolves in the same way. */
  newStory: () => Promise<string | null>;
  /** Says what the library has now, and where to go from there. */
  sayRead: (done?: string) => Promise<void>;
}

/** The view that stories come in at. */
interface Place {
  view: ViewName;
  openPanel: (panel: OpenPanel['name']) => void;
  closePanel: () => void;
}

/** No hook: what the page listens with from the start loads this once something comes in. */
export function incomingActions(
  { bridge, store, pathOf }: Pick<ProgramClient, 'bridge' | 'store' | 'pathOf'>,
  { view, openPanel, closePanel }: Place,
): IncomingActions {
  async function look(documents: readonly GivenDocument[], refused: readonly string[]): Promise<void> {
    openPanel('folder');
    let incoming: Incoming = { isReading: true, documents: [], refused, folder: null };
    store.setState({ incoming });
    for (const document of documents) {
      const result = await bridge.readDocument(document);
      // Closed meanwhile.
      if (store.getState().incoming !== incoming) return;
      incoming = result.ok
        ? { ...incoming, folder: result.value.folder, documents: [...incoming.documents, result.value.document] }
        : { ...incoming, refused: [...incoming.refused, result.error] };
      store.setState({ incoming });
    }
    store.setState({ incoming: { ...incoming, isReading: false } });
  }

  const sayRead = async (done = ''): Promise<void> => {
    const { stories, samples } = await libraryRead(store);
    const hints = stories.reduce((sum, story) => sum + story.hints, 0);
    const next: RemarkAction[] = [{ type: 'show-library' }, { type: 'rehearse' }];
    const text = `${done} ${stories.length === 0 ? 'No story yet.' : foundWords(stories, hints)}`.trim();
    const isUseful = stories.length > 0 && !samples;
    store.setState({
      outcome: {
        tone: 'info',
        text,
        next: isUseful ? next.filter(({ type }) => view !== 'library' || type !== 'show-library') : [],
      },
    });
  };

  async function takeFiles(given: readonly GivenFile[]): Promise<void> {
    const { follow, copy, refused } = sortFiles(given);
    for (const path of follow) {
      const result = await bridge.addFolder({ path });
      if (!result.ok) refused.push(result.error);
    }
    const documents: GivenDocument[] = [];
    for (const file of copy) {
      const read = await documentOf(file);
      if (typeof read === 'string') refused.push(read);
      else documents.push(read);
    }
    if (documents.length > 0 || refused.length > 0) await look(documents, refused);
    else if (follow.length > 0) {
      closePanel();
      await sayRead();
    }
  }

  return {
    sayRead,
    takeFiles,
    takeDropped: async (dropped) => {
      try {
        await takeFiles(await filesIn(dropped, pathOf));
      } catch (error) {
        showError(store, error instanceof Error ? error.message : String(error));
      }
    },
    takeText: async ({ html, text }) => {
      const isRich = html !== '' && isRichText(html) && !isMarkdown(text);
      const content = isRich ? html : text;
      // The program refuses it, too; but it needn’t be sent.
      if (content.length > largestDocumentBytes) {
        await look([], ['What you pasted is too long: Offbook reads up to 5 MiB at once. Paste a part of it.']);
      } else if (content.trim() !== '') await look([{ name: '', format: isRich ? 'html' : 'markdown', content }], []);
    },
    save: async () => {
      const documents = (store.getState().incoming?.documents ?? []).filter(({ text }) => text !== '');
      const size = documents.reduce((sum, { text }) => sum + new Blob([text]).size, 0);
      if (size > largestSaveBytes) return 'Together these are too long to save at once. Use fewer at a time.';
      const result = await bridge.saveDocuments({ documents: documents.map(({ name, text }) => ({ name, text })) });
      if (!result.ok) return result.error;
      const [first = ''] = result.value.files;
      const { files } = result.value;
      const saved = files.length === 1 ? `Saved as ${first}.` : `Saved ${files.length} files in ${folderOf(first)}.`;
      store.setState({ incoming: null });
      closePanel();
      await sayRead(saved);
      return null;
    },
    newStory: async () => {
      const result = await bridge.newStory(undefined);
      if (!result.ok) return result.error;
      const { file, unopened } = result.value;
      closePanel();
      const next: RemarkAction[] = [{ type: 'copy-path', path: file }];
      if (unopened !== null) showError(store, `${file} is there, but no editor opened it. ${unopened}`, next);
      else
        store.setState({
          outcome: { tone: 'info', text: `Write your story in ${file}. It changes here when you save it.`, next },
        });
      return null;
    },
  };
}

function folderOf(file: string): string {
  return file.replace(/[/\\][^/\\]*$/u, '');
}

/** The library once it has been read. */
function libraryRead(store: ViewStore): Promise<LibraryState> {
  const { promise, resolve } = Promise.withResolvers<LibraryState>();
  const look = (): boolean => {
    const library = store.getState().app?.library;
    if (library?.status !== 'ready') return false;
    resolve(library);
    return true;
  };
  if (!look()) {
    const end = store.subscribe(() => {
      if (look()) end();
    });
  }
  return promise;
}
