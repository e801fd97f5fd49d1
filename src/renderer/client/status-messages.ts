import { keyLabel, type ViewName } from '../../core/contract/commands.ts';
import { isRunning } from '../../core/prompter/session.ts';
import { writtenStories } from '../../core/stories/written-stories.ts';
import type { AppState, LibraryState, Notice } from '../../core/contract/contract.ts';
import type { Problem } from '../../core/stories/model.ts';
import type { Outcome, RemarkAction } from './outcome.ts';
import { lostKey, lostReadKey, type ViewState } from './store.ts';

/** A message for the person, and the buttons that help with it. */
export interface Remark extends Outcome {
  actions: readonly RemarkAction[];
}

/** In `hidden` once the person has dismissed the remark about samples. */
const samplesKey = 'samples';

/** In `hidden` once the person has pressed a key in the prompter. */
export const firstKeysKey = 'first-keys';

/** In `hidden` once the person has done, or hidden, what the first screen explains. */
export const firstStepsKey = 'first-steps';

/**
 * The status line of a view: the offer of another story and errors before all else, the newest notice before older ones, and on an idle prompter what
 * a newcomer should know, as far as that is wanted here. Null for an empty line.
 */
export function remarkOf(state: ViewState, view: ViewName, wanted: FirstWords = {}): Remark | null {
  const { app, outcome } = state;
  // Without any state, most views say on their whole screen why.
  if (app === null && view !== 'settings') return null;
  // The next press of the key takes it, so nothing may hide it.
  const offer = view === 'prompter' ? offerRemark(app) : null;
  if (offer !== null) return offer;
  if (outcome?.tone === 'error') return outcomeRemark(outcome);
  if (state.isBack && app !== null) return noticeRemark(app.notices, 'info') ?? connectedAgain;
  const lost = lostRemark(state, view);
  if (lost !== null || app === null) return lost;
  // What went well is worth a line where somebody is working, but it would hide one on the prompter.
  if (outcome !== null && (view !== 'prompter' || outcome.next !== undefined)) return outcomeRemark(outcome);
  // Settings have their own list of folders; without a story the screen itself shows problems; a rehearsal isn't disturbed.
  const isQuiet = view === 'settings' || app.session.prompt === null || app.session.rehearsing !== null;
  const remark =
    noticeRemark(app.notices, 'error') ??
    (isQuiet ? null : problemsRemark(app, state.hidden)) ??
    noticeRemark(app.notices, 'info') ??
    (isQuiet ? null : samplesRemark(app, state.hidden, hasSteps(wanted, state.hidden)));
  if (view !== 'prompter') return remark;
  const place = wanted.floatPlace === true && !isRunning(app.session.session) ? placeRemark(state.hidden) : null;
  if (remark === null && place !== null) return place;
  return wanted.firstKeys === true ? withFirstKeys(remark, app, state.hidden) : remark;
}

/** What a newcomer to the prompter should know: its first keys, and where its floating window belongs. */
interface FirstWords {
  firstKeys?: boolean;
  floatPlace?: boolean;
  /** There is room for the first steps, which have the button for one’s own stories. */
  firstSteps?: boolean;
}

function hasSteps({ firstSteps = false }: FirstWords, hidden: readonly string[]): boolean {
  return firstSteps && !hidden.includes(firstStepsKey);
}

/** In `hidden` once the person has read where the floating window belongs. */
const floatPlaceKey = 'float-place';

function placeRemark(hidden: readonly string[]): Remark | null {
  if (hidden.includes(floatPlaceKey)) return null;
  const text = 'Drag me under your camera; I keep this size.';
  return { tone: 'info', text, actions: [{ type: 'hide', key: floatPlaceKey }] };
}

/** The key comes first: a small window cuts the title. */
function offerRemark(app: AppState | null): Remark | null {
  if (app === null || app.session.offer === null || app.session.rehearsing !== null) return null;
  return { tone: 'info', text: `Press again for “${app.session.offer.name}”`, actions: [] };
}

function outcomeRemark({ tone, text, next = [] }: Outcome): Remark {
  return { tone, text, actions: [...next, { type: 'dismiss-outcome' }] };
}

