import type { EventEmitter } from 'node:events';
import type {
  App,
  BrowserWindow,
  Details,
  Display,
  Event,
  NativeTheme,
  PowerMonitor,
  RenderProcessGoneDetails,
  Screen,
  WebContents,
  WebContentsWillFrameNavigateEventParams,
  WebContentsWillNavigateEventParams,
  WebPreferences,
} from 'electron';
import { record } from './record.ts';

/** Members of one of Electron's objects, with its signatures. Listeners are Node's business. */
export type MembersOf<Thing> = Partial<Omit<Thing, keyof EventEmitter>>;

/** A table of events stays one only as far as Electron's own `on` takes listeners of these arguments; the rest is never. */
type Checked<On, Table> = {
  [Name in keyof Table]: Table[Name] extends unknown[]
    ? On extends (event: Name, listener: (...args: Table[Name]) => void) => unknown
      ? Table[Name]
      : never
    : never;
};

export type AppEvents = Checked<
  App['on'],
  {
    activate: [Event, boolean];
    'browser-window-focus': [Event, BrowserWindow];
    'child-process-gone': [Event, Details];
    quit: [Event, number];
    ready: [Event, object];
    'render-process-gone': [Event, WebContents, RenderProcessGoneDetails];
    'second-instance': [Event, string[], string, unknown];
    'web-contents-created': [Event, WebContents];
    'will-quit': [Event];
    'window-all-closed': [];
  }
>;

export type WindowEvents = Checked<
  BrowserWindow['on'],
  {
    blur: [];
    close: [Event];
    closed: [];
    focus: [];
    hide: [];
    move: [];
    'ready-to-show': [];
    resize: [];
    show: [];
  }
>;

export type ContentsEvents = Checked<
  WebContents['on'],
  {
    'did-fail-load': [Event, number, string, string, boolean, number, number];
    'did-finish-load': [];
    'did-start-loading': [];
    'preload-error': [Event, string, Error];
    'render-process-gone': [Event, RenderProcessGoneDetails];
    unresponsive: [];
    'will-attach-webview': [Event, WebPreferences, Record<string, string>];
    'will-frame-navigate': [Event<WebContentsWillFrameNavigateEventParams>];
    'will-navigate': [Event<WebContentsWillNavigateEventParams>, string, boolean, boolean, number, number];
  }
>;

export type ScreenEvents = Checked<
  Screen['on'],
  {
    'display-added': [Event, Display];
    'display-metrics-changed': [Event, Display, string[]];
    'display-removed': [Event, Display];
  }
>;

export type PowerEvents = Checked<PowerMonitor['on'], { resume: []; suspend: [] }>;
export type ThemeEvents = Checked<NativeTheme['on'], { updated: [] }>;

/** A function that emits the events of a table, and no others, and tells the test of each. */
export function emits<Table extends { [Name in keyof Table]: unknown[] }>(name: string, emitter: EventEmitter) {
  return <Name extends keyof Table & string>(event: Name, ...args: Table[Name]): void => {
    record(name, `emits ${event}`, []);
    emitter.emit(event, ...args);
  };
}

/** An event's first argument. */
export function preventable<Params extends object = object>(params?: Params): Event<Params> {
  const event = { ...params, defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) };
  return event as Event<Params>;
}
