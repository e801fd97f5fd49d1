import type { CommandId } from '../../core/contract/commands.ts';
import type {
  AppState,
  RequestedView,
  Capabilities,
  EventName,
  EventPayload,
  Handlers,
} from '../../core/contract/contract.ts';

/** The program behind the contract. One runs a process; every window, tab or socket is a view of it. */
export interface App {
  /** Carries out the contract's calls. */
  handlers: Handlers;
  state: () => AppState;
  on: <Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) => () => void;
  /** What a key, a hotkey, a menu or a command line asks for. */
  runCommand: (id: CommandId) => void;
  /** A sentence for the person, in every view's status line. */
  notify: (severity: 'info' | 'error', text: string) => void;
  /** The machine is about to sleep: pauses a running countdown, and says so. */
  machineSuspended: () => void;
  /** The machine woke: looks at everything again, also at files that couldn't be read. */
  machineResumed: () => void;
  /** Somebody came back to a window: looks for what is different on disk, as far as that is cheap. */
  windowFocused: () => void;
  /** The shell's abilities changed (a hotkey was refused): tells the views. */
  capabilitiesChanged: () => void;
  /**
   * Ends watching and the worker, and waits until settings and runs are on disk. What could not be saved comes back
   * as sentences, since no view is there any more to tell.
   */
  close: () => Promise<string[]>;
}

/** Something to be confirmed. */
export interface Question {
  message: string;
  detail: string;
  /** The buttons. */
  yes: string;
  no: string;
}

/** What only a shell can do. */
export interface Shell {
  capabilities: () => Capabilities;
  /** Asks the person for a folder; null when they chose none or there is no dialog here. */
  chooseFolder: () => Promise<string | null>;
  /** Asks the person in a dialog that no page can answer; null where there is none here. */
  confirm: ((question: Question) => Promise<boolean>) | null;
  /** Versions and the like that a report of a problem tells, by name; nothing of the person's. */
  facts: () => Record<string, string>;
  /** Shows or hides the prompter; a sentence for the person where this shell can't. */
  togglePrompter: () => string | null;
  /** Moves the prompter to the top centre of the display in use; a sentence for the person where this shell can't. */
  moveUnderCamera: () => string | null;
  /** Brings the window that shows this to the front, where there are windows; the views are told by an event. */
  showView: (view: RequestedView) => void;
  /** Lets clicks through the prompter or not; a sentence that says which, or why it stays as it was. */
  toggleClickThrough: () => string;
  /** Hotkeys do nothing until they are called back. */
  suspendHotkeys: (suspended: boolean) => void;
  /** Opens an https or mailto address, or a file, in the system's own program for it; rejects with a sentence. */
  openOutside: (target: string) => Promise<void>;
  /** The program that had the focus before the search has it again. */
  giveFocusBack: () => void;
}

/** Time comes from here, so that tests pass it in. All in milliseconds. */
export interface Clock {
  /** Monotonic; may stand still while the machine sleeps. */
  nowMs: () => number;
  /** Since the machine started, sleep included: against `nowMs` it tells that the machine slept. */
  uptimeMs: () => number;
  /** What the person's clock and calendar say, for dates alone: somebody can set it, also back. */
  wallTime: () => Date;
  /** Calls back once after a while; the function that comes back ends that. */
  after: (delayMs: number, callback: () => void) => () => void;
}

export interface AppOptions {
  shell: Shell;
  clock: Clock;
  /** Where `settings.json` lives; made when it isn't there. */
  settingsDir: string;
  /** The stories that come with the program, shown while no folder was ever chosen. */
  samplesDir: string;
  /** Folders or files from the command line; empty means the last ones. */
  folders: string[];
  /** The module that the parse worker runs. */
  parseWorker: URL;
  /** Has the errors of listeners that threw, which are mistakes of ours. Must not throw. */
  unexpected: (error: unknown) => void;
  /** Chance for questions that are drawn, 0 to 1; `Math.random` where none is given. */
  random?: () => number;
}
