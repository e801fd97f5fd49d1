import type { Display, Rectangle, RenderProcessGoneDetails } from 'electron';

/*
 * What the two processes of a run under the stand-in ask of each other: the program, in plain Node, and the
 * test, which holds the browser.
 */

/** Something that the program did to Electron, or that Electron told it (`call` is then `emits …`), in order. */
export interface Entry {
  /** `app`, `screen`, `window 1`, `contents 1`, … */
  on: string;
  call: string;
  /** Copies; a function is "[function]", a window its name. */
  args: unknown[];
}

/** How the program is started. Sent as JSON. */
export interface StandInOptions {
  /** The folder with the program's package.json. */
  appDir: string;
  platform: NodeJS.Platform;
  /** Whether Electron takes it for an installed program. */
  packaged: boolean;
  displays: Display[];
  dark: boolean;
  /** Accelerators that other programs hold already. */
  heldElsewhere: string[];
}

export interface PageRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
}

export interface PageResponse {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** The frame that a message came from; null when it was gone before the message arrived. */
export type FrameFacts = { url: string; origin: string; isMain: boolean } | null;

export interface RendererMessage {
  channel: string;
  args: unknown[];
}

/** Who gets the keys: a window of the program by its number, the program that had them before, or nothing that takes any. */
export type Keyboard = number | 'call' | 'nothing';

export interface WindowState {
  name: string;
  bounds: Rectangle;
  visible: boolean;
  maximized: boolean;
  focused: boolean;
  /** Sent behind the other windows of its level. */
  behind: boolean;
  onTop: boolean;
  /** Clicks go to what is below. */
  clickThrough: boolean;
  opacity: number;
  /** What was asked for last; null where it never was. */
  backgroundThrottling: boolean | null;
}

/** A menu item as a person sees it. */
export interface ShownMenuItem {
  label: string;
  accelerator: string | null;
  submenu: ShownMenuItem[] | null;
}

export interface OpenDialog {
  id: number;
  kind: 'showMessageBox' | 'showOpenDialog';
  options: unknown;
}

/** What each permission handler that the program set says; null where it set none. */
export interface PermissionAnswers {
  request: boolean | null;
  check: boolean | null;
  device: boolean | null;
}

export interface AskedMedia {
  types: ('audio' | 'video')[];
  url?: string;
  isMainFrame?: boolean;
}

/** What the program's process answers. */
export interface ProgramSide {
  /* What Chromium asks Electron. */
  /** The registered handler's response; null where the scheme has none; throws what the handler throws. */
  request: (request: PageRequest) => Promise<PageResponse | null>;
  mayNavigate: (contents: number, url: string, isMainFrame: boolean) => boolean;
  openedWindow: (contents: number, url: string, features: string) => 'allow' | 'deny';
  /** Whether a page may put a `<webview>` into itself. */
  mayAttachWebview: (contents: number) => boolean;
  message: (contents: number, frame: FrameFacts, message: RendererMessage) => Promise<unknown>;
  /** The page shows this from now on, whether the program loaded it or not. */
  committed: (contents: number, url: string) => void;
  /** The page has closed its own window. */
  pageClosed: (contents: number) => void;
  preloadFailed: (contents: number, file: string, error: Error) => void;
  /** A page of the main frame could not be loaded, by Chromium's number and name of why. */
  loadFailed: (contents: number, code: number, name: string) => void;
  gone: (contents: number, details: RenderProcessGoneDetails) => void;

  /* What a person, the system and other programs do. */
  quit: () => void;
  /** Sends it a message, as whoever started it can. */
  messageFromStarter: (text: string) => void;
  activate: () => void;
  /** The system keeps programs from starting at login, and says so when it is asked. */
  refuseLogin: () => void;
  closeWindow: (window: number) => void;
  /** A window is closed in the same moment as its page breaks down. */
  loseWindow: (window: number) => void;
  placeWindow: (window: number, bounds: Rectangle) => void;
  maximizeWindow: (window: number) => void;
  focusWindow: (window: number) => void;
  windows: () => WindowState[];
  keyboard: () => Keyboard;
  /** Presses the key of a menu item in the window with the focus; whether the menu took it. */
  pressMenuKey: (accelerator: string) => boolean;
  /** What the menu bar shows, every role with its label and key. */
  menuBar: () => ShownMenuItem[];
  /** Whether anybody in the program got it. */
  pressHotkey: (accelerator: string) => boolean;
  registeredHotkeys: () => string[];
  /** Other programs take these, as far as they are free. */
  holdElsewhere: (accelerators: string[]) => void;
  setDisplays: (displays: Display[]) => void;
  setDark: (dark: boolean) => void;
  sleep: () => void;
  wake: () => void;
  hang: (contents: number) => void;
  helperGone: (type: 'GPU' | 'Utility') => void;
  /** `media` is what a page wants of the microphone and the camera; its URL is Offbook’s own without another. */
  askPermission: (permission: string, media?: AskedMedia) => Promise<PermissionAnswers>;
  /** The person tells macOS that the program may not use the microphone. */
  refuseMicrophone: () => void;
  dialogs: () => OpenDialog[];
  answerDialog: (id: number, answer: unknown) => void;
}

/** How a load ended: Chromium's code and words where it failed. */
export type LoadOutcome = { ok: true } | { ok: false; code: number; description: string };

export interface PageOptions {
  contents: number;
  preload: string | null;
  width: number;
  height: number;
  /** As they stand in the window's options, for Electron's own security warnings. */
  webPreferences: Record<string, unknown>;
}

/** What the test's process answers. */
export interface TestSide {
  record: (entry: Entry) => void;
  openPage: (options: PageOptions) => Promise<void>;
  load: (contents: number, url: string) => Promise<LoadOutcome>;
  reload: (contents: number) => Promise<LoadOutcome>;
  /** Ends the page's process; `gone` tells when it is. */
  crash: (contents: number) => Promise<void>;
  deliver: (contents: number, channel: string, args: unknown[]) => void;
  resize: (contents: number, width: number, height: number) => Promise<void>;
  closePage: (contents: number) => Promise<void>;
  setDarkPages: (dark: boolean) => Promise<void>;
}

/** What a page's preload asks of the test. */
export interface PreloadHost {
  invoke: (channel: string, args: unknown[]) => Promise<unknown>;
  preloadFailed: (error: Error) => void;
}

/** What it answers. */
export interface PreloadSide {
  deliver: (channel: string, args: unknown[]) => void;
}
