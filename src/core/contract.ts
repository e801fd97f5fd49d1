import * as v from 'valibot';
import { commandIds, type CommandId } from './commands.ts';
import type { Match } from './finding/search.ts';
import type { Plan } from './plan.ts';
import type { Session } from './session.ts';
import { settingKeys } from './settings-table.ts';
import { settingsPatch, type Settings } from './settings.ts';
import type { AnswerSection, OutlineSection, Problem, Story } from './stories/model.ts';

/*
 * All that crosses between the services and a view, as rows. Types, argument checks, the preload's bridge
 * and the web socket come from these two tables. Everything that crosses is plain data.
 */

const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const storyId = v.string();
const path = v.pipe(v.string(), v.nonEmpty(), v.maxLength(4096));
const settingKey = v.picklist(settingKeys);

export const calls = {
  /** All that a view needs to draw itself. */
  readState: call(v.undefined()).returns<AppState>(),
  runCommand: call(v.strictObject({ id: v.picklist(commandIds) })).returns<null>(),

  /** A whole story; null where it is gone. */
  readStory: call(v.strictObject({ id: storyId })).returns<Story | null>(),
  /** All that is doubtful in a story, in the order of its lines; without a story, in all files, worst first. */
  readProblems: call(v.strictObject({ storyId: v.nullable(storyId) })).returns<Problem[]>(),
  /** The stories that answer some words, best first, at most `limit` (20). */
  findStories: call(
    v.strictObject({
      words: v.pipe(v.string(), v.maxLength(20_000)),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))),
    }),
  ).returns<Match[]>(),
  /**
   * Puts a story, or its variant with that index, on the prompter; with the notes of the alternate with that
   * index on top, where one is named.
   */
  openStory: call(
    v.strictObject({ id: storyId, variant: v.nullable(index), alternate: v.optional(v.nullable(index)) }),
  ).returns<null>(),
  /** Puts a story on one of the keys 1 to 9, or takes it off its key. */
  pinStory: call(
    v.strictObject({ id: storyId, slot: v.nullable(v.pipe(index, v.minValue(1), v.maxValue(9))) }),
  ).returns<null>(),
  /** Opens a file of the library at a line (1-based) in the person's editor. */
  openInEditor: call(v.strictObject({ file: path, line: v.pipe(index, v.minValue(1)) })).returns<null>(),
  /** Moves the cursor to a place on the plan, in milliseconds. */
  moveCursor: call(v.strictObject({ cursorMs: v.pipe(v.number(), v.finite(), v.minValue(0)) })).returns<null>(),

  changeSettings: call(settingsPatch).returns<null>(),
  /** Puts these settings, or all, back to their defaults. The folders stay unless they are named. */
  resetSettings: call(v.strictObject({ keys: v.nullable(v.array(settingKey)) })).returns<null>(),
  /** Undoes the last change of settings; a sentence that tells what, null where there is nothing to undo. */
  undoSettings: call(v.undefined()).returns<string | null>(),
  /** The settings as the text of a file. */
  exportSettings: call(v.undefined()).returns<string>(),
  /** Takes over settings out of such a text, as far as they are valid: `applied` are keys, `refused` sentences. */
  importSettings: call(v.strictObject({ text: v.pipe(v.string(), v.maxLength(1024 * 1024)) })).returns<{
    applied: string[];
    refused: string[];
  }>(),
  /** Hotkeys do nothing while one is being recorded. */
  suspendHotkeys: call(v.strictObject({ suspended: v.boolean() })).returns<null>(),

  /** Reads stories from this folder (or single file) only from now on. */
  openFolder: call(v.strictObject({ path })).returns<null>(),
  /** Reads stories from this folder (or single file) too. */
  addFolder: call(v.strictObject({ path })).returns<null>(),
  /** Reads no stories from there any more; nothing on disk is touched. */
  removeFolder: call(v.strictObject({ path })).returns<null>(),
  /** Lets the person choose a folder, where the shell has a dialog for it; null when they chose none. */
  chooseFolder: call(v.undefined()).returns<string | null>(),
  /** Looks at the folder again, for whoever doesn't trust the watcher. */
  rescan: call(v.undefined()).returns<null>(),

  dismissNotice: call(v.strictObject({ id: v.pipe(v.number(), v.integer()) })).returns<null>(),
  /** Opens an https or mailto address outside, in the system's own program. */
  openLink: call(v.strictObject({ url: v.pipe(v.string(), v.maxLength(4096)) })).returns<null>(),
  /** The search is done: the program that had the focus before it gets it back. */
  giveFocusBack: call(v.undefined()).returns<null>(),
};

export const events = {
  libraryChanged: event<LibraryState>(),
  sessionChanged: event<SessionState>(),
  settingsChanged: event<Settings>(),
  noticesChanged: event<Notice[]>(),
  capabilitiesChanged: event<Capabilities>(),
  /**
   * A command asked to see something. The desktop program sends it only to the window that is meant; in the
   * browser each view decides: palette and help are for the one with the focus, else the prompter.
   */
  viewAsked: event<{ view: AskedView }>(),
};

export type AskedView = 'palette' | 'help' | 'library' | 'settings' | 'prompter';

export interface AppState {
  library: LibraryState;
  session: SessionState;
  settings: Settings;
  notices: Notice[];
  capabilities: Capabilities;
}

export interface LibraryState {
  /** What is read: the folders, or files, as given. */
  folders: string[];
  /** The program's own sample stories, since no folder was ever chosen. */
  samples: boolean;
  status: 'loading' | 'ready';
  /** In the order of their files and lines: the order of next-story. */
  stories: StoryBrief[];
  /** Broken files and folders that can't be read, errors first. */
  problems: Problem[];
}

