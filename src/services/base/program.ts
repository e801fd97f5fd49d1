import type {
  AppState,
  RequestedView,
  Capabilities,
  EventName,
  EventPayload,
  Handlers,
} from '../../core/contract/contract.ts';
import type { Clock } from '../../core/clock.ts';
import type { CommandId } from '../../core/contract/commands.ts';
import type { SizeCommand } from '../../core/prompter/window-sizes.ts';
import type { Settings, SettingsPatch } from '../../core/settings/schema.ts';
import type { Story } from '../../core/stories/model.ts';

export type { Clock } from '../../core/clock.ts';

/** The program behind the contract. A process runs one; every window, tab and socket is a view of it. */
export interface OffbookApp {
  /** Carries out the contract’s calls. */
  handlers: Handlers;
  state: () => AppState;
  on: <Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) => () => void;
  /** Runs what a key, a hotkey, a menu or the command line asks for. */
  runCommand: (id: CommandId) => void;
  /** Shows a sentence in the status line of every view. */
  notify: (severity: 'info' | 'error', text: string) => void;
  /** The machine is about to sleep: pauses a running countdown and says so. */
  machineSuspended: () => void;
  /** The machine woke up: looks at everything again, including files that couldn’t be read. */
  machineResumed: () => void;
  /** Somebody came back to a window: looks for changes on disk, as far as that is cheap. */
  windowFocused: () => void;
  /** The shell’s abilities changed (the system refused a hotkey): tells the views. */
  capabilitiesChanged: () => void;
  /** Reads a recording, or a part of it; null if it doesn’t exist. Rejects with the disk’s error. */
  readRecording: (request: RecordingRequest) => Promise<RecordingAnswer | null>;
  /**
   * Stops watching and the workers, and waits until settings and runs are on disk. Resolves to sentences about what
   * couldn’t be saved, because no view is left to show them.
   */
  close: () => Promise<string[]>;
}

/** What a page asks of a recording. */
export interface RecordingRequest {
  id: string;
  method: 'GET' | 'HEAD';
  /** The `Range` header; null without one. */
  range: string | null;
}

/** The answer, as HTTP has it. The body is empty for HEAD. */
export interface RecordingAnswer {
  status: 200 | 206 | 416;
  headers: Record<string, string>;
  body: Buffer<ArrayBuffer>;
}

/** A question that the person answers with yes or no. */
export interface Confirmation {
  message: string;
  detail: string;
  /** The labels of the two buttons. */
  yes: string;
  no: string;
}

/** What only a shell can do. */
export interface Shell {
  capabilities: () => Capabilities;
  /** Asks the person for a folder; null if they chose none or this shell has no dialog. */
  chooseFolder: () => Promise<string | null>;
  /** Asks the person in a dialog that no page can answer; null in a shell without one. */
  confirm: ((question: Confirmation) => Promise<boolean>) | null;
  /** Versions and the like for a problem report, by name; nothing personal. */
  facts: () => Record<string, string>;
  /** Shows or hides the prompter; returns a sentence for the person if this shell can’t. */
  togglePrompter: () => string | null;
  /** Moves the prompter to the top centre of the current display; returns a sentence for the person if this shell can’t. */
  moveUnderCamera: () => string | null;
  /** Gives the prompter's window another size; returns a sentence for the person if this shell can’t. */
  resizePrompter: (command: SizeCommand) => string | null;
  /** Brings the window with this view to the front, in a shell with windows; the views hear of it by an event. */
  showView: (view: RequestedView) => void;
  /** Switches click-through on or off; returns a sentence that says which, or why nothing changed. */
  toggleClickThrough: () => string;
  /** Switches hotkeys off until it is called with false. */
  suspendHotkeys: (suspended: boolean) => void;
  /** Opens an https or mailto address, or a file, in the system’s program for it; rejects with a sentence. */
  openOutside: (target: string) => Promise<void>;
  /** Returns the focus to the program that had it before the search. */
  giveFocusBack: () => void;
}

export interface AppOptions {
  shell: Shell;
  clock: Clock;
  /** The folder of `settings.json`; created if it doesn’t exist. */
  settingsDir: string;
  /** The stories that come with the program, shown until a folder is chosen for the first time. */
  samplesDir: string;
  /** Folders or files from the command line; empty means the last ones. */
  folders: string[];
  /** Where new story files go while no folder was chosen; the person’s home by default. */
  home?: string;
  /** Receives the errors of listeners that threw: bugs in Offbook. Must not throw. */
  unexpected: (error: unknown) => void;
  /**
   * How long a run of a program that is gone waits until it is logged, in milliseconds; 0 by default. A page that went on
   * with it gets in touch within that time.
   */
  recoverAfterMs?: number;
  /** Random number for drawn questions, from 0 to 1; `Math.random` by default. */
  random?: () => number;
}

/** What the calls and commands of every part may use. */
export interface Services {
  clock: Clock;
  shell: Shell;
  settings: () => Settings;
  changeSettings: (patch: SettingsPatch) => void;
  /** Undoes the last settings change. Returns a sentence that says which; null without one. */
  undoSettings: () => string | null;
  /** In the order of next-story. */
  stories: () => readonly Story[];
  /** Shows a story on the prompter, as it was left, or told as a variant (null: itself) and for an alternate. */
  openStory: (story: Story, variant?: number | null, alternate?: number | null) => void;
  /** Shows a view to the person, in whichever window it is. */
  showView: (view: RequestedView) => void;
  /** Shows a sentence; with a kind, in place of the last one of that kind. */
  info: (text: string, kind?: string) => void;
  /** Opens a file at a line (1-based) in the person’s editor; rejects with a sentence. */
  openInEditor: (file: string, line: number) => Promise<void>;
}
