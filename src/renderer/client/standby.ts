import type { CallName, EventName, Result } from '../../core/contract/contract.ts';
import { createEmitter } from '../../core/emitter.ts';
import type { Story } from '../../core/stories/model.ts';
import type { Connection } from './bridge.ts';
import type { LocalProgram, LocalProgramParts } from './local-program.ts';
import { measureOffset, programNowMs, type ViewStore } from './store.ts';
import { bridgeOver, type ConnectionState } from './socket.ts';

/** What the standby needs of its page. */
export interface StandbyPage {
  /** The page’s monotonic clock, in milliseconds. */
  nowMs: () => number;
  wallTime: () => Date;
  after: (delayMs: number, callback: () => void) => () => void;
  /** Resolves when the page has nothing else to do. */
  idle: () => Promise<void>;
  storage: () => Storage | null;
  /** Loads the program that the page can be. */
  load: () => Promise<(parts: LocalProgramParts) => LocalProgram>;
  /** Calls back when the page closes. */
  onClose: (callback: () => void) => void;
}

/** A connection that goes on answering when the program is gone. */
export interface Standby extends Connection {
  /** Follows the store from now on, so that the page can go on alone. */
  follow: (store: ViewStore) => void;
}

/** Between two attempts to hand over to a program that refused. */
const againMs = 2000;

/**
 * Puts a program in the page behind the connection. While the program answers, calls and events pass through. Once it is
 * lost, the page’s own program answers what it can. When the program is back, it takes over the page’s session (see
 * docs/decisions/0038); views hear of the connection only then.
 */
