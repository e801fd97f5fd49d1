import * as v from 'valibot';
import type {
  AppState,
  Capabilities,
  LibraryState,
  NewStory,
  Notice,
  PathLook,
  ReadDocument,
  SavedDocuments,
  StorySource,
} from './state.ts';
import { commandIds, type RequestedView } from './commands.ts';
import type { BankQuestion } from '../search/question-bank.ts';
import type { Match } from '../search/search.ts';
import type { SessionState } from '../prompter/prompt.ts';
import { handover } from '../prompter/place.ts';
import {
  askPlace,
  type Progress,
  type RehearsalRound,
  type RehearsalState,
  type StoryPractice,
} from '../rehearsal/state.ts';
import { isRunRecord, type RunRecord } from '../rehearsal/record.ts';
import { mockSetup, rehearsalSetup } from '../rehearsal/questions.ts';
import { personAction } from '../rehearsal/reduce-run.ts';
import { ratings } from '../rehearsal/rating.ts';
import { settingKeys } from '../settings/table.ts';
import { settingsPatch, type Settings, type SettingsPatch } from '../settings/schema.ts';
import type { Problem, Story } from '../stories/model.ts';
import { recorded } from '../voice/heard.ts';
import { base64Slice, recordingId, type Recordings } from '../voice/recordings.ts';
import { documentsToKeep, givenDocument } from './documents.ts';

export type * from './state.ts';
export type { RequestedView } from './commands.ts';
export type * from '../prompter/prompt.ts';

/*
 * Everything that passes between the services and the views, in two tables: calls and events. Types, argument checks,
 * the preload's bridge and the web socket are derived from them. All of it is plain data.
 */

const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const storyId = v.string();
const path = v.pipe(v.string(), v.nonEmpty(), v.maxLength(4096));
const settingKey = v.picklist(settingKeys);
/** When a key was pressed, on the services' clock, in milliseconds. Without it, the arrival of the call counts. */
const atMs = v.optional(v.pipe(v.number(), v.finite()));

