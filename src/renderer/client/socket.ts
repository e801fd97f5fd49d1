import type { Bridge, EventName, Result } from '../../core/contract/contract.ts';

/** `refused`: the program is there, but this page has no access to it. */
export type ConnectionState = 'connecting' | 'connected' | 'lost' | 'refused';

/** What the socket needs of the page. */
export interface SocketSurroundings {
  /** This page's key to the socket; null where it has none. Rejects where nobody answers. */
  readKey: () => Promise<string | null>;
  open: (key: string) => WebSocket;
  /** Whether the server answers plain requests: a browser doesn't say why a socket failed. Rejects where nobody answers. */
  serverAnswers: () => Promise<boolean>;
  after: (delayMs: number, callback: () => void) => unknown;
}

type FromProgram = { id: number; result: Result<unknown> } | { event: EventName; payload: unknown };
type Listener = (payload: unknown) => void;

/** The answer to a call that the program didn’t answer. */
export const unreachable: Result<never> = {
  ok: false,
  error: 'Offbook can’t be reached at the moment, so nothing was changed. Try again when it’s back.',
};

/** How long a page without access waits before it asks again. */
const refusedAgainMs = 5000;

/** The pause before the next attempt: twice as long after each failure, from a quarter of a second to five seconds. */
export function retryDelayMs(failures: number): number {
  return Math.min(5000, 250 * 2 ** Math.max(0, failures - 1));
}

/** The bridge over a web socket, which is opened again whenever it drops. */
export function connectBySocket(surroundings: SocketSurroundings) {
  const listeners = new Map<string, Set<Listener>>();
  const watchers = new Set<(connection: ConnectionState) => void>();
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let state: ConnectionState = 'connecting';
  let socket: WebSocket | null = null;
  let isConnecting = false;
  let lastId = 0;
  let failures = 0;

  function change(now: ConnectionState): void {
    state = now;
    for (const watcher of watchers) watcher(now);
  }

  async function connect(): Promise<void> {
    isConnecting = true;
    try {
      const key = await surroundings.readKey();
      if (key === null) refuse();
      else watch(surroundings.open(key));
    } catch {
      lose();
    } finally {
      isConnecting = false;
    }
  }

  function watch(opened: WebSocket): void {
    socket = opened;
    let wasOpen = false;
    opened.addEventListener('open', () => {
      wasOpen = true;
      failures = 0;
      change('connected');
    });
    opened.addEventListener('message', ({ data }) => receive(JSON.parse(String(data)) as FromProgram));
    opened.addEventListener('close', () => void dropped(wasOpen));
  }

  async function dropped(wasOpen: boolean): Promise<void> {
    socket = null;
    for (const answer of waiting.values()) answer(unreachable);
    waiting.clear();
    // Only a socket that never opened can have been refused, and only by a server that is there.
    const refused = !wasOpen && (await surroundings.serverAnswers().catch(() => false));
    if (socket !== null) return;
    if (refused) refuse();
    else lose();
  }

  /** Another tab may come in meanwhile, or the right program come back. */
  function refuse(): void {
    if (state !== 'refused') change('refused');
    surroundings.after(refusedAgainMs, retry);
  }

  function lose(): void {
    failures += 1;
    change('lost');
    surroundings.after(retryDelayMs(failures), retry);
  }

  function retry(): void {
    if (socket === null && !isConnecting) void connect();
  }

  function receive(message: FromProgram): void {
    if ('event' in message) {
      for (const listener of listeners.get(message.event) ?? []) listener(message.payload);
      return;
    }
    waiting.get(message.id)?.(message.result);
    waiting.delete(message.id);
  }

  function call(name: string, input: unknown): Promise<Result<unknown>> {
    const open = socket;
    if (open?.readyState !== 1 /* OPEN */) return Promise.resolve(unreachable);
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      open.send(JSON.stringify({ id, call: name, input }));
    });
  }

  function on(name: string, listener: Listener): () => void {
    const known = listeners.get(name) ?? new Set();
    listeners.set(name, known.add(listener));
    return () => known.delete(listener);
  }

  void connect();
  return {
    bridge: bridgeOver(call, on),
    onStateChange: (watcher: (now: ConnectionState) => void): void => {
      watchers.add(watcher);
      watcher(state);
    },
    retry,
  };
}

/**
 * Any name but `on` is a call, so that the contract's table stays the only list of them; the program refuses what isn't
 * in it. `then` must be none: whoever awaits the bridge would wait for a call that nobody answers.
 */
export function bridgeOver(
  call: (name: string, input: unknown) => Promise<Result<unknown>>,
  on: (name: string, listener: Listener) => () => void,
): Bridge {
  const known = new Map<PropertyKey, unknown>([
    ['on', on],
    ['then', undefined],
  ]);
  return new Proxy({} as Bridge, {
    get: (_, name) =>
      known.has(name) || typeof name === 'symbol' ? known.get(name) : (input: unknown) => call(name, input),
  });
}
