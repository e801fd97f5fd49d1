/*
 * The program as far as a page can be it: the same prompter, rehearsal, search and commands as in the services, over the
 * stories that the page has read. While the program answers, this only follows it; once the connection is lost, it
 * answers instead. Loaded when the page is idle, and never needed for the first paint.
 */
import type { Clock } from '../../core/clock.ts';
import type { AppState, EventName, EventPayload, Handlers, Result } from '../../core/contract/contract.ts';
import type { CommandId } from '../../core/contract/commands.ts';
import { figureForMs, setUpNotices } from '../../core/notices.ts';
import { setUpPressClock } from '../../core/press-clock.ts';
import { type SessionHandover, placeByClock } from '../../core/prompter/place.ts';
import { fileRemarks } from '../../core/prompter/file-remarks.ts';
import { endOffer } from '../../core/prompter/prompter-commands.ts';
import { setUpPrompter } from '../../core/prompter/prompter.ts';
import { planOf } from '../../core/prompter/shown-story.ts';
import { hostHandlers } from '../../core/rehearsal/host-handlers.ts';
import type { RehearsalHost } from '../../core/rehearsal/rehearsal-commands.ts';
import { endingRehearsal, hostRunner } from '../../core/rehearsal/rehearsal-on-prompter.ts';
import { setUpRehearsal } from '../../core/rehearsal/rehearsal.ts';
import { runOf } from '../../core/rehearsal/run-times.ts';
import type { RehearsalRound } from '../../core/rehearsal/state.ts';
import { setUpSearch } from '../../core/search/story-search.ts';
import { withPatch, type SettingsPatch } from '../../core/settings/schema.ts';
import type { Story } from '../../core/stories/model.ts';
import { keptRuns } from './kept-runs.ts';
import { flowOf } from './lost-rehearsal.ts';

export interface LocalProgramParts {
  /** Its `nowMs` is the program’s clock, as the page knows it. */
  clock: Clock;
  emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
  /** Resolves when the page is idle. */
  idle: () => Promise<void>;
  storage: () => Storage | null;
}

export interface LocalProgram {
  /** Remembers what the program says, for the time when it can’t. */
  follow: (app: AppState) => void;
  /** All stories, in library order. The objects of unchanged ones may stay the same. */
  storiesRead: (stories: readonly Story[]) => void;
  stories: () => readonly Story[];
  roundRead: (round: RehearsalRound | null) => void;
  /** From now on this page answers: the program is gone. Returns false where it lacks the stories for that. */
  takeOver: () => boolean;
  /** The program answers again. */
  giveBack: () => void;
  /** Whether a rehearsal is under way here that the program can’t go on with. */
  isRehearsing: (isOnStage: boolean) => boolean;
  answer: (name: string, input: unknown) => Promise<Result<unknown>>;
  /** Whether it answers this call. */
  answers: (name: string) => boolean;
  /** What the program takes over, by a clock that shows `byMs` more; and the settings that were changed here. */
  handover: (byMs: number) => { session: SessionHandover; settings: SettingsPatch; actions: number };
  /** Runs that ended here and that the program hasn’t logged. */
  runs: ReturnType<typeof keptRuns>;
  /**
   * The story of the run that the program had when it went away, and that went on here; null without one. It is over once it
   * was kept or discarded.
   */
  takenOver: (isOnStage: boolean) => { story: string; isOver: boolean } | null;
  /** Ends the rehearsal for good, because the page closes: its run is kept. */
  close: () => void;
}

/** Why a call can’t be answered without the program. */
export const needsProgram = 'This needs Offbook, and the connection is lost. If you quit it, run “npm start” again.';

/** Ids of its own messages, above those of the program. */
const ownNoticesFrom = 1_000_000_000;