export const calls = {
  /** Everything a view needs to draw itself. */
  readState: call(v.undefined()).returns<AppState>(),
  runCommand: call(v.strictObject({ id: v.picklist(commandIds), atMs })).returns<null>(),
  /** The services' monotonic clock, in milliseconds, for a page that compares it with its own. */
  readClock: call(v.undefined()).returns<number>(),
  /**
   * Hands over the session of a page that went on without the program, whose stories are in the files. If somebody acted
   * here later than there, nothing changes. Waits until the stories are read.
   */
  adoptSession: call(handover).returns<null>(),
  /**
   * Logs the runs that ended in a page without the program; one that is in the log already isn’t logged again. `takenOver`
   * is the story of a run that the page went on with: what the program has of that run gives way to the page’s. `over` is
   * the story of such a run of which nothing more comes: it is among the runs, was before, or was discarded.
   */
  keepRuns: call(
    v.strictObject({
      runs: v.pipe(v.array(v.custom<RunRecord>(isRunRecord, 'must be a run of the log')), v.maxLength(1000)),
      takenOver: v.nullable(storyId),
      // Pages of older versions don’t say it.
      over: v.optional(storyId),
    }),
  ).returns<null>(),

  /** All stories, some at a time: those from an index on, in library order, and how many there are. */
  readStories: call(v.strictObject({ from: index })).returns<{ stories: Story[]; of: number }>(),

  /** A whole story; null if it is gone. */
  readStory: call(v.strictObject({ id: storyId })).returns<Story | null>(),
  /** The problems of a story, in the order of its lines; without a story, those of all files, worst first. */
  readProblems: call(v.strictObject({ storyId: v.nullable(storyId) })).returns<Problem[]>(),
  /**
   * The source of the file that a story is in, with what each line was taken for; null if the story is gone. Rejects with
   * a message if the file can’t be read, or is no longer in one of the open folders.
   */
  readSource: call(v.strictObject({ id: storyId })).returns<StorySource | null>(),
  /** The stories that answer some words, best first, at most `limit` (default: 20). */
  findStories: call(
    v.strictObject({
      words: v.pipe(v.string(), v.maxLength(20_000)),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))),
    }),
  ).returns<Match[]>(),
  /**
   * Shows a story on the prompter. `variant` is the index of a variant to show instead; `alternate` is the index of an
   * alternate, whose question and notes are shown with it.
   */
  openStory: call(
    v.strictObject({ id: storyId, variant: v.nullable(index), alternate: v.optional(v.nullable(index)) }),
  ).returns<null>(),
  /**
   * Shows the prepared answer to a follow-up of the story on the prompter, in place of the outline; null goes back. The
   * clock goes on. Rejects with a message if that follow-up has no answer.
   */
  showFollowUp: call(v.strictObject({ index: v.nullable(index) })).returns<null>(),
  /** Assigns a story to one of the keys 1 to 9; null removes it from its key. */
  pinStory: call(
    v.strictObject({ id: storyId, slot: v.nullable(v.pipe(index, v.minValue(1), v.maxValue(9))) }),
  ).returns<null>(),
  /** Opens a file of the library at a line (1-based) in the person's editor. */
  openInEditor: call(v.strictObject({ file: path, line: v.pipe(index, v.minValue(1)) })).returns<null>(),
  /** Moves the cursor to a place on the plan, in milliseconds. */
  moveCursor: call(v.strictObject({ cursorMs: v.pipe(v.number(), v.finite(), v.minValue(0)), atMs })).returns<null>(),
  /** The speaker is silent: in auto mode the prompter’s cursor waits for so long, or (0) goes on. */
  holdCursor: call(v.strictObject({ forMs: v.pipe(index, v.maxValue(10_000)) })).returns<null>(),

  /** Starts a rehearsal, replacing one that is running. Rejects with a message if no story fits. */
  startRehearsal: call(rehearsalSetup).returns<null>(),
  /** Starts a mock interview in the same way. */
  startMock: call(mockSetup).returns<null>(),
  /** An action of the person on the run of the current question. Rejects if no run is under way. */
  actOnRun: call(v.strictObject({ action: personAction, atMs })).returns<null>(),
  /**
   * Chooses the story for the question of a mock interview, until the first section is marked. Rejects with a message
   * outside of one, or if the story is gone.
   */
  chooseStory: call(v.strictObject({ id: storyId })).returns<null>(),
  /** Rates an answer on the sheet at the end, by its place among the questions; null takes the rating back. */
  rateAnswer: call(v.strictObject({ at: index, rating: v.nullable(v.picklist(ratings)) })).returns<null>(),
  /**
   * Goes from the follow-up to the result, and from the result to the next question; during think time it skips the
   * question. A mock interview has no results in between. After the last question comes the sheet; from there it leads
   * on to the answers that went badly, or ends the rehearsal. Given the place to leave, it does nothing if another view
   * has left that place already.
   */
  nextAsk: call(v.optional(v.strictObject({ ...askPlace.entries, atMs }))).returns<null>(),
  /** Asks the same question again, from the start. The log keeps what was spoken. */
  repeatAsk: call(v.undefined()).returns<null>(),
  /** Ends the rehearsal at any point. The log keeps a run that was spoken in. */
  closeRehearsal: call(v.undefined()).returns<null>(),
  /** The questions of the current rehearsal, for a page that may have to go on alone; null without one. */
  readRound: call(v.undefined()).returns<RehearsalRound | null>(),
  readProgress: call(v.undefined()).returns<Progress>(),
  /** The questions from lists in the person's files, and the stories that answer them. */
  readQuestionBank: call(v.undefined()).returns<BankQuestion[]>(),
  /** A story's runs; null if the story is gone. */
  readStoryPractice: call(v.strictObject({ id: storyId })).returns<StoryPractice | null>(),
  /**
   * Assigns the runs of a story that is gone to another one, or (null) to none. Either way the question isn't asked
   * again.
   */
  joinHistory: call(v.strictObject({ from: storyId, to: v.nullable(storyId) })).returns<null>(),
  /** Opens the log's file in the person's editor, else in the system's default program. */
  openLog: call(v.undefined()).returns<null>(),

  /**
   * Begins a recording of an answer, under an id that the page made up. Like the two calls that follow, it resolves with
   * null, or with a sentence that says why the recording ends here; doing it again changes nothing.
   */
  startRecording: call(v.strictObject({ id: recordingId, storyId })).returns<string | null>(),
  /** Adds sound to a recording, from a byte on. */
  appendRecording: call(v.strictObject({ id: recordingId, fromByte: index, data: base64Slice })).returns<
    string | null
  >(),
  /** The recording ended. */
  finishRecording: call(v.strictObject({ recorded })).returns<string | null>(),
  /** The recordings of a story; without a story, all. */
  readRecordings: call(v.strictObject({ storyId: v.nullable(storyId) })).returns<Recordings>(),
  /** The address at which this page can play a recording. It may stop working when the program starts again. */
  recordingAddress: call(v.strictObject({ id: recordingId })).returns<string>(),
  starRecording: call(v.strictObject({ id: recordingId, starred: v.boolean() })).returns<null>(),
  deleteRecording: call(v.strictObject({ id: recordingId })).returns<null>(),
  /** Deletes all recordings, those with a star too. */
  deleteAllRecordings: call(v.undefined()).returns<null>(),

  changeSettings: call(settingsPatch).returns<null>(),
  /** Resets these settings, or all, to their defaults. All leaves out the folders. */
  resetSettings: call(v.strictObject({ keys: v.nullable(v.array(settingKey)) })).returns<null>(),
  /** Undoes the last change of settings. Returns a sentence that says what it undid, or null if there was nothing. */
  undoSettings: call(v.undefined()).returns<string | null>(),
  /** The settings as the text of a file. */
  exportSettings: call(v.undefined()).returns<string>(),
  /**
   * Applies the valid settings in such a text: `applied` has their keys, `refused` a sentence for each of the others.
   * `unconfirmed` are those that reach out of Offbook: they aren’t applied until the person changes them to this.
   */
  importSettings: call(v.strictObject({ text: v.pipe(v.string(), v.maxLength(1024 * 1024)) })).returns<{
    applied: string[];
    unconfirmed: SettingsPatch;
    refused: string[];
  }>(),
  /** Turns hotkeys off while one is being recorded. */
  suspendHotkeys: call(v.strictObject({ suspended: v.boolean() })).returns<null>(),

  /** From now on, reads stories only from this folder or file. */
  openFolder: call(v.strictObject({ path })).returns<null>(),
  /** Reads stories from this folder or file as well. */
  addFolder: call(v.strictObject({ path })).returns<null>(),
  /** Stops reading stories from there. Nothing on disk changes. */
  removeFolder: call(v.strictObject({ path })).returns<null>(),
  /** Asks the person for a folder, if the shell has a dialog; null if they chose none. Opens nothing. */
  chooseFolder: call(v.undefined()).returns<string | null>(),
  /** How a path that is being typed can go on, and what is there to read. Opens nothing. */
  lookAtPath: call(v.strictObject({ path: v.pipe(v.string(), v.maxLength(4096)) })).returns<PathLook>(),
  /**
   * Reads a document as stories and keeps nothing. `content` is text, or the bytes of a Word document in Base64; `name` is
   * empty for what was pasted. `folder` is where it would be kept.
   */
  readDocument: call(givenDocument).returns<{ folder: string; document: ReadDocument }>(),
  /**
   * Keeps documents as new Markdown files in the person’s folder, and reads them. Never overwrites a file. Rejects with a
   * message that says which are kept if the disk refuses one.
   */
  saveDocuments: call(v.strictObject({ documents: documentsToKeep })).returns<SavedDocuments>(),
  /** Makes a Markdown file with a first story to write over, and opens it in the person’s editor. */
  newStory: call(v.undefined()).returns<NewStory>(),
  /** Reads the folders again, for people who don't trust the watcher. */
  rescan: call(v.undefined()).returns<null>(),

  dismissNotice: call(v.strictObject({ id: v.pipe(v.number(), v.integer()) })).returns<null>(),
  /** Opens an https or mailto address in the system's default program. */
  openLink: call(v.strictObject({ url: v.pipe(v.string(), v.maxLength(4096)) })).returns<null>(),
  /**
   * A page that listens to `viewRequested` from now on takes the last view asked for while nothing listened; null if there
   * isn't one. Each view is given once.
   */
  takeRequestedView: call(v.undefined()).returns<RequestedView | null>(),
  /** Gives the focus back to the program that had it before the search. */
  giveFocusBack: call(v.undefined()).returns<null>(),
};

