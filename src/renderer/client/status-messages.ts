import type { AppState, LibraryState, Notice } from '../../core/contract/contract.ts';
import type { Problem } from '../../core/stories/model.ts';
import type { ViewState } from './store.ts';

/** What a person can do about a remark, as data; Views run them and name their buttons. */
export type RemarkAction =
  | { type: 'retry' }
  | { type: 'choose-folder' }
  | { type: 'look-again' }
  | { type: 'show-problems' }
  | { type: 'next-story' }
  | { type: 'dismiss-notice'; id: number }
  | { type: 'dismiss-failure' }
  | { type: 'hide'; key: string };

/** A sentence for the person, and the buttons that mend what it tells. */
export interface Remark {
  tone: 'info' | 'error';
  text: string;
  actions: readonly RemarkAction[];
}

/** What `hidden` holds once the remark about samples was put away. */
export const samplesKey = 'samples';

/** What stands in the status line: errors before all else, and the newest notice before those before it; null for nothing. */
export function remarkOf(view: ViewState): Remark | null {
  const { app, connection, failure } = view;
  if (app === null) return null;
  if (connection === 'lost') return { tone: 'error', text: lostText, actions: [{ type: 'retry' }] };
  if (connection === 'refused') return { tone: 'error', text: refusedText, actions: [{ type: 'retry' }] };
  if (failure !== null) return { tone: 'error', text: failure, actions: [{ type: 'dismiss-failure' }] };
  // Without a story, the screen itself tells of problems and folders; whoever rehearses wants to hear of them later.
  const isLater = app.session.prompt === null || app.session.rehearsing !== null;
  return (
    noticeRemark(app.notices, 'error') ??
    (isLater ? null : problemsRemark(view)) ??
    noticeRemark(app.notices, 'info') ??
    (isLater ? null : samplesRemark(view))
  );
}

function noticeRemark(notices: readonly Notice[], severity: Notice['severity']): Remark | null {
  const newest = notices.findLast((notice) => notice.severity === severity);
  if (newest === undefined) return null;
  return { tone: severity, text: newest.text, actions: [{ type: 'dismiss-notice', id: newest.id }] };
}

function problemsRemark({ app, hidden }: ViewState): Remark | null {
  if (app === null) return null;
  const problems = errorsOf(app);
  const [first] = problems;
  const key = `problems:${problems.map(({ file, code }) => `${file} ${code}`).join('|')}`;
  if (first === undefined || hidden.includes(key)) return null;
  const folder = problems.find(isFolderProblem);
  if (folder !== undefined) {
    const actions: RemarkAction[] = [...mendFolder, { type: 'hide', key }];
    return { tone: 'error', text: folderSentence(folder, app.library), actions };
  }
  const text =
    problems.length === 1
      ? `${fileName(first.file)} has a problem. The other stories are there.`
      : `${problems.length} files have problems. The other stories are there.`;
  return { tone: 'error', text, actions: [{ type: 'show-problems' }, { type: 'hide', key }] };
}

function samplesRemark({ app, hidden }: ViewState): Remark | null {
  if (app === null || !app.library.samples || hidden.includes(samplesKey)) return null;
  return {
    tone: 'info',
    text: 'These are sample stories.',
    actions: [{ type: 'choose-folder' }, { type: 'hide', key: samplesKey }],
  };
}

/** What the prompter says where it has no story to show. */
export function emptyScreenOf(view: ViewState): Remark {
  const { app, connection } = view;
  if (app === null) return unreachedScreen(view);
  const { folders, status, stories } = app.library;
  if (status === 'loading')
    return { tone: 'info', text: 'Reading your stories…', actions: [{ type: 'choose-folder' }] };
  const problems = errorsOf(app);
  const [first] = problems;
  if (stories.length === 0 && first !== undefined) {
    const more: RemarkAction[] = problems.length > 1 ? [{ type: 'show-problems' }] : [];
    const place = first.line === null ? first.file : `${first.file}, line ${first.line}`;
    return { tone: 'error', text: `${place}: ${first.message}`, actions: [...mendFolder, ...more] };
  }
  if (stories.length > 0) {
    const text = `The stories are read: ${stories.length} in all. Put the first one on.`;
    return { tone: 'info', text, actions: connection === 'connected' ? [{ type: 'next-story' }] : [] };
  }
  if (folders.length === 0) {
    const text = 'No stories yet. Choose the folder that holds your Markdown stories.';
    return { tone: 'info', text, actions: [{ type: 'choose-folder' }] };
  }
  const text = `There is no story in ${folders.join(', ')}. A story is a heading in a Markdown file with an answer under it, such as paragraphs that begin with “S:”, “T:”, “A:” and “R:”.`;
  return { tone: 'info', text, actions: mendFolder };
}

function unreachedScreen({ connection, failure }: ViewState): Remark {
  if (connection === 'refused') return { tone: 'error', text: refusedText, actions: [{ type: 'retry' }] };
  if (connection === 'lost') return { tone: 'error', text: lostText, actions: [{ type: 'retry' }] };
  if (failure !== null) return { tone: 'error', text: failure, actions: [{ type: 'retry' }] };
  return { tone: 'info', text: 'Connecting to Offbook…', actions: [] };
}

/** What mends a folder that can't be read, or holds no stories. */
export const mendFolder: readonly RemarkAction[] = [{ type: 'choose-folder' }, { type: 'look-again' }];

const lostText =
  'Offbook can’t be reached. It is tried again by itself; if Offbook was ended, start it anew with “npm start”.';

const refusedText = 'This page isn’t allowed to speak to Offbook. Open the address that Offbook printed last.';

/** Warnings and hints are for who works on the stories, not for who tells them. */
function errorsOf(app: AppState | null): Problem[] {
  return app?.library.problems.filter(({ severity }) => severity === 'error') ?? [];
}

/** What is wrong with a folder, or a path given as one, by the problem's code. The whole message is in the list of problems. */
const sentences: Readonly<Record<string, string>> = {
  'unreadable-folder': 'can’t be read.',
  'not-a-story-file': 'is no folder with stories.',
  'too-many-files': 'is too large. Choose a smaller folder.',
};

/** Whether a problem is a folder's; the others are of single files. */
export function isFolderProblem({ code }: Pick<Problem, 'code'>): boolean {
  return Object.hasOwn(sentences, code);
}

/** What is wrong with a folder, and which stories there are all the same; short enough for the smallest window. */
function folderSentence({ file, code }: Problem, { stories }: Pick<LibraryState, 'stories'>): string {
  const hasOld = stories.some((story) => isWithin(file, story.file));
  const left = hasOld ? 'The stories read before stay in use.' : 'The other stories are there.';
  return `The folder ${fileName(file)} ${sentences[code] ?? 'has a problem.'} ${left}`;
}

/** Whether a file is in a folder, or is what was given as one. Both are paths of the same system. */
function isWithin(folder: string, file: string): boolean {
  if (!file.startsWith(folder)) return false;
  return file === folder || /[/\\]$/u.test(folder) || /^[/\\]/u.test(file.slice(folder.length));
}

/** The last part of a path; all of it where it has no parts, as the root of a disk. */
function fileName(file: string): string {
  return file.split(/[/\\]/u).findLast((part) => part !== '') ?? file;
}
