import { EventEmitter } from 'node:events';
import type {
  BrowserWindow as ElectronWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
  WebContents,
  WebPreferences,
} from 'electron';
import type { Keyboard, WindowState } from '../sides.ts';
import { emitApp, onlyWhenReady, standInApp } from './app.ts';
import { emits, preventable, type MembersOf, type WindowEvents } from './events.ts';
import { offer, test } from './link.ts';
import { record, recorded } from './record.ts';
import { windowing } from './switches.ts';
import { StandInContents } from './web-contents.ts';

const windows = new Map<number, BrowserWindow>();
let lastId = 0;
let keyboard: Keyboard = 'call';

/** A window as facts: where it is, whether it is shown and has the focus. What is drawn is in the test's browser. */
export class BrowserWindow extends EventEmitter implements MembersOf<ElectronWindow> {
  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()].map(({ shown }) => shown);
  }

  readonly id = (lastId += 1);
  readonly shown: BrowserWindow;
  readonly webContents: WebContents;
  readonly emitEvent = emits<WindowEvents>(`window ${this.id}`, this);
  readonly #contents = new StandInContents();
  #bounds: Rectangle;
  #visible = false;
  #behind = false;
  #clickThrough = false;
  #maximized = false;
  #destroyed = false;
  #onTop: boolean;
  #opacity: number;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    onlyWhenReady('Cannot create BrowserWindow before app is ready');
    const { x = 0, y = 0, width = 800, height = 600, webPreferences = {} } = options;
    record(`window ${this.id}`, 'new', [options]);
    onlyIsolated(webPreferences);
    this.#bounds = { x, y, width, height };
    this.#onTop = options.alwaysOnTop ?? false;
    this.#opacity = options.opacity ?? 1;
    this.shown = recorded(`window ${this.id}`, this, () => this.#destroyed);
    this.webContents = this.#contents.shown;
    windows.set(this.id, this);
    this.#contents.onLoaded = () => {
      // A hidden window of native Wayland gets no frames, so its page is never laid out (electron#48859).
      if (this.#visible || windowing !== 'wayland') this.emitEvent('ready-to-show');
    };
    const preload = webPreferences.preload ?? null;
    void test.openPage({ contents: this.#contents.id, preload, width, height, webPreferences: { ...webPreferences } });
    emitApp('web-contents-created', preventable(), this.webContents);
    if (options.show !== false) this.show();
    return this.shown;
  }

  loadURL(url: string): Promise<void> {
    return this.#contents.loadURL(url);
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  /** In front of the other windows of its level. */
  showInactive(): void {
    this.#behind = false;
    if (this.#visible) return;
    this.#visible = true;
    this.#drawFrame();
    this.emitEvent('show');
  }

  /** Windows leaves the keyboard to nobody (electron#10023); elsewhere the window below gets it. */
  hide(): void {
    if (!this.#visible) return;
    this.#lose(windowing === 'windows' ? 'nothing' : 'call');
    this.#visible = false;
    this.#drawFrame();
    this.emitEvent('hide');
  }

  isVisible(): boolean {
    return this.#visible;
  }

  focus(): void {
    if (this.isFocused()) return;
    for (const other of windows.values()) other.#lose('nothing');
    keyboard = this.id;
    this.#drawFrame();
    this.emitEvent('focus');
    emitApp('browser-window-focus', preventable(), this.shown as unknown as ElectronWindow);
  }

  blur(): void {
    if (!this.isFocused() || windowing === 'wayland') return;
    // macOS orders it out and to the back of its level, X11 lowers it: of a window on top nobody sees that.
    this.#behind = windowing !== 'windows' && !this.#onTop;
    // Chromium's X11Window::Deactivate keeps X's focus and ignores the keys. Windows activates the next window in the
    // stacking order, which for one on top is the task bar.
    const isPassedOn = windowing === 'macos' || (windowing === 'windows' && !this.#onTop);
    this.#lose(isPassedOn ? 'call' : 'nothing');
  }

  isFocused(): boolean {
    return keyboard === this.id;
  }

  #lose(to: Keyboard): void {
    if (!this.isFocused()) return;
    keyboard = to;
    this.#drawFrame();
    this.emitEvent('blur');
  }

  /** What Electron does on X11 whenever the window or its frame changes: clicks reach the window again (electron#52456). */
  #drawFrame(): void {
    if (windowing === 'x11') this.#clickThrough = false;
  }

  /** Nobody minimizes windows or fills a screen with them here. */
  isMinimized(): boolean {
    return false;
  }

  isFullScreen(): boolean {
    return false;
  }

  /** Shows it too. Its bounds here stay those of its normal state. */
  maximize(): void {
    if (this.#maximized) return;
    this.#maximized = true;
    this.showInactive();
    this.emitEvent('resize');
  }

  isMaximized(): boolean {
    return this.#maximized;
  }

  getNormalBounds(): Rectangle {
    return { ...this.#bounds };
  }

  /** Told of once it has happened, as by a window manager. */
  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.#bounds;
    const after = { ...before, ...bounds };
    for (const [name, value] of Object.entries(after)) {
      if (!Number.isInteger(value))
        throw new TypeError(`Error processing argument at index 0, conversion failure: ${name} is ${value}`);
    }
    this.#bounds = after;
    const moved = before.x !== after.x || before.y !== after.y;
    const resized = before.width !== after.width || before.height !== after.height;
    if (resized) void test.resize(this.#contents.id, after.width, after.height);
    setImmediate(() => {
      if (this.#destroyed) return;
      this.#drawFrame();
      if (moved) this.emitEvent('move');
      if (resized) this.emitEvent('resize');
    });
  }

  setAlwaysOnTop(flag: boolean): void {
    this.#onTop = flag;
  }

  isAlwaysOnTop(): boolean {
    return this.#onTop;
  }

  setOpacity(opacity: number): void {
    this.#opacity = Math.min(1, Math.max(0, opacity));
    this.#drawFrame();
  }

  setIgnoreMouseEvents(ignore: boolean): void {
    this.#clickThrough = ignore;
  }

  // Only recorded: nothing that the stand-in shows depends on them.
  setBackgroundColor(): void {}
  setContentProtection(): void {}
  setVisibleOnAllWorkspaces(): void {}

  close(): void {
    const event = preventable();
    this.emitEvent('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#lose('call');
    this.#contents.destroy();
    this.#destroyed = true;
    windows.delete(this.id);
    this.emitEvent('closed');
    if (windows.size > 0 || standInApp.quitting) return;
    if (standInApp.listenerCount('window-all-closed') === 0) standInApp.quit();
    else emitApp('window-all-closed');
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** No member of Electron's: what happens when its page breaks down while it is being closed. */
  lose(): void {
    this.#contents.gone({ reason: 'crashed', exitCode: 5 });
    this.destroy();
  }

  state(): WindowState {
    return {
      name: `window ${this.id}`,
      bounds: this.getNormalBounds(),
      visible: this.#visible,
      maximized: this.#maximized,
      focused: this.isFocused(),
      behind: this.#behind,
      onTop: this.#onTop,
      clickThrough: this.#clickThrough,
      opacity: this.#opacity,
      backgroundThrottling: this.#contents.throttled,
    };
  }
}

/** Throws for pages that would have Node, or share a world with their preload. */
function onlyIsolated({ sandbox = true, contextIsolation = true, nodeIntegration = false }: WebPreferences): void {
  if (contextIsolation && !nodeIntegration && (sandbox || standInApp.sandboxed)) return;
  throw new Error('The stand-in has windows with sandbox and context isolation, and without Node, only.');
}

function windowById(id: number): BrowserWindow {
  const found = windows.get(id);
  if (found === undefined) throw new Error(`There is no window ${id}.`);
  return found;
}

standInApp.become({
  closeAll: () => {
    for (const window of windows.values()) window.close();
    return windows.size === 0;
  },
  destroyAll: () => {
    for (const window of windows.values()) window.destroy();
  },
  anyVisible: () => [...windows.values()].some((window) => window.isVisible()),
});

offer({
  closeWindow: (id) => windowById(id).close(),
  loseWindow: (id) => windowById(id).lose(),
  placeWindow: (id, bounds) => windowById(id).setBounds(bounds),
  maximizeWindow: (id) => windowById(id).maximize(),
  focusWindow: (id) => windowById(id).focus(),
  keyboard: () => keyboard,
  pageClosed: (contents) => [...windows.values()].find((window) => window.webContents.id === contents)?.close(),
  windows: () => [...windows.values()].map((window) => window.state()),
});