export const events = {
  libraryChanged: event<LibraryState>(),
  sessionChanged: event<SessionState>(),
  rehearsalChanged: event<RehearsalState | null>(),
  /** The log has changed, so views that show progress must read it again. `runs` is the number of runs in it. */
  practiceChanged: event<{ runs: number }>(),
  /** Recordings began, ended, changed or are gone, so views that show them must read them again. */
  recordingsChanged: event<null>(),
  settingsChanged: event<Settings>(),
  noticesChanged: event<Notice[]>(),
  capabilitiesChanged: event<Capabilities>(),
  /**
   * A command wants a view shown. The desktop app sends this only to the window concerned. In the browser each view
   * decides: palette and help belong to the one with the focus, else to the prompter.
   */
  viewRequested: event<{ view: RequestedView }>(),
};

/** Errors are sent as data, since thrown ones lose their type on the way. The text is for the person. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: string };

interface Call<Schema extends v.GenericSchema, Out> {
  input: Schema;
  /** A type only; it never has a value. */
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

/** One function for each call. Both shells use the same handlers. */
export type Handlers = { [Name in CallName]: (input: CallInput<Name>) => CallOutput<Name> | Promise<CallOutput<Name>> };

/** How a view reaches the program, whatever the transport. */
export type Bridge = {
  [Name in CallName]: (input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
} & {
  /** Listens to an event; the returned function stops listening. */
  on: <Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) => () => void;
};

/** The bridge made by the desktop app's preload. */
export type DesktopBridge = Bridge & {
  /** The path of a File dropped on the window; empty if it has none. */
  pathOf: (file: object) => string;
};

export const callNames = Object.keys(calls) as CallName[];
export const eventNames = Object.keys(events) as EventName[];
