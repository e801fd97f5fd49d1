import type { CommandId } from './commands.ts';
import type { SessionState } from '../prompter/prompt.ts';
import type { RehearsalState } from '../rehearsal/state.ts';
import type { Settings } from '../settings/schema.ts';
import type { LineRole, Problem } from '../stories/model.ts';

/** Everything a view needs to draw itself. The contract's events update its parts. Plain data. */
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
  /** The folders or files being read, as given. */
  folders: string[];
  /** Whether these are the program's sample stories, because no folder was ever chosen. */
  samples: boolean;
  status: 'loading' | 'ready';
  /** In the order of their files and lines, which the next-story command follows. */
  stories: StoryBrief[];
  /** Broken files and unreadable folders, errors first. */
  problems: Problem[];
}

/** The parts of a story that lists need. */
export interface StoryBrief {
  id: string;
  file: string;
  line: number;
  group: string | null;
  title: string;
  /** The title for places with little room: without “Tell me about a time when”. */
  name: string;
  /** The index in `name` where it begins to differ from the one most like it; 0 if that is early. It isn’t cut there. */
  nameDiffersAt: number;
  question: string | null;
  variants: string[];
  /** Nothing is written below its heading yet: it can’t be prompted or rehearsed. */
  planned: boolean;
  tags: string[];
  /** The story's own target, from the file or the person's for it alone; null if the setting applies. */
  targetMs: number | null;
  /** How long its answer takes at the person’s rate, in its default version; null without a full answer. */
  estimateMs: number | null;
  /** The number of errors and warnings in it. */
  problems: number;
  hints: number;
}

/** The file of a story, and how it was read. */
export interface StorySource {
  file: string;
  /** As it is on disk now, with `\n` as line ends and without a byte order mark. */
  text: string;
  /** In the order of their lines. */
  roles: LineRole[];
  /** Those of the whole file, in the order of their lines; first those without a line. */
  problems: Problem[];
}

/** A message for the person. `info` disappears after a while; `error` stays until dismissed. */
export interface Notice {
  id: number;
  severity: 'info' | 'error';
  text: string;
}

/** What this shell can really do on this computer. */
export interface Capabilities {
  shell: 'electron' | 'browser';
  chooseFolder: boolean;
  alwaysOnTop: boolean;
  opacity: boolean;
  /** Whether a dropped file has a path (`pathOf` of the desktop's bridge). */
  dropFiles: boolean;
  clickThrough: boolean;
  contentProtection: boolean;
  startAtLogin: boolean;
  /** Whether a page can take a keyboard’s media keys. */
  mediaKeys: boolean;
  /** Whether a page can have a microphone, if the person and the system allow it. */
  microphone: boolean;
  hotkeys: Hotkey[];
  panel: Ability[];
}

/** A row of the capability panel. Its text promises no more than is known. */
export interface Ability {
  id: string;
  title: string;
  state: 'yes' | 'no' | 'partly' | 'unproved';
  text: string;
}

export interface Hotkey {
  command: CommandId;
  accelerator: string;
  /** `refused`: another program has it, or the system doesn't allow it. */
  state: 'registered' | 'refused';
}

/** What a path that somebody types leads to. */
export interface PathLook {
  /** Folders and story files that it can go on to, whole paths as the person began them. */
  ways: string[];
  /** What is there to read; null if nothing is there yet. `stories` is null if there are too many files to count them. */
  found: { files: number; isMore: boolean; stories: number | null } | null;
}

/** A document as it would be kept. */
export interface ReadDocument {
  /** The name of the new file, without its extension. */
  name: string;
  /** Its Markdown; empty if it couldn’t be read. */
  text: string;
  stories: { title: string; group: string | null }[];
  hints: number;
  /** Why it can’t be read or has no story, and what to do; null if all is well. */
  problem: string | null;
}

/** The files that documents were kept as, whole paths. */
export interface SavedDocuments {
  files: string[];
}

/** A file made for a new story. */
export interface NewStory {
  file: string;
  /** Why no editor opened it; null if one did. */
  unopened: string | null;
}
