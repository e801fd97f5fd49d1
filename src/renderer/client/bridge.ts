import type { Bridge, DesktopBridge } from '../../core/contract/contract.ts';
import { connectBySocket, type ConnectionState } from './socket.ts';

/** The connection to the program. */
export interface Connection {
  bridge: Bridge;
  /** Calls the listener with the state, at once and on every change. */
  onStateChange: (listener: (state: ConnectionState) => void) => void;
  /** Tries again now, for a person who doesn't want to wait for the next attempt. */
  retry: () => void;
  /** The path of a dropped file; null where the shell doesn't know it. */
  pathOf: (file: File) => string | null;
}

interface ElectronWindow {
  /** From the preload; undefined in a browser. */
  offbook?: DesktopBridge;
}

/** Connects by Electron's bridge where the preload made one, else by a web socket to the server that the page came from. */
export function connect(win: Window & ElectronWindow): Connection {
  const { offbook } = win;
  if (offbook !== undefined) {
    return {
      bridge: offbook,
      onStateChange: (listener) => listener('connected'),
      retry: () => {},
      pathOf: (file) => offbook.pathOf(file) || null,
    };
  }
  const address = new URL('/socket', win.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const entry = setUpEntry(win);
  const connection = connectBySocket({
    readKey: entry.readKey,
    // As a protocol: an address would be logged, and scripts can't set other headers.
    open: (key) => new WebSocket(address, ['offbook', key]),
    serverAnswers: async () => (await fetch('/', { cache: 'no-store' })).ok,
    after: (delayMs, callback) => win.setTimeout(callback, delayMs),
  });
  // Opening the printed address in a tab that already shows Offbook changes only the fragment.
  win.addEventListener('hashchange', () => {
    entry.takeFragment();
    connection.retry();
  });
  // Another tab has got a key.
  win.addEventListener('storage', connection.retry);
  win.addEventListener('online', connection.retry);
  win.document.addEventListener('visibilitychange', () => {
    if (!win.document.hidden) connection.retry();
  });
  return { ...connection, pathOf: () => null };
}

const storageKey = 'offbook-key';

/** What the page needs of its window to get in. */
export type EntryWindow = Pick<Window, 'location' | 'history' | 'localStorage' | 'fetch'>;

/**
 * How this page gets in. The address that Offbook prints has a token in its fragment; the page posts it, and gets a cookie,
 * which it can't read, and a key. The token is never stored. The key, which is useless without the cookie, is stored for
 * reloads and other tabs.
 */
export function setUpEntry(win: EntryWindow) {
  let token: string | null = null;
  let key: string | null = null;

  /** Removes the token or the key from the address, so that nobody bookmarks it or sees it on a shared screen. */
  function takeFragment(): void {
    const { location, history } = win;
    const given = new URLSearchParams(location.hash.slice(1));
    if (!given.has('token') && !given.has('key')) return;
    history.replaceState(null, '', location.pathname + location.search);
    token = given.get('token') || token;
    keep(given.get('key') || null);
  }

  function keep(given: string | null): void {
    if (given === null) return;
    key = given;
    tryStorage(() => win.localStorage.setItem(storageKey, given));
  }

  /** The key to the socket; null where this page has none. Rejects if nobody answers, and keeps the token for later. */
  async function readKey(): Promise<string | null> {
    takeFragment();
    if (token !== null) {
      const sent = token;
      const answer = await win.fetch('/enter', { method: 'POST', body: new URLSearchParams({ token: sent }) });
      if (token === sent) token = null;
      // A page that has a key still gets in by an old address.
      if (answer.ok) keep((await answer.text()).trim());
    }
    // Another tab's may be newer.
    return tryStorage(() => win.localStorage.getItem(storageKey)) ?? key;
  }

  takeFragment();
  return { takeFragment, readKey };
}

/** Null where the person's browser stores nothing for sites: then a reload needs the address again. */
function tryStorage<Kept>(use: () => Kept): Kept | null {
  try {
    return use();
  } catch {
    return null;
  }
}