export function setUpLocalProgram({ clock, emit, idle, storage }: LocalProgramParts): LocalProgram {
  const press = setUpPressClock(clock.nowMs);
  let app: AppState | null = null;
  let stories: readonly Story[] = [];
  let round: RehearsalRound | null = null;
  let isAway = false;
  let changed: SettingsPatch = {};
  let actedAt = -Infinity;
  let actions = 0;
  let isRunActed = false;
  let taken: { story: string; askedAtMs: number } | null = null;
  const runs = keptRuns(storage);

  function tell<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    if (isAway) emit(name, payload);
  }
  const state = (): AppState => {
    if (app === null) throw new Error(needsProgram);
    return app;
  };
  const settings = (): AppState['settings'] => state().settings;

  const notices = setUpNotices(clock, noticesChanged);
  function noticesChanged(): void {
    if (app === null) return;
    const old = app.notices.filter(({ id }) => id < ownNoticesFrom);
    const own = notices.list().map((notice) => ({ ...notice, id: notice.id + ownNoticesFrom }));
    app = { ...app, notices: [...old, ...own] };
    tell('noticesChanged', app.notices);
  }

  const prompter = setUpPrompter({
    nowMs: press.nowMs,
    settings,
    paced: (plan) => plan,
    acted: () => {
      actedAt = clock.wallTime().getTime();
      actions += 1;
    },
    changed: sessionChanged,
    lost: () => void notices.addOfKind('file', ...fileRemarks.gone),
    lostNoMore: () => notices.withdraw('file'),
    updated: () => void notices.addOfKind('file', ...fileRemarks.updated),
  });
  const rehearsal = setUpRehearsal({
    clock,
    actedMs: press.nowMs,
    store: {
      // Closing the page keeps the run; nothing else can take it from here.
      draft: () => undefined,
      keep: (record) => Promise.resolve(runs.keep(record)),
    },
    practice: null,
    stories: () => stories,
    planOf: (story, telling, targetMs) =>
      planOf(story, telling, targetMs, { settings: settings(), paced: (plan) => plan }),
    settings,
    pauseStage: () => prompter.act({ type: 'pause' }),
    changed: () => {
      if (app !== null) app = { ...app, rehearsal: rehearsal.state() };
      tell('rehearsalChanged', rehearsal.state());
      sessionChanged();
    },
    info: (text) => void notices.add('info', text),
  });

  function sessionChanged(): void {
    if (app === null || !isAway) return;
    app = { ...app, session: { ...prompter.state(), ...rehearsal.prompter(), sentAtMs: clock.nowMs() } };
    tell('sessionChanged', app.session);
  }

  function changeSettings(patch: SettingsPatch): void {
    const before = state();
    app = { ...before, settings: withPatch(before.settings, patch) };
    changed = { ...changed, ...patch };
    tell('settingsChanged', app.settings);
    prompter.settingsChanged();
  }

  const shown = endingRehearsal(prompter, rehearsal, (text) => void notices.add('info', text));
  const host: RehearsalHost = {
    nowMs: press.nowMs,
    prompter: shown,
    rehearsal,
    settings,
    changeSettings,
    stories: () => stories,
    openStory: (...story) => {
      notices.withdraw('story');
      shown.open(...story);
    },
    info: (text, kind) => void (kind === undefined ? notices.add('info', text) : notices.addOfKind(kind, text)),
    showFigure: (key, text) => void notices.addOfKind(key, text, figureForMs),
  };
  const search = setUpSearch(clock.nowMs, idle);

  function runCommand(id: CommandId): void {
    const run = hostRunner(id, host);
    if (run === null) throw new Error(needsProgram);
    if (rehearsal.present() !== null) isRunActed = true;
    endOffer(id, host);
    run(host);
  }

  const ofHost = hostHandlers(host, press);
  function acting<Input, Output>(handler: (input: Input) => Output): (input: Input) => Output {
    return (input) => {
      isRunActed = true;
      return handler(input);
    };
  }
  const handlers: Partial<Handlers> = {
    ...ofHost,
    actOnRun: (input) => (input.action.type === 'heard' ? ofHost.actOnRun(input) : acting(ofHost.actOnRun)(input)),
    nextAsk: acting(ofHost.nextAsk),
    repeatAsk: acting(ofHost.repeatAsk),
    readState: state,
    readClock: clock.nowMs,
    runCommand: ({ id, atMs }) => {
      press.during(atMs, () => runCommand(id));
      return null;
    },
    findStories: ({ words, limit }) => search.find(words, limit),
    dismissNotice: ({ id }) => {
      if (id >= ownNoticesFrom) notices.dismiss(id - ownNoticesFrom);
      else if (app !== null) {
        app = { ...app, notices: app.notices.filter((notice) => notice.id !== id) };
        tell('noticesChanged', app.notices);
      }
      return null;
    },
    takeRequestedView: () => null,
    giveFocusBack: () => null,
  };

  return {
    follow: (told) => {
      const isNews = told.session !== app?.session;
      app = told;
      if (!isNews) return;
      prompter.follow(told.session, stories);
      actedAt = clock.wallTime().getTime();
    },
    storiesRead: (read) => {
      stories = read;
      search.storiesChanged(read);
      if (app !== null) prompter.follow(app.session, read);
    },
    stories: () => stories,
    roundRead: (read) => {
      round = read;
    },
    takeOver: () => {
      if (app === null || (prompter.shown() === null && app.session.prompt !== null)) return false;
      isAway = true;
      isRunActed = false;
      const flow = flowOf(app, round, { stories, nowMs: clock.nowMs(), date: clock.wallTime() });
      if (flow !== null) rehearsal.adopt(flow);
      const run = runOf(app.rehearsal);
      taken = flow === null || run === null ? null : { story: flow.asked.story.id, askedAtMs: run.askedAtMs };
      // Nobody would take away what the program showed for a moment.
      app = { ...app, notices: app.notices.filter(({ severity }) => severity === 'error') };
      tell('noticesChanged', app.notices);
      return true;
    },
    giveBack: () => {
      isAway = false;
      changed = {};
      rehearsal.drop();
      for (const { id } of notices.list()) notices.dismiss(id);
    },
    isRehearsing: (isOnStage) => rehearsal.present() !== null && (isRunActed || isOnStage),
    answer: async (name, input) => {
      const handler = Object.hasOwn(handlers, name) ? handlers[name as keyof Handlers] : undefined;
      if (handler === undefined) return { ok: false, error: needsProgram };
      try {
        return { ok: true, value: await (handler as (argument: unknown) => unknown)(input) };
      } catch (error) {
        return { ok: false, error: error instanceof Error ? error.message : String(error) };
      }
    },
    answers: (name) => Object.hasOwn(handlers, name),
    handover: (byMs) => ({
      session: { place: placeByClock(prompter.place(), byMs), story: sendable(prompter.shown()?.story), actedAt },
      settings: changed,
      actions,
    }),
    runs,
    takenOver: (isOnStage) => {
      if (taken === null || !(isRunActed || isOnStage)) return null;
      return { story: taken.story, isOver: runOf(app?.rehearsal ?? null)?.askedAtMs !== taken.askedAtMs };
    },
    close: () => {
      if (isAway && isRunActed) void rehearsal.close();
    },
  };
}

/** The program closes the connection on a message of a million bytes. */
const longestStory = 250_000;

function sendable(story: Story | undefined): Story | null {
  return story === undefined || JSON.stringify(story).length > longestStory ? null : story;
}
