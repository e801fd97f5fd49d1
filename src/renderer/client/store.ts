import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppState, Bridge, Result, SessionState } from '../../core/contract/contract.ts';
import { reduceSession } from '../../core/prompter/session.ts';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import type { Connection } from './bridge.ts';
import { routeAt, type Route } from './route.ts';
import type { ConnectionState } from './socket.ts';

/** A cursor that was moved on this screen and that the program hasn't confirmed yet. */
interface Prediction {
  storyId: string | undefined;
  cursorMs: number;
  /** When, on the services' clock. */
  atMs: number;
}

/** What became of something that the person did on this page. */
export interface Outcome {
  tone: 'info' | 'error';
  text: string;
}

/** The latest state of the program, and what belongs to this page only. */
export interface ViewState {
  connection: ConnectionState;
  app: AppState | null;
  /** The view's clock minus the services', in milliseconds; null before the first message. */
  offsetMs: number | null;
  prediction: Prediction | null;
  route: Route;
  /** Keys of the lasting remarks that the person has dismissed. */
  hidden: readonly string[];
  /** The last one, until it is dismissed or out of date. */
  outcome: Outcome | null;
}

export type ViewStore = StoreApi<ViewState>;

/** A store that follows the program. `nowMs` is the view's monotonic clock, `route` the page's first. */
export function setUpStore(
  { bridge, onStateChange }: Pick<Connection, 'bridge' | 'onStateChange'>,
  nowMs: () => number,
  route: Route = routeAt(''),
): ViewStore {
  const store = createStore<ViewState>(() => ({
    connection: 'connecting',
    app: null,
    offsetMs: null,
    prediction: null,
    route,
    hidden: [],
    outcome: null,
  }));

  const change = (part: Partial<AppState>): void =>
    store.setState(({ app }) => (app === null ? {} : { app: { ...app, ...part } }));
  bridge.on('libraryChanged', (library) => change({ library }));
  bridge.on('settingsChanged', (settings) => change({ settings }));
  bridge.on('noticesChanged', (notices) => change({ notices }));
  bridge.on('capabilitiesChanged', (capabilities) => change({ capabilities }));
  bridge.on('sessionChanged', (session) => receiveSession(session));
  bridge.on('rehearsalChanged', (rehearsal) => receiveRehearsal(rehearsal));

  onStateChange((connection) => {
    // What failed in between failed for want of a connection, and can be tried again.
    store.setState(connection === 'connected' ? { connection, outcome: null } : { connection });
    if (connection === 'connected') void readState();
  });
  return store;

  async function readState(): Promise<void> {
    const result = await bridge.readState(undefined);
    showFailure(store, result);
    if (!result.ok) return;
    store.setState((state) => ({ app: result.value, route: firstRoute(state, result.value) }));
    receiveSession(result.value.session);
  }

  function receiveRehearsal(rehearsal: RehearsalState | null): void {
    const receivedAtMs = nowMs();
    store.setState(({ app, offsetMs }) => {
      if (app === null) return {};
      if (rehearsal === null) return { app: { ...app, rehearsal } };
      const old = app.rehearsal?.step === 'answer' ? app.rehearsal : null;
      const kept =
        rehearsal.step === 'answer'
          ? { ...rehearsal, ...keptOf(old, rehearsal, ['ask', 'outline', 'answer', 'plan']) }
          : rehearsal;
      return { app: { ...app, rehearsal: kept }, offsetMs: nextOffsetMs(offsetMs, receivedAtMs, rehearsal.sentAtMs) };
    });
  }

  function receiveSession(session: SessionState): void {
    const receivedAtMs = nowMs();
    store.setState(({ app, offsetMs }) => {
      if (app === null) return {};
      const kept = { ...session, ...keptOf(app.session, session, ['prompt', 'plan', 'recent']) };
      return { app: { ...app, session: kept }, offsetMs: nextOffsetMs(offsetMs, receivedAtMs, session.sentAtMs) };
    });
  }
}

/** The desktop opens a window with a rehearsal where the prompter requested one: it begins with the story there. */
function firstRoute({ app, route }: ViewState, { capabilities, session }: AppState): Route {
  const isOpened = app === null && route.view === 'rehearsal' && capabilities.shell === 'electron';
  if (!isOpened || route.stories !== null || session.prompt === null) return route;
  return { ...route, stories: { which: 'one', id: session.prompt.storyId } };
}

/** The outline comes with every snapshot: keep the old object where it is equal, so that React doesn't render it again. */
function keptOf<Whole extends object, Key extends keyof Whole>(
  old: Whole | null,
  now: Whole,
  keys: readonly Key[],
): Partial<Pick<Whole, Key>> {
  const kept: Partial<Pick<Whole, Key>> = {};
  if (old !== null) for (const key of keys) if (isSameData(old[key], now[key])) kept[key] = old[key];
  return kept;
}

/** Both are plain data that was built by the same code, so equal means equal text. */
function isSameData(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Now on the services' clock, in milliseconds. `nowMs` is the view's own. */
export function programNowMs({ offsetMs }: Pick<ViewState, 'offsetMs'>, nowMs: number): number {
  return nowMs - (offsetMs ?? 0);
}

/** The session as this screen shows it: the program's, with the cursor where the person just moved it. */
export function shownSession({ session }: AppState, prediction: Prediction | null): SessionState {
  if (prediction === null || prediction.storyId !== session.prompt?.storyId) return session;
  const action = { type: 'moveCursor', cursorMs: prediction.cursorMs } as const;
  return { ...session, session: reduceSession(session.session, action, prediction.atMs) };
}

/** Shows the person why something didn't work. */
export function showError(store: ViewStore, text: string): void {
  store.setState({ outcome: { tone: 'error', text } });
}

/** Shows the person why a call failed, if it did. */
export function showFailure(store: ViewStore, result: Result<unknown>): void {
  if (!result.ok) showError(store, result.error);
}

/** Beyond the smallest difference seen by this much, the two clocks have parted: one of them slept. */
const partedMs = 100;

/**
 * How far the view's clock is ahead of the services', in milliseconds. A message can only come late, so the smallest
 * difference seen is nearest to the truth; once the clocks have parted, counting starts over.
 */
export function nextOffsetMs(knownMs: number | null, receivedAtMs: number, sentAtMs: number): number {
  const sampleMs = receivedAtMs - sentAtMs;
  if (knownMs === null || sampleMs < knownMs || sampleMs > knownMs + partedMs) return sampleMs;
  return knownMs;
}

/**
 * Moves the cursor at once on this screen, and then in the program, one call at a time: where the wheel turns faster
 * than the program answers, the last place wins. Snapshots that arrive in between don't pull the cursor back.
 */
export function setUpCursorMoves(
  store: ViewStore,
  bridge: Pick<Bridge, 'moveCursor'>,
  nowMs: () => number,
): (cursorMs: number) => void {
  let wantedMs: number | null = null;
  let isSending = false;

  return function moveCursor(cursorMs: number): void {
    store.setState((state) => ({
      prediction: {
        storyId: state.app?.session.prompt?.storyId,
        cursorMs,
        atMs: programNowMs(state, nowMs()),
      },
    }));
    wantedMs = cursorMs;
    if (!isSending) void send();
  };

  async function send(): Promise<void> {
    isSending = true;
    while (wantedMs !== null) {
      const cursorMs = wantedMs;
      wantedMs = null;
      showFailure(store, await bridge.moveCursor({ cursorMs }));
    }
    isSending = false;
    store.setState({ prediction: null });
  }
}
