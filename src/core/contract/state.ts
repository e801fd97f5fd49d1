import type { CommandId } from './commands.ts';
import type { SessionState } from '../prompter/prompt.ts';
import type { RehearsalState } from '../rehearsal/state.ts';
import type { Settings } from '../settings/schema.ts';
import type { Problem } from '../stories/model.ts';

/** All that a view needs to draw itself; the contract's events bring its parts anew. Plain data. */
export interface AppState {
  library: LibraryState;
  session: SessionState;
  rehearsal: RehearsalState | null;
  settings: Settings;
  /** The path of the file that keeps them. */
  settingsFile: string;
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
