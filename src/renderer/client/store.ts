import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppState, Bridge, Result, SessionState } from '../../core/contract/contract.ts';
import { isRunning, reduceSession } from '../../core/prompter/session.ts';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import type { Connection } from './bridge.ts';
import { measureOffset, nextOffset } from './clock-offset.ts';
import { firstChoice, type Chosen } from './rehearsal-choices.ts';
import { routeAt, type Route } from './route.ts';
import type { Incoming, Outcome, RemarkAction } from './outcome.ts';
import type { ConnectionState } from './socket.ts';
import { pageTimer, type PageTimer } from './timer.ts';

/** A cursor that was moved on this screen and that the program hasn't confirmed yet. */
interface Prediction {
  storyId: string | undefined;
  cursorMs: number;
  /** When, on the services' clock. */
  atMs: number;
}

/** The latest state of the program, and what belongs to this page only. */
export interface ViewState {
  connection: ConnectionState;
  app: AppState | null;
  /** The view's clock minus the services', in milliseconds; null before the first message. */
  offsetMs: number | null;
  prediction: Prediction | null;
  route: Route;
  /** The last choices for a rehearsal. */
  chosen: Chosen;
  /** Keys of the lasting remarks that the person has dismissed. */
  hidden: readonly string[];
  /** The last one, until it is dismissed or out of date. */
  outcome: Outcome | null;
  /** Null while nothing was dropped, pasted or chosen. */
  incoming: Incoming | null;
  /** The story that the library showed last. */
  selected: string | null;
  /** For a moment after a lost program is back. */
  isBack: boolean;
}

/** In `hidden` once the person has dismissed the remark that the connection is lost. */
export const lostKey = 'lost';

/** In `hidden` once that remark could be read: it mustn't cover the story, or the keys of the stage, for longer. */
export const lostReadKey = 'lost-read';

/** Long enough to notice it while telling a story, and to read it. */
const lostForMs = 8000;

/** How long the views say that the program is back. */
const saidMs = 3000;

export type ViewStore = StoreApi<ViewState>;

/** A store that follows the program. `nowMs` is the view's monotonic clock, `route` the page's first, `after` its timer. */
export function setUpStore(
  { bridge, onStateChange }: Pick<Connection, 'bridge' | 'onStateChange'>,
  nowMs: () => number,
  route: Route = routeAt(''),
  after: PageTimer = pageTimer,
): ViewStore {
  const store = createStore<ViewState>(() => ({
    connection: 'connecting',
    app: null,
    offsetMs: null,
    prediction: null,
    route,
    chosen: firstChoice,
    hidden: [],
    outcome: null,
    incoming: null,
    selected: null,
    isBack: false,
  }));

  const change = (part: Partial<AppState>): void =>
    store.setState(({ app }) => (app === null ? {} : { app: { ...app, ...part } }));
  bridge.on('libraryChanged', (library) => change({ library }));
  bridge.on('settingsChanged', (settings) => change({ settings }));
  bridge.on('noticesChanged', (notices) => change({ notices }));
  bridge.on('capabilitiesChanged', (capabilities) => change({ capabilities }));
  bridge.on('sessionChanged', (session) => receiveSession(session));
  bridge.on('rehearsalChanged', (rehearsal) => receiveRehearsal(rehearsal));

  let isMeasuring = false;
  let stopSaying = (): void => undefined;
  let stopHiding = (): void => undefined;

  onStateChange((connection) => {
    const { connection: before, app, hidden } = store.getState();
    if (connection !== 'connected') {
      store.setState({ connection });
      if (before === 'connected') hideLostLater();
      return;
    }
    stopHiding();
    // What failed in between failed for want of a connection, and can be tried again.
    const shown = hidden.filter((key) => key !== lostKey && key !== lostReadKey);
    store.setState({ connection, outcome: null, hidden: shown });
    if (app !== null && before !== 'connected') sayBack();
    void readState();
  });
  return store;

  function sayBack(): void {
    stopSaying();
    store.setState({ isBack: true });
    stopSaying = after(saidMs, () => store.setState({ isBack: false }));
  }

  function hideLostLater(): void {
    stopHiding = after(lostForMs, () => store.setState(({ hidden }) => ({ hidden: [...hidden, lostReadKey] })));
  }

  async function readState(): Promise<void> {
    const askedMs = nowMs();
    const result = await bridge.readState(undefined);
    showFailure(store, result);
    if (!result.ok) return;
    const { value } = result;
    const offsetMs = (askedMs + nowMs()) / 2 - value.session.sentAtMs;
    store.setState((state) => {
      const kept = state.app === null ? {} : keptOf(state.app.session, value.session, ['prompt', 'plan']);
      const app = { ...value, session: { ...value.session, ...kept } };
      // Another program may have another clock.
      return { app, route: firstRoute(state, value), offsetMs };
    });
    void measure();
  }

  /** Asks for the program's clock, since a message that was late says nothing exact about it. */
  async function measure(): Promise<void> {
    if (isMeasuring) return;
    isMeasuring = true;
    const offsetMs = await measureOffset(bridge, { nowMs, after });
    isMeasuring = false;
    if (offsetMs !== null) store.setState({ offsetMs });
  }

  function offsetWith(knownMs: number | null, sentAtMs: number): number {
    const { offsetMs, isDoubtful } = nextOffset(knownMs, nowMs() - sentAtMs);
    if (isDoubtful) void measure();
    return offsetMs;
  }

  function receiveRehearsal(rehearsal: RehearsalState | null): void {
    store.setState(({ app, offsetMs }) => {
      if (app === null) return {};
      if (rehearsal === null) return { app: { ...app, rehearsal } };
      const old = app.rehearsal?.step === 'answer' ? app.rehearsal : null;
      const kept =
        rehearsal.step === 'answer'
          ? { ...rehearsal, ...keptOf(old, rehearsal, ['ask', 'outline', 'answer', 'plan']) }
          : rehearsal;
      return { app: { ...app, rehearsal: kept }, offsetMs: offsetWith(offsetMs, rehearsal.sentAtMs) };
    });
  }

  function receiveSession(session: SessionState): void {
    store.setState(({ app, offsetMs }) => {
      if (app === null) return {};
      const kept = { ...session, ...keptOf(app.session, session, ['prompt', 'plan', 'recent']) };
      return { app: { ...app, session: kept }, offsetMs: offsetWith(offsetMs, session.sentAtMs) };
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

/** Shows the person why something didn't work, and what helps. */
export function showError(store: ViewStore, text: string, next?: readonly RemarkAction[]): void {
  store.setState({ outcome: next === undefined ? { tone: 'error', text } : { tone: 'error', text, next } });
}

/** Shows the person why a call failed, if it did. */
export function showFailure(store: ViewStore, result: Result<unknown>): void {
  if (!result.ok) showError(store, result.error);
}

/** Whether the prompter’s clock runs. */
export function isClockRunning(store: ViewStore): boolean {
  const { app } = store.getState();
  return app !== null && isRunning(app.session.session);
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
