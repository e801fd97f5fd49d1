import { EventEmitter } from 'node:events';
import type { HandlerDetails, RenderProcessGoneDetails, WebContents, WindowOpenHandlerResponse } from 'electron';
import type { LoadOutcome } from '../sides.ts';
import { emitApp } from './app.ts';
import { emits, preventable, type ContentsEvents, type MembersOf } from './events.ts';
import { offer, test } from './link.ts';
import { mayLoad } from './protocol.ts';
import { recorded } from './record.ts';

const all = new Map<number, StandInContents>();
let lastId = 0;

/** A window's page, as the program sees it. The page itself is in the test's browser. */
export class StandInContents extends EventEmitter implements MembersOf<WebContents> {
  readonly id = (lastId += 1);
  /** As it is handed to the program. */
  readonly shown: WebContents;
  readonly emitEvent = emits<ContentsEvents>(`contents ${this.id}`, this);
  throttled: boolean | null = null;
  /** Told when the page is loaded, painted and all. */
  onLoaded = (): void => {};
  /** What it shows, which is the last page that was committed: none while the first one loads. */
  #url = '';
  #asked = '';
  #crashed = false;
  #destroyed = false;
  #openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | null = null;

  constructor() {
    super();
    all.set(this.id, this);
    // The members that Electron has more are refused when they are used.
    this.shown = recorded(`contents ${this.id}`, this, () => this.#destroyed) as unknown as WebContents;
  }

  getURL(): string {
    return this.#url;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  async loadURL(url: string): Promise<void> {
    mayLoad(url);
    this.#asked = url;
    await this.#load(() => test.load(this.id, url));
  }

  reload(): void {
    this.#load(() => test.reload(this.id)).catch(() => undefined);
  }

  send(channel: string, ...args: unknown[]): void {
    void test.deliver(this.id, channel, cloned(args));
  }

  setBackgroundThrottling(allowed: boolean): void {
    this.throttled = allowed;
  }

  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.#openHandler = handler;
  }

  committed(url: string): void {
    this.#url = url;
  }

  loadFailed(code: number, name: string): void {
    this.emitEvent('did-fail-load', preventable(), code, name, this.#asked, true, 1, 1);
  }

  forcefullyCrashRenderer(): void {
    void test.crash(this.id);
  }

  gone(details: RenderProcessGoneDetails): void {
    if (this.#destroyed) return;
    this.#crashed = true;
    this.emitEvent('render-process-gone', preventable(), details);
    emitApp('render-process-gone', preventable(), this.shown, details);
  }

  /** Without a handler a page may open windows; the stand-in can't. */
  opened(url: string, features: string): 'allow' | 'deny' {
    const referrer = { url: this.#url, policy: 'strict-origin-when-cross-origin' as const };
    return (
      this.#openHandler?.({ url, frameName: '', features, disposition: 'foreground-tab', referrer }).action ?? 'allow'
    );
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    void test.closePage(this.id);
  }

  async #load(load: () => Promise<LoadOutcome>): Promise<void> {
    this.#crashed = false;
    this.emitEvent('did-start-loading');
    const outcome = await load();
    if (this.#destroyed) return;
    if (outcome.ok) {
      this.emitEvent('did-finish-load');
      this.onLoaded();
      return;
    }
    const { code, description } = outcome;
    this.loadFailed(code, description);
    throw Object.assign(new Error(`${description} (${code}) loading '${this.#asked}'`), {
      errno: code,
      code: description,
    });
  }
}

/** What arrives at the other side of a process boundary. Throws as Electron does. */
export function cloned<Value>(value: Value): Value {
  try {
    return structuredClone(value);
  } catch {
    throw new Error('An object could not be cloned.');
  }
}

export function contentsById(id: number): StandInContents {
  const found = all.get(id);
  if (found === undefined) throw new Error(`There are no contents ${id}.`);
  return found;
}

offer({
  gone: (id, details) => contentsById(id).gone(details),
  committed: (id, url) => contentsById(id).committed(url),
  hang: (id) => contentsById(id).emitEvent('unresponsive'),
  openedWindow: (id, url, features) => contentsById(id).opened(url, features),
  mayAttachWebview: (id) => {
    const event = preventable();
    contentsById(id).emitEvent('will-attach-webview', event, {}, {});
    return !event.defaultPrevented;
  },
  loadFailed: (id, code, name) => contentsById(id).loadFailed(code, name),
  preloadFailed: (id, file, error) => contentsById(id).emitEvent('preload-error', preventable(), file, error),
  mayNavigate: (id, url, isMainFrame) => {
    const contents = contentsById(id);
    const details = preventable({ url, isSameDocument: false, isMainFrame, frame: null });
    contents.emitEvent('will-frame-navigate', details);
    if (isMainFrame && !details.defaultPrevented) {
      contents.emitEvent('will-navigate', details, url, false, true, 1, 1);
    }
    return !details.defaultPrevented;
  },
});