const connectedAgain: Remark = { tone: 'info', text: 'Connected again.', actions: [] };

/** What the person does now comes before the remark that the connection is lost. */
function lostRemark({ app, connection, hidden }: ViewState, view: ViewName): Remark | null {
  if ((connection !== 'lost' && connection !== 'refused') || hidden.includes(lostKey)) return null;
  if (hidden.includes(lostReadKey) && (view === 'prompter' || view === 'rehearsal')) return null;
  if (app === null) return unreachedRemark(connection);
  return (
    noticeRemark(app.notices, 'info') ?? {
      ...unreachedRemark(connection, true),
      actions: [{ type: 'hide', key: lostKey }],
    }
  );
}

function noticeRemark(notices: readonly Notice[], severity: Notice['severity']): Remark | null {
  const newest = notices.findLast((notice) => notice.severity === severity);
  if (newest === undefined) return null;
  return { tone: severity, text: newest.text, actions: [{ type: 'dismiss-notice', id: newest.id }] };
}

function problemsRemark(app: AppState, hidden: readonly string[]): Remark | null {
  const problems = errorsOf(app);
  const [first] = problems;
  const key = `problems:${problems.map(({ file, code }) => `${file} ${code}`).join('|')}`;
  if (first === undefined || hidden.includes(key)) return null;
  const folder = problems.find(isFolderProblem);
  if (folder !== undefined) {
    const actions: RemarkAction[] = [...folderFixes, { type: 'hide', key }];
    return { tone: 'error', text: folderSentence(folder, app.library), actions };
  }
  const text =
    problems.length === 1
      ? `${fileName(first.file)} has a problem. The other stories are there.`
      : `${problems.length} files have problems. The other stories are there.`;
  return { tone: 'error', text, actions: [{ type: 'show-problems' }, { type: 'hide', key }] };
}

/** Where the first steps are shown, they have the button for one’s own stories. */
function samplesRemark(app: AppState, hidden: readonly string[], isExplained: boolean): Remark | null {
  if (!app.library.samples || hidden.includes(samplesKey)) return null;
  return {
    tone: 'info',
    text: 'These are sample stories.',
    actions: [...(isExplained ? [] : [{ type: 'choose-folder' } as const]), { type: 'hide', key: samplesKey }],
  };
}

const firstKeys = `${keyLabel('play-pause')} starts · ${keyLabel('find-story')} finds · ${keyLabel('show-help')} shows all keys`;

/** Where the line is empty, or only says that the stories are samples, it names the first keys until one is pressed. */
function withFirstKeys(remark: Remark | null, { session }: AppState, hidden: readonly string[]): Remark | null {
  if (session.prompt === null || session.rehearsing !== null || session.session.status.kind !== 'idle') return remark;
  if (hidden.includes(firstKeysKey) || hidden.includes(samplesKey)) return remark;
  if (remark === null) return { tone: 'info', text: firstKeys, actions: [{ type: 'hide', key: firstKeysKey }] };
  const isSamples = remark.actions.some((action) => action.type === 'hide' && action.key === samplesKey);
  // The keys stay together, on a line of their own where one line is too short for both.
  return isSamples ? { ...remark, text: `${remark.text} ${firstKeys.replaceAll(' ', '\u{a0}')}` } : remark;
}

/** Whether a remark is only the first keys, so that the controls may cover it. */
export function isFirstKeys(remark: Remark | null): boolean {
  return remark?.actions.some((action) => action.type === 'hide' && action.key === firstKeysKey) === true;
}