export function setUpStandby(connection: Connection, page: StandbyPage): Standby {
  const unexpected = (error: unknown): void => reportError(error);
  const { on, emit } = createEmitter(unexpected);
  let local: LocalProgram | null = null;
  let store: ViewStore | null = null;
  let remote: ConnectionState = 'connecting';
  let isAway = false;
  let isHandingOver = false;
  let isReading = false;
  let isStale = false;
  /** The program knows which run goes on here. */
  let isTold = false;
  const watchers = new Set<(state: ConnectionState) => void>();

  function onEvent(name: string, listener: (payload: unknown) => void): () => void {
    const event = name as EventName;
    const ends = [
      on(event, listener),
      connection.bridge.on(event, (payload) => {
        // What the program says while the page goes on alone is asked for again at the end.
        if (!isAway) listener(payload);
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }

  async function call(name: string, input: unknown): Promise<Result<unknown>> {
    if (isAway && local !== null) {
      if (local.answers(name) || remote !== 'connected') return local.answer(name, input);
    }
    const far = connection.bridge[name as CallName] as (input: unknown) => Promise<Result<unknown>>;
    return far(input);
  }

  function change(state: ConnectionState): void {
    for (const watcher of watchers) watcher(state);
  }

  connection.onStateChange((state) => {
    remote = state;
    if (state !== 'connected' && !isAway && local !== null) {
      // Before it takes over: from then on its word counts.
      isAway = true;
      isTold = false;
      isAway = local.takeOver();
    }
    if (!isAway || state !== 'connected') change(state);
    if (state !== 'connected') return;
    if (isAway) void handOver();
    else void load();
  });

  /** The session first, then what can wait. */
  async function handOver(): Promise<void> {
    if (isHandingOver || local === null || store === null) return;
    isHandingOver = true;
    const isBack = await tryHandOver(local, store);
    isHandingOver = false;
    if (remote !== 'connected') return;
    if (!isBack) return void page.after(againMs, () => void handOver());
    isAway = false;
    local.giveBack();
    change('connected');
    void readStories();
  }

  async function tryHandOver(from: LocalProgram, views: ViewStore): Promise<boolean> {
    const { bridge } = connection;
    const offsetMs = await measureOffset(bridge, page);
    if (offsetMs === null) return false;
    const byMs = (views.getState().offsetMs ?? offsetMs) - offsetMs;
    for (;;) {
      const isOnStage = views.getState().route.view === 'rehearsal';
      const runs = from.runs.list();
      const takenOver = isTold ? null : from.takenOver(isOnStage);
      if (runs.length > 0 || takenOver !== null) {
        const kept = await bridge.keepRuns({ runs, takenOver });
        if (kept.ok) from.runs.logged(runs);
        isTold ||= kept.ok && takenOver !== null;
      }
      if (from.isRehearsing(isOnStage)) {
        // It goes on here to its end, since the program can’t take it over; everything else can wait.
        if (views.getState().connection !== 'connecting') change('connecting');
        return false;
      }
      const { session, settings, actions } = from.handover(byMs);
      if (!(await bridge.adoptSession(session)).ok) return remote === 'connected';
      if (Object.keys(settings).length > 0) await bridge.changeSettings(settings);
      // Somebody acted meanwhile: what they did counts, too.
      if (from.handover(byMs).actions === actions) return remote === 'connected';
    }
  }

  async function load(): Promise<void> {
    // The desktop’s page can’t lose its program and live.
    if (store?.getState().app?.capabilities.shell !== 'browser') return;
    if (local !== null) return readStories();
    await page.idle();
    try {
      const set = await page.load();
      if (local !== null) return;
      local = set({ clock: clockOf(store), emit, idle: page.idle, storage: page.storage });
    } catch {
      // The program went away before its page was complete. The next connection tries again.
      return;
    }
    const { app } = store.getState();
    if (app !== null) local.follow(app);
    page.onClose(local.close);
    const runs = local.runs.list();
    if (runs.length > 0 && (await connection.bridge.keepRuns({ runs, takenOver: null })).ok) local.runs.logged(runs);
    await Promise.all([readStories(), readRound()]);
  }

  function clockOf(views: ViewStore): LocalProgramParts['clock'] {
    const nowMs = (): number => programNowMs(views.getState(), page.nowMs());
    return { nowMs, uptimeMs: nowMs, wallTime: page.wallTime, after: page.after };
  }

  /** All stories, again from the start if they change meanwhile. */
  async function readStories(): Promise<void> {
    if (local === null || isReading) return void (isStale = true);
    isReading = true;
    isStale = false;
    const read = await allStories();
    if (read !== null && !isStale && !isAway) local.storiesRead(sameObjects(local.stories(), read));
    isReading = false;
    if (isStale && read !== null) await readStories();
  }

  async function allStories(): Promise<Story[] | null> {
    const stories: Story[] = [];
    for (;;) {
      await page.idle();
      const read = await connection.bridge.readStories({ from: stories.length });
      if (!read.ok) return null;
      stories.push(...read.value.stories);
      if (isStale || read.value.stories.length === 0 || stories.length >= read.value.of) return stories;
    }
  }

  async function readRound(): Promise<void> {
    const read = await connection.bridge.readRound(undefined);
    if (read.ok && !isAway) local?.roundRead(read.value);
  }

  function follow(views: ViewStore): void {
    store = views;
    views.subscribe(({ app }, before) => {
      if (isAway || app === null || app === before.app) return;
      if (local === null) return before.app === null ? void load() : undefined;
      local.follow(app);
      if (app.library !== before.app?.library) void readStories();
      if (app.rehearsal?.at !== before.app?.rehearsal?.at || app.rehearsal?.step !== before.app?.rehearsal?.step) {
        void readRound();
      }
    });
  }

  return {
    ...connection,
    bridge: bridgeOver(call, onEvent),
    onStateChange: (watcher) => {
      watchers.add(watcher);
      watcher(remote);
    },
    follow,
  };
}

/** The new stories, but the old object of each that is equal, so that nothing made from it is made again. */
function sameObjects(old: readonly Story[], read: readonly Story[]): Story[] {
  const known = new Map(old.map((story) => [story.id, story]));
  return read.map((story) => {
    const before = known.get(story.id);
    return before !== undefined && JSON.stringify(before) === JSON.stringify(story) ? before : story;
  });
}
