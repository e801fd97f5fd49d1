import * as v from 'valibot';
import type { AppState, Capabilities, LibraryState, Notice } from './state.ts';
import { commandIds, type RequestedView } from './commands.ts';
import type { Match } from '../search/search.ts';
import type { SessionState } from '../prompter/prompt.ts';
import { askPlace, mockSetup, personAction } from '../rehearsal/run-calls.ts';
import { rehearsalSetup } from '../rehearsal/setup.ts';
import type { Progress, RehearsalState, StoryPractice } from '../rehearsal/state.ts';
import { settingKeys } from '../settings/table.ts';
import { settingsPatch, type Settings } from '../settings/schema.ts';
import type { Problem, Story } from '../stories/model.ts';

export type * from './state.ts';
export type { RequestedView } from './commands.ts';
export type * from '../prompter/prompt.ts';

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

  /** Begins a rehearsal, in place of one that is under way. Rejects with a sentence where no story fits. */
  startRehearsal: call(rehearsalSetup).returns<null>(),
  /** Begins a mock interview, likewise. */
  startMock: call(mockSetup).returns<null>(),
  /** What the person does with the present question's run. Rejects where none is under way. */
  actOnRun: call(v.strictObject({ action: personAction })).returns<null>(),
  /**
   * From the follow-up on to the result, from the result to the next question; while thinking, past this one. After
   * the last question a mock interview shows its sheet, a rehearsal ends; the sheet too is left by it. With the place
   * that is to be left, nothing happens where another view has left it already.
   */
  nextAsk: call(v.optional(askPlace)).returns<null>(),
  /** Asks the same question once more, from its start. What was spoken is kept in the log. */
  repeatAsk: call(v.undefined()).returns<null>(),
  /** Leaves the rehearsal, wherever it is. A run that was spoken in is kept in the log. */
  closeRehearsal: call(v.undefined()).returns<null>(),
  readProgress: call(v.undefined()).returns<Progress>(),
  /** A story's runs; null where the story is gone. */
  readStoryPractice: call(v.strictObject({ id: storyId })).returns<StoryPractice | null>(),
  /** Runs of a story that is gone belong to that one, or (null) to none: the offer isn't made again. */
  joinHistory: call(v.strictObject({ from: storyId, to: v.nullable(storyId) })).returns<null>(),
  /** Opens the log's file in the person's editor, else in the system's program for it. */
  openLog: call(v.undefined()).returns<null>(),

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
  /** Asks the person for a folder, where the shell has a dialog for it; null when they chose none. Opens nothing. */
  chooseFolder: call(v.undefined()).returns<string | null>(),
  /** Looks at the folder again, for whoever doesn't trust the watcher. */
  rescan: call(v.undefined()).returns<null>(),

  dismissNotice: call(v.strictObject({ id: v.pipe(v.number(), v.integer()) })).returns<null>(),
  /** Opens an https or mailto address outside, in the system's own program. */
  openLink: call(v.strictObject({ url: v.pipe(v.string(), v.maxLength(4096)) })).returns<null>(),
  /**
   * A page that listens to `viewRequested` from now on takes the last view requested while nothing listened; null
   * where nothing was. It is given once.
   */
  takeRequestedView: call(v.undefined()).returns<RequestedView | null>(),
  /** The search is done: the program that had the focus before it gets it back. */
  giveFocusBack: call(v.undefined()).returns<null>(),
};

export const events = {
  libraryChanged: event<LibraryState>(),
  sessionChanged: event<SessionState>(),
  rehearsalChanged: event<RehearsalState | null>(),
  /** The log is another one than before: what shows progress reads it anew. `runs` is how many it holds. */
  practiceChanged: event<{ runs: number }>(),
  settingsChanged: event<Settings>(),
  noticesChanged: event<Notice[]>(),
  capabilitiesChanged: event<Capabilities>(),
  /**
   * A command asked to see something. The desktop program sends it only to the window that is meant; in the
   * browser each view decides: palette and help are for the one with the focus, else the prompter.
   */
  viewRequested: event<{ view: RequestedView }>(),
};

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
export type EventPayload<Name extends EventName> = Exclude<(typeof events)[Name]['payload'], undefined>;

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