/** What the prompter says where it has no story to show. */
export function emptyScreenOf(state: ViewState): Remark {
  const { app, connection } = state;
  if (app === null) return unreachedScreen(state);
  const { folders, status, stories } = app.library;
  if (status === 'loading')
    return { tone: 'info', text: 'Reading your stories…', actions: [{ type: 'choose-folder' }] };
  const problems = errorsOf(app);
  const [first] = problems;
  if (stories.length === 0 && first !== undefined) {
    const more: RemarkAction[] = problems.length > 1 ? [{ type: 'show-problems' }] : [];
    const place = first.line === null ? first.file : `${first.file}, line ${first.line}`;
    return { tone: 'error', text: `${place}: ${first.message}`, actions: [...folderFixes, ...more] };
  }
  const written = writtenStories(stories).length;
  if (written > 0) {
    const text = written === 1 ? '1 story loaded. Show it.' : `${written} stories loaded. Show the first one.`;
    return { tone: 'info', text, actions: connection === 'connected' ? [{ type: 'next-story' }] : [] };
  }
  const [planned] = stories;
  if (planned !== undefined) {
    const text = `No story is written yet. Write an answer below “${planned.title}” in ${fileName(planned.file)}, and it appears here.`;
    return { tone: 'info', text, actions: folderFixes };
  }
  if (folders.length === 0) {
    const text = 'No stories yet. Paste one, drop a file, or choose the folder with yours.';
    return { tone: 'info', text, actions: [{ type: 'choose-folder' }] };
  }
  const text = `Found no stories in ${folders.join(', ')}. A story is a heading in a Markdown file with an answer under it, such as paragraphs that begin with “S:”, “T:”, “A:” and “R:”.`;
  return { tone: 'info', text, actions: folderFixes };
}

function unreachedScreen({ connection, outcome }: ViewState): Remark {
  if (connection === 'lost' || connection === 'refused') return unreachedRemark(connection);
  if (outcome !== null) return { ...outcome, actions: [] };
  return { tone: 'info', text: 'Connecting to Offbook…', actions: [] };
}

/** It tries again on its own; only a page without access waits for the person. */
function unreachedRemark(connection: 'lost' | 'refused', hasState = false): Remark {
  if (connection === 'lost') {
    const text = hasState
      ? 'Lost connection. The prompter still works; edits and runs are saved when Offbook is back.'
      : 'Lost connection; reconnecting. If you quit Offbook, run “npm start” again.';
    return { tone: 'error', text, actions: [] };
  }
  const still = hasState ? ' The prompter still works.' : '';
  const text = `This page has no access to Offbook. Its address may be from before a restart. Open the address that Offbook printed last.${still}`;
  return { tone: 'error', text, actions: [] };
}

/** What helps with a folder that can't be read, or holds no stories. */
export const folderFixes: readonly RemarkAction[] = [{ type: 'choose-folder' }, { type: 'look-again' }];

/** Warnings and hints are for people who edit stories, not for those who tell them. */
function errorsOf(app: AppState): Problem[] {
  return app.library.problems.filter(({ severity }) => severity === 'error');
}

/** What is wrong with a folder, or a path used as one, by the problem's code. The list of problems has the whole message. */
const sentences: Readonly<Record<string, string>> = {
  'unreadable-folder': 'can’t be read.',
  'not-a-story-file': 'is neither a folder nor a Markdown file.',
  'too-many-files': 'is too large. Choose a smaller folder.',
};

/** Whether a problem is a folder's; the others are of single files. */
export function isFolderProblem({ code }: Pick<Problem, 'code'>): boolean {
  return Object.hasOwn(sentences, code);
}

/** What is wrong with a folder, and which stories still work; short enough for the smallest window. */
function folderSentence({ file, code }: Problem, { stories }: Pick<LibraryState, 'stories'>): string {
  const hasOld = stories.some((story) => isWithin(file, story.file));
  const left = hasOld ? 'The stories read before stay in use.' : 'The other stories are there.';
  return `The folder ${fileName(file)} ${sentences[code] ?? 'has a problem.'} ${left}`;
}

/** Whether a file is in a folder, or is that path itself. Both are paths of the same system. */
function isWithin(folder: string, file: string): boolean {
  if (!file.startsWith(folder)) return false;
  return file === folder || /[/\\]$/u.test(folder) || /^[/\\]/u.test(file.slice(folder.length));
}

/** The last part of a path; all of it where it has only one, like the root of a disk. */
function fileName(file: string): string {
  return file.split(/[/\\]/u).findLast((part) => part !== '') ?? file;
}
