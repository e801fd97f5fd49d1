import type { Bridge, DesktopBridge } from '../../core/contract/contract.ts';
import { proofText, returnPath } from '../../core/contract/return-proof.ts';
import { connectBySocket, type ConnectionState } from './socket.ts';

/** The connection to the program. */
export interface Connection {
  bridge: Bridge;
  /** Calls the listener with the state, at once and on every change. */
  onStateChange: (listener: (state: ConnectionState) => void) => void;
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
export type EntryWindow = Pick<Window, 'location' | 'history' | 'localStorage' | 'fetch' | 'crypto'>;

/**
 * How this page gets in. The address that Offbook prints has a token in its fragment; the page posts it, and gets a cookie,
 * which it can't read, and a key. The token is never stored. The key, which is useless without the cookie, is stored for
 * reloads, other tabs and the next start of the program: there the page comes in again, once the program has proved that
 * it is the same.
 */
export function setUpEntry(win: EntryWindow) {
  let token: string | null = null;
  let key: string | null = null;
  /** The program has just given the key, so that it needn't prove anything. */
  let isFresh = false;

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
    isFresh = true;
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
    const known = tryStorage(() => win.localStorage.getItem(storageKey)) ?? key;
    if (known === null) return null;
    const isProved = isFresh && known === key;
    const given = isProved ? known : await returnWith(win, known);
    keep(given);
    isFresh = false;
    return given;
  }

  takeFragment();
  return { takeFragment, readKey };
}

/** The key of the program’s present start, for a page that has one from before; null where the program doesn’t know it. */
async function returnWith({ fetch, crypto, location }: EntryWindow, key: string): Promise<string | null> {
  const { host } = location;
  const nonce = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const post = async (form: Record<string, string>): Promise<string | null> => {
    const answer = await fetch(returnPath, { method: 'POST', body: new URLSearchParams(form) });
    return answer.ok ? (await answer.text()).trim() : null;
  };
  const [proofs = '', challenge = ''] = (await post({ nonce }))?.split(' ') ?? [];
  // Another server may be at this address by now. It must not get anything that opens the program.
  const right = await proofBy(crypto, key, proofText('program', host, nonce));
  if (challenge === '' || !proofs.split(',').includes(right)) return null;
  return post({ challenge, answer: await proofBy(crypto, key, proofText('page', host, challenge)) });
}

async function proofBy({ subtle }: Crypto, key: string, text: string): Promise<string> {
  const bytes = (of: string) => new TextEncoder().encode(of);
  const digest = await subtle.digest('SHA-256', bytes(key));
  const signing = await subtle.importKey('raw', digest, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return base64url(new Uint8Array(await subtle.sign('HMAC', signing, bytes(text))));
}

function base64url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Null where the person's browser stores nothing for sites: then a reload needs the address again. */
function tryStorage<Kept>(use: () => Kept): Kept | null {
  try {
    return use();
  } catch {
    return null;
  }
}
