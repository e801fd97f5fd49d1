import type { Bridge, DesktopBridge } from '../../core/contract/contract.ts';
import { reachBySocket, type Connection } from './socket.ts';
import { setUpEntry } from './entry.ts';

/** The way to the program, and what is known of it. */
export interface Reach {
  bridge: Bridge;
  /** Tells how the connection stands, at once and whenever that changes. */
  onConnection: (listener: (connection: Connection) => void) => void;
  /** Tries again now, for a person who doesn't want to wait for the next attempt. */
  retry: () => void;
  /** The path of a dropped file; null where the shell doesn't tell. */
  pathOf: (file: File) => string | null;
}

interface ElectronWindow {
  /** Put there by the preload; in a browser there is none. */
  offbook?: DesktopBridge;
}

/** Electron's bridge where the preload made one, else a web socket to the server that the page came from. */
export function reachProgram(win: Window & ElectronWindow): Reach {
  const { offbook } = win;
  if (offbook !== undefined) {
    return {
      bridge: offbook,
      onConnection: (listener) => listener('connected'),
      retry: () => {},
      pathOf: (file) => offbook.pathOf(file) || null,
    };
  }
  const address = new URL('/socket', win.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const entry = setUpEntry(win);
  const reach = reachBySocket({
    readKey: entry.readKey,
    // Neither an address, which is logged, nor a header, which scripts can't set, may carry it.
    open: (key) => new WebSocket(address, ['offbook', key]),
    serverAnswers: async () => (await fetch('/', { cache: 'no-store' })).ok,
    after: (delayMs, callback) => win.setTimeout(callback, delayMs),
  });
  // The address that Offbook printed, opened in a tab that already shows Offbook, changes only the fragment.
  win.addEventListener('hashchange', () => {
    entry.takeFragment();
    reach.retry();
  });
  // Another tab came in.
  win.addEventListener('storage', reach.retry);
  win.addEventListener('online', reach.retry);
  win.document.addEventListener('visibilitychange', () => {
    if (!win.document.hidden) reach.retry();
  });
  return { ...reach, pathOf: () => null };
}
