import type { Bridge } from '../../core/contract/contract.ts';
import type { Story } from '../../core/stories/model.ts';
import type { DetouredConnection } from './detour.ts';
import { setUpLocalProgram } from './local-program.ts';
import { measureOffset } from './clock-offset.ts';
import { programNowMs, type ViewStore } from './store.ts';
import type { ConnectionState } from './socket.ts';
import type { PageTimer } from './timer.ts';

/** What the standby needs of its page. */
export interface StandbyPage {
  /** The page’s monotonic clock, in milliseconds. */
  nowMs: () => number;
  wallTime: () => Date;
  after: PageTimer;
  /** Resolves when the page has nothing else to do. */
  idle: () => Promise<void>;
  storage: () => Storage | null;
  /** Calls back when the page closes. */
  onClose: (callback: () => void) => void;
}

export interface StandbyParts {
  detoured: Pick<DetouredConnection, 'take' | 'emit' | 'say'>;
  /** The way to the program itself. */
  bridge: Bridge;
  store: ViewStore;
  page: StandbyPage;
}

/** The program closes the connection on a message of a million bytes. */
const runsAtOnce = 50;

/** Between two attempts to hand over. */
const againMs = 2000;
/** A program that refuses so often won’t take the session: its own counts then. */
const mostRefusals = 3;

/**
 * Starts the page’s own program, on standby. While the program answers, this one only follows it. Once it is lost, this
 * one answers what it can. When it is back, it takes over the page’s session (see docs/decisions/0038); views hear of the
 * connection only then. Start it when the page is connected and idle.
 */
export function startStandby({ detoured, bridge, store, page }: StandbyParts): void {
  const { take, emit, say } = detoured;
  const nowMs = (): number => programNowMs(store.getState(), page.nowMs());
  const { wallTime, after, idle, storage } = page;
  const local = setUpLocalProgram({ clock: { nowMs, uptimeMs: nowMs, wallTime, after }, emit, idle, storage });
  let remote: ConnectionState = 'connected';
  let isAway = false;
  let isHandingOver = false;
  let isReading = false;
  let isStale = false;
  /** What the program knows of the run that went on here: whether that is over; null for nothing. */
  let toldOver: boolean | null = null;
  let refusals = 0;

  function connectionChanged(state: ConnectionState): boolean {
    remote = state;
    if (state === 'connected') {
      if (isAway) void handOver();
      else void readStories();
      return !isAway;
    }
    if (!isAway) {
      // Before it takes over: from then on its word counts.
      isAway = true;
      toldOver = null;
      refusals = 0;
      isAway = local.takeOver();
    }
    return true;
  }

  async function handOver(): Promise<void> {
    if (isHandingOver) return;
    isHandingOver = true;
    const isBack = await tryHandOver();
    isHandingOver = false;
    if (remote !== 'connected') return;
    if (!isBack) return void after(againMs, () => void (remote === 'connected' && handOver()));
    isAway = false;
    local.giveBack();
    say('connected');
    void readStories();
  }

  /** Returns whether the program has all that it needs. */
  async function tryHandOver(): Promise<boolean> {
    const offsetMs = await measureOffset(bridge, page);
    if (offsetMs === null) return false;
    const byMs = (store.getState().offsetMs ?? offsetMs) - offsetMs;
    for (;;) {
      const isOnStage = store.getState().route.view === 'rehearsal';
      await handOverRuns(local.takenOver(isOnStage));
      if (local.isRehearsing(isOnStage)) {
        // It goes on here to its end, since the program can’t take it over; everything else can wait.
        if (store.getState().connection !== 'connecting') say('connecting');
        return false;
      }
      const { session, settings, actions } = local.handover(byMs);
      if (!(await bridge.adoptSession(session)).ok) {
        refusals += 1;
        return refusals >= mostRefusals;
      }
      if (Object.keys(settings).length > 0) await bridge.changeSettings(settings);
      // Somebody acted meanwhile: what they did counts, too.
      if (local.handover(byMs).actions === actions) return true;
    }
  }

  async function handOverRuns(taken: ReturnType<typeof local.takenOver>): Promise<void> {
    const runs = local.runs.list().slice(0, runsAtOnce);
    const takenOver = taken !== null && toldOver === null ? taken.story : null;
    const over = taken?.isOver === true && toldOver !== true ? taken.story : undefined;
    if (runs.length === 0 && takenOver === null && over === undefined) return;
    if (!(await bridge.keepRuns({ runs, takenOver, over })).ok) return;
    local.runs.logged(runs);
    // Undo can bring a discarded run back, but not its draft.
    if (taken !== null) toldOver ||= taken.isOver;
    await handOverRuns(null);
  }

  /** All stories, again from the start if they change meanwhile. */
  async function readStories(): Promise<void> {
    if (isReading) return void (isStale = true);
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
      await idle();
      const read = await bridge.readStories({ from: stories.length });
      if (!read.ok) return null;
      stories.push(...read.value.stories);
      if (isStale || read.value.stories.length === 0 || stories.length >= read.value.of) return stories;
    }
  }

  async function readRound(): Promise<void> {
    const read = await bridge.readRound(undefined);
    if (read.ok && !isAway) local.roundRead(read.value);
  }

  store.subscribe(({ app }, before) => {
    if (isAway || app === null || app === before.app) return;
    local.follow(app);
    if (app.library !== before.app?.library) void readStories();
    if (app.rehearsal?.at !== before.app?.rehearsal?.at || app.rehearsal?.step !== before.app?.rehearsal?.step) {
      void readRound();
    }
  });
  const { app } = store.getState();
  if (app !== null) local.follow(app);
  take({ isOn: () => isAway, answers: local.answers, answer: local.answer, connectionChanged });
  page.onClose(local.close);
  void handOverRuns(null);
  void readStories();
  void readRound();
}

/** The new stories, but the old object of each that is equal, so that nothing made from it is made again. */
function sameObjects(old: readonly Story[], read: readonly Story[]): Story[] {
  const known = new Map(old.map((story) => [story.id, story]));
  return read.map((story) => {
    const before = known.get(story.id);
    return before !== undefined && JSON.stringify(before) === JSON.stringify(story) ? before : story;
  });
}
