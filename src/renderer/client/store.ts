import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ViewName } from '../../core/contract/commands.ts';
import type { AppState, Bridge, Result, SessionState } from '../../core/contract/contract.ts';
import type { RehearsalState } from '../../core/rehearsal/state.ts';
import type { RehearsalSetup } from '../../core/rehearsal/setup.ts';
import { reduceSession } from '../../core/prompter/session.ts';
import type { Reach } from './bridge.ts';
import type { Connection } from './socket.ts';

/** A cursor that was moved here and that the program hasn't confirmed yet. */
interface Prediction {
  storyId: string | undefined;
  cursorMs: number;
  /** When, on the services' clock. */
  atMs: number;
}

/** The last that the program said, and what is only on this screen. */
export interface ViewState {
  connection: Connection;
  app: AppState | null;
  /** The view's clock minus the services', in milliseconds; null before the first message. */
  offsetMs: number | null;
  prediction: Prediction | null;
  /** What this page shows; the prompter may float above it all the same. */
  route: ViewName;
  /** What is laid over a view. */
  panel: 'none' | 'problems' | 'folder' | 'palette' | 'help';
  /** The view that the panel is laid over. */
  panelView: ViewName;
  /** Standing remarks that the person has put away, by their key. */
  hidden: readonly string[];
  /** Why something that the person asked for here didn't work. */
  failure: string | null;
  /** What the setup of a rehearsal begins with, because "Rehearse" was pressed beside it; null for its own choice. */
  wantedStories: RehearsalSetup['stories'] | null;
  /** The view from which that setup was asked for, to go back to; null for none. */
  setupFrom: ViewName | null;
}

export type ViewStore = StoreApi<ViewState>;

/**
 * A store that follows the program. `nowMs` is the view's monotonic clock; `route` is what the page shows at first,
 * and `wantedStories` what its address asks a rehearsal of.
 */
export function setUpStore(
  { bridge, onConnection }: Pick<Reach, 'bridge' | 'onConnection'>,
  nowMs: () => number,
  route: ViewName = 'prompter',
  wantedStories: ViewState['wantedStories'] = null,
): ViewStore {
  const store = createStore<ViewState>(() => ({
    connection: 'connecting',
    app: null,
    offsetMs: null,
    prediction: null,
    route,
    panel: 'none',
    panelView: route,
    hidden: [],
    failure: null,
    wantedStories,
    setupFrom: null,
  }));

  const change = (part: Partial<AppState>): void =>
    store.setState(({ app }) => (app === null ? {} : { app: { ...app, ...part } }));
  bridge.on('libraryChanged', (library) => change({ library }));
  bridge.on('settingsChanged', (settings) => change({ settings }));
  bridge.on('noticesChanged', (notices) => change({ notices }));
  bridge.on('capabilitiesChanged', (capabilities) => change({ capabilities }));
  bridge.on('sessionChanged', (session) => receiveSession(session));
  bridge.on('rehearsalChanged', (rehearsal) => receiveRehearsal(rehearsal));

  onConnection((connection) => {
    // What failed meanwhile did so because nobody could be reached: that is over, and can be tried again.
    store.setState(connection === 'connected' ? { connection, failure: null } : { connection });
    if (connection === 'connected') void readAnew();
  });
  return store;

  async function readAnew(): Promise<void> {
    const result = await bridge.readState(undefined);
    if (!result.ok) {
      store.setState({ failure: result.error });
      return;
    }
    store.setState((state) => ({
      app: result.value,
      wantedStories: state.wantedStories ?? askedFrom(state, result.value),
    }));
    receiveSession(result.value.session);
  }

  function receiveRehearsal(rehearsal: RehearsalState | null): void {
    const receivedAtMs = nowMs();
    store.setState(({ app, offsetMs }) => {
      if (app === null) return {};
      if (rehearsal === null) return { app: { ...app, rehearsal } };
      const kept = { ...rehearsal, ...keptOf(app.rehearsal, rehearsal, ['asks', 'prompt', 'answer', 'plan']) };
      return { app: { ...app, rehearsal: kept }, offsetMs: nextOffsetMs(offsetMs, receivedAtMs, rehearsal.sentAtMs) };
    });
  }

  function receiveSession(session: SessionState): void {
    const receivedAtMs = nowMs();
    store.setState(({ app, offsetMs }) => {
      if (app === null) return {};
      const kept = { ...session, ...keptOf(app.session, session, ['prompt', 'plan']) };
      return { app: { ...app, session: kept }, offsetMs: nextOffsetMs(offsetMs, receivedAtMs, session.sentAtMs) };
    });
  }
}

/** The desktop opens its window with a rehearsal where one is asked for at the prompter: it is of the story there. */
function askedFrom({ app, route }: ViewState, { capabilities, session }: AppState): ViewState['wantedStories'] {
  const isOpened = app === null && route === 'rehearsal' && capabilities.shell === 'electron';
  return isOpened && session.prompt !== null ? { which: 'one', id: session.prompt.storyId } : null;
}

/** The outline comes with every snapshot: where it is the same as before, the same object stays, and nothing is drawn anew. */
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

/** The session as it is shown: the program's, with a cursor on top that was moved here a moment ago. */
export function shownSession({ session }: AppState, prediction: Prediction | null): SessionState {
  if (prediction === null || prediction.storyId !== session.prompt?.storyId) return session;
  const action = { type: 'moveCursor', cursorMs: prediction.cursorMs } as const;
  return { ...session, session: reduceSession(session.session, action, prediction.atMs) };
}

/** Puts a failed result where the person sees it. */
export function showFailure(store: ViewStore, result: Result<unknown>): void {
  if (!result.ok) store.setState({ failure: result.error });
}

/** Above the least difference seen by this much, the two clocks have parted (one of them slept) and count anew. */
const partedMs = 100;

/**
 * How far the view's clock is ahead of the services', in milliseconds. A message can only come late, so the
 * least difference seen is nearest to the truth.
 */
export function nextOffsetMs(knownMs: number | null, receivedAtMs: number, sentAtMs: number): number {
  const sampleMs = receivedAtMs - sentAtMs;
  if (knownMs === null || sampleMs < knownMs || sampleMs > knownMs + partedMs) return sampleMs;
  return knownMs;
}

/**
 * Moves the cursor at once on this screen, and then in the program. Only one call is under way at a time:
 * where the wheel turns faster than answers come, the last place wins. Snapshots that arrive meanwhile don't
 * pull the cursor back.
 */
export function setUpCursorMoves(
  store: ViewStore,
  bridge: Pick<Bridge, 'moveCursor'>,
  nowMs: () => number,
): (cursorMs: number) => void {
  let wantedMs: number | null = null;
  let underWay = false;

  return function moveCursor(cursorMs: number): void {
    store.setState((state) => ({
      prediction: {
        storyId: state.app?.session.prompt?.storyId,
        cursorMs,
        atMs: programNowMs(state, nowMs()),
      },
    }));
    wantedMs = cursorMs;
    if (!underWay) void send();
  };

  async function send(): Promise<void> {
    underWay = true;
    while (wantedMs !== null) {
      const cursorMs = wantedMs;
      wantedMs = null;
      showFailure(store, await bridge.moveCursor({ cursorMs }));
    }
    underWay = false;
    store.setState({ prediction: null });
  }
}