/** As much of a story as lists need. */
export interface StoryBrief {
  id: string;
  file: string;
  line: number;
  group: string | null;
  title: string;
  question: string | null;
  variants: string[];
  tags: string[];
  /** The story's own target; null where the setting holds. */
  targetMs: number | null;
  /** What the full answer takes at the person's rate; null where there is none. */
  estimateMs: number | null;
  /** How many errors and warnings there are in it. */
  problems: number;
  hints: number;
}

export interface SessionState {
  /** The story on the prompter; null where there is none. */
  prompt: Prompt | null;
  plan: Plan;
  session: Session;
  /** The services' monotonic clock when this was sent, in milliseconds: views count on from it. */
  sentAtMs: number;
}

/** What the prompter shows of a story or one of its variants. */
export interface Prompt {
  storyId: string;
  /** Index among the story's variants; null for the story itself. */
  variant: number | null;
  variantTitle: string | null;
  group: string | null;
  title: string;
  /** The alternate's, where one is shown. */
  question: string | null;
  /** Index among the story's alternates; null where the story is shown for its own question. */
  alternate: number | null;
  /** The alternate's notes, shown above the outline; no part of the plan. */
  notes: AnswerSection[];
  /** Made from the answer, because the file has no outline. */
  derived: boolean;
  sections: OutlineSection[];
}

/** A sentence for the person. `info` goes by itself; `error` stays until dismissed. */
export interface Notice {
  id: number;
  severity: 'info' | 'error';
  text: string;
}

/** What this shell on this computer really does. */
export interface Capabilities {
  shell: 'electron' | 'browser';
  chooseFolder: boolean;
  alwaysOnTop: boolean;
  opacity: boolean;
  /** A dropped file tells its path: `pathOf` of the desktop's bridge. */
  dropFiles: boolean;
  clickThrough: boolean;
  contentProtection: boolean;
  startAtLogin: boolean;
  hotkeys: Hotkey[];
  panel: Ability[];
}

/** A row of the capability panel: what this computer does, in words that promise no more than is known. */
export interface Ability {
  id: string;
  title: string;
  state: 'yes' | 'no' | 'partly' | 'unproved';
  text: string;
}

export interface Hotkey {
  command: CommandId;
  accelerator: string;
  /** `refused`: another program holds it, or the system doesn't give it. */
  state: 'registered' | 'refused';
}

/** Errors cross as data, since thrown ones lose their type on the way. The text is for the person. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: string };

interface Call<Schema extends v.GenericSchema, Out> {
  input: Schema;
  /** Only a type: there is never a value behind it. */
  output?: Out;
}

function call<Schema extends v.GenericSchema>(input: Schema) {
  return { returns: <Out>(): Call<Schema, Out> => ({ input }) };
}

function event<Payload>(): { payload?: Payload } {
  return {};
}

export type CallName = keyof typeof calls;
export type CallInput<Name extends CallName> = v.InferOutput<(typeof calls)[Name]['input']>;
export type CallOutput<Name extends CallName> = NonNullable<(typeof calls)[Name]['output']> | NullOf<Name>;
type NullOf<Name extends CallName> = null extends (typeof calls)[Name]['output'] ? null : never;
export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = NonNullable<(typeof events)[Name]['payload']>;

/** One function a call. Both shells carry them out by the same handlers. */
export type Handlers = { [Name in CallName]: (input: CallInput<Name>) => CallOutput<Name> | Promise<CallOutput<Name>> };

/** How a view reaches the program, whatever lies between. */
export type Bridge = {
  [Name in CallName]: (input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
} & {
  /** Listens to an event; the function that comes back ends that. */
  on: <Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) => () => void;
};

/** The bridge that the desktop program's preload makes. */
export type DesktopBridge = Bridge & {
  /** The path of a File that was dropped on the window; empty where it has none. */
  pathOf: (file: object) => string;
};

export const callNames = Object.keys(calls) as CallName[];
export const eventNames = Object.keys(events) as EventName[];

/** An error quotes no more of what came from outside than this, so that a long argument isn't sent back whole. */
const longestQuote = 60;

/**
 * Carries out a call that came from outside: the name must be a call, the argument must pass its schema.
 * Never throws; an error's text says which call and what was wrong with it.
 */
export async function answerCall(handlers: Handlers, name: unknown, input: unknown): Promise<Result<unknown>> {
  // No String() of what isn't one: an object from outside can bring a toString that throws.
  if (typeof name !== 'string') return { ok: false, error: `A call's name must be text, not ${typeof name}.` };
  if (!Object.hasOwn(calls, name)) return { ok: false, error: `There is no call "${shortened(name)}".` };
  const known = name as CallName;
  try {
    const parsed = v.safeParse(calls[known].input, input);
    if (!parsed.success) return { ok: false, error: refusal(known, parsed.issues[0]) };
    const handler = handlers[known] as (argument: unknown) => unknown;
    return { ok: true, value: await handler(parsed.output) };
  } catch (error) {
    const why = error instanceof Error ? error.message : typeof error === 'string' ? error : '';
    return { ok: false, error: why || `The call "${known}" failed and didn't say why.` };
  }
}

function refusal(name: CallName, issue: v.BaseIssue<unknown>): string {
  const where = v.getDotPath(issue);
  const why = issue.message.replace(issue.received, () => shortened(issue.received));
  return `The call "${name}" was refused: ${where ? `${shortened(where)}: ` : ''}${why}.`;
}

function shortened(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}
