import * as v from 'valibot';
import { commandIds, type CommandId } from './commands.ts';
import type { Plan } from './plan.ts';
import type { Session } from './session.ts';
import { settingsPatch, type Settings } from './settings.ts';
import type { OutlineSection, Problem } from './stories/model.ts';

/*
 * All that crosses between the services and a view, as rows. Types, argument checks, the preload's bridge
 * and the web socket come from these two tables. Everything that crosses is plain data.
 */

export const calls = {
  /** All that a view needs to draw itself. */
  readState: call(v.undefined()).returns<AppState>(),
  runCommand: call(v.strictObject({ id: v.picklist(commandIds) })).returns<null>(),
  /** Puts a story, or its variant with that index, on the prompter. */
  openStory: call(
    v.strictObject({ id: v.string(), variant: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))) }),
  ).returns<null>(),
  /** Moves the cursor to a place on the plan, in milliseconds. */
  moveCursor: call(v.strictObject({ cursorMs: v.pipe(v.number(), v.finite(), v.minValue(0)) })).returns<null>(),
  changeSettings: call(settingsPatch).returns<null>(),
  /** Reads stories from this folder (or single file) from now on. */
  openFolder: call(v.strictObject({ path: v.pipe(v.string(), v.nonEmpty(), v.maxLength(4096)) })).returns<null>(),
  /** Lets the person choose a folder, where the shell has a dialog for it; null when they chose none. */
  chooseFolder: call(v.undefined()).returns<string | null>(),
  /** Looks at the folder again, for whoever doesn't trust the watcher. */
  rescan: call(v.undefined()).returns<null>(),
  dismissNotice: call(v.strictObject({ id: v.pipe(v.number(), v.integer()) })).returns<null>(),
};

export const events = {
  libraryChanged: event<LibraryState>(),
  sessionChanged: event<SessionState>(),
  settingsChanged: event<Settings>(),
  noticesChanged: event<Notice[]>(),
  capabilitiesChanged: event<Capabilities>(),
};

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
  question: string | null;
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
  hotkeys: Hotkey[];
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
