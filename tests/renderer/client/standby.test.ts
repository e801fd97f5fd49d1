import { describe, expect, test } from 'vitest';
import type { AppState, Bridge, CallName, EventName, Result } from '../../../src/core/contract/contract.ts';
import type { SessionHandover } from '../../../src/core/prompter/place.ts';
import { setUpPrompter } from '../../../src/core/prompter/prompter.ts';
import { cursorMs, elapsedMs } from '../../../src/core/prompter/session.ts';
import { asWritten, planOf } from '../../../src/core/prompter/shown-story.ts';
import { startRun } from '../../../src/core/rehearsal/run.ts';
import { outlineOf } from '../../core/rehearsal/stories.ts';
import { notGiven } from '../../../src/core/rehearsal/summary.ts';
import type { RunRecord } from '../../../src/core/rehearsal/record.ts';
import type { Settings } from '../../../src/core/settings/schema.ts';
import type { Story } from '../../../src/core/stories/model.ts';
import { withDetour } from '../../../src/renderer/client/detour.ts';
import { needsProgram } from '../../../src/renderer/client/local-program.ts';
import { startStandby } from '../../../src/renderer/client/standby.ts';
import { programNowMs, setUpStore } from '../../../src/renderer/client/store.ts';
import { unreachable, type ConnectionState } from '../../../src/renderer/client/socket.ts';
import { fakeClock } from '../../services/fake-clock.ts';
import { storyOf, variantOf } from '../../services/story-builder.ts';
import { rehearsalAfter } from '../rehearsal/rehearsals.ts';
import { appWith } from '../sessions.ts';

const lock = storyOf('lock', ['Nine boats an hour', 'Open without a hand', 'Counted every boat'], {
  variants: [variantOf('Short', ['Boats'])],
  followUps: [{ question: 'And then?', answer: 'We measured it.', line: 3 }],
});
const ferry = storyOf('ferry', ['The rope broke', 'A second rope']);

/** Lets answers that are there already arrive. */
const arrive = async (): Promise<void> => {
  for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** A page whose program is a few answers in this process, until the test takes it away. */
async function page(stories: readonly Story[] = [lock, ferry], part: Parameters<typeof appWith>[0] = {}) {
  const clock = fakeClock();
  /** What the program’s clock shows more than the page’s. */
  let aheadMs = 50_000;
  const made = setUpPrompter({
    nowMs: () => clock.nowMs() + aheadMs,
    settings: () => appWith().settings,
    paced: (plan) => plan,
    changed: () => undefined,
    acted: () => undefined,
    lost: () => undefined,
    lostNoMore: () => undefined,
    updated: () => undefined,
  });
  made.storiesChanged(stories);
  const state = () => appWith({ ...part, session: made.state() });
  let become: (connection: ConnectionState) => void = () => {};
  let isThere = true;
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  const asked: { name: string; input: unknown }[] = [];
  const answers: Partial<Record<CallName, (input: never) => unknown>> = {
    readState: state,
    readClock: () => clock.nowMs() + aheadMs,
    readStories: ({ from }: { from: number }) => ({
      stories: structuredClone(stories.slice(from, from + 1)),
      of: stories.length,
    }),
    readRound: () => {
      const { rehearsal } = state();
      const options = { thinkMs: 0, level: 'outline', targetMs: null };
      return rehearsal?.step === 'answer' ? { asks: [rehearsal.ask], answers: [notGiven], options } : null;
    },
    adoptSession: () => null,
    changeSettings: () => null,
    keepRuns: () => null,
    openLog: () => null,
  };
  const bridge = new Proxy({} as Bridge, {
    get: (_, name) => {
      if (name === 'on')
        return (event: EventName, listener: (payload: unknown) => void) => {
          listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
          return () => listeners.get(event)?.delete(listener);
        };
      return async (input: never): Promise<Result<unknown>> => {
        asked.push({ name: String(name), input });
        if (!isThere) return unreachable;
        try {
          const value = await answers[name as CallName]?.(input);
          return isThere ? { ok: true, value } : unreachable;
        } catch (error) {
          return { ok: false, error: String(error) };
        }
      };
    },
  });
  const kept = new Map<string, string>();
  // As a Storage, its keys are its own properties.
  const storage = new Proxy({} as Storage, {
    get: (_, name) =>
      ({
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
        removeItem: (key: string) => void kept.delete(key),
      })[String(name)],
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
  let close = (): void => undefined;
  const far = {
    bridge,
    onStateChange: (watcher: (connection: ConnectionState) => void) => (become = watcher),
    pathOf: () => null,
  };
  const detoured = withDetour(far);
  const store = setUpStore(detoured.connection, clock.nowMs, undefined, clock.after);
  become('connected');
  await arrive();
  startStandby({
    detoured,
    bridge,
    store,
    page: {
      nowMs: clock.nowMs,
      wallTime: clock.wallTime,
      after: clock.after,
      idle: () => Promise.resolve(),
      storage: () => storage,
      onClose: (callback) => (close = callback),
    },
  });
  await arrive();
  const calls = <Input>(name: CallName): Input[] =>
    asked.filter((call) => call.name === name).map(({ input }) => input as Input);
  return {
    clock,
    store,
    bridge: detoured.connection.bridge,
    kept,
    calls,
    answers,
    close: () => close(),
    say: (name: EventName, payload: unknown) => listeners.get(name)?.forEach((listener) => listener(payload)),
    lose: () => {
      isThere = false;
      become('lost');
    },
    /** Another program starts, whose clock shows something else. */
    restart: async (clockAheadMs: number) => {
      aheadMs = clockAheadMs;
      isThere = true;
      become('connected');
      await arrive();
    },
    run: async (id: string) => detoured.connection.bridge.runCommand({ id: id as 'play-pause' }),
    shown: () => store.getState().app?.session,
    row: () => {
      const session = store.getState().app?.session;
      const atMs = session === undefined ? 0 : cursorMs(session.session, programNowMs(store.getState(), clock.nowMs()));
      return session?.plan.rows.findLast(({ startMs }) => startMs <= atMs)?.id;
    },
    elapsed: () => elapsedMs(store.getState().app!.session.session, programNowMs(store.getState(), clock.nowMs())),
    notices: () => store.getState().app?.notices.map(({ text }) => text) ?? [],
  };
}

describe('without the program, the page', () => {
  test('goes on where it was: the clock runs, and starts, pauses and moves', async () => {
    const { lose, run, elapsed, clock, shown, row } = await page();
    lose();
    await run('play-pause');
    clock.pass(4000);
    expect(elapsed()).toBe(4000);
    await run('next-row');
    expect(row()).toBe('Open without a hand');
    await run('play-pause');
    clock.pass(9000);
    expect(elapsed()).toBe(4000);
    expect(shown()?.session.status).toEqual({ kind: 'paused', by: 'person' });
  });

  test('knows all stories: next, back, variants, follow-ups, and finds them by words', async () => {
    const { lose, run, bridge, shown } = await page();
    lose();
    await run('next-story');
    expect(shown()?.prompt?.storyId).toBe('ferry');
    await run('last-story');
    await run('next-variant');
    expect(shown()?.prompt).toMatchObject({ storyId: 'lock', variantTitle: 'Short' });
    await run('next-follow-up');
    expect(shown()?.prompt?.followUp).toBe(0);
    const found = await bridge.findStories({ words: 'rope' });
    expect(found).toMatchObject({ ok: true, value: [{ storyId: 'ferry' }] });
    await bridge.openStory({ id: 'ferry', variant: null });
    expect(shown()?.prompt?.storyId).toBe('ferry');
    expect(await bridge.readStory({ id: 'lock' })).toMatchObject({ ok: true, value: { title: 'lock' } });
  });

  test('changes text size, speed, mode and theme, says so, and saves them later', async () => {
    const { lose, run, store, notices, restart, calls } = await page();
    const before = store.getState().app?.settings.textSize ?? 0;
    lose();
    await run('bigger');
    await run('toggle-mode');
    await run('next-theme');
    expect(store.getState().app?.settings).toMatchObject({ textSize: before + 2, mode: 'step', theme: 'dark' });
    expect(notices()).toContain('Auto-scroll is off.');
    await restart(50_000);
    expect(calls<Partial<Settings>>('changeSettings')).toEqual([{ textSize: before + 2, mode: 'step', theme: 'dark' }]);
  });

  test('does what was asked of the program just before it went away', async () => {
    const { lose, run, answers, shown, clock, elapsed } = await page();
    const answer = Promise.withResolvers<null>();
    answers.runCommand = () => answer.promise;
    const pressed = run('play-pause');
    lose();
    answer.resolve(null);
    expect(await pressed).toEqual({ ok: true, value: null });
    clock.pass(2000);
    expect(shown()?.session.status.kind).toBe('running');
    expect(elapsed()).toBe(2000);
  });

  test('takes away what the program showed for a moment, and keeps its errors', async () => {
    const notices: AppState['notices'] = [
      { id: 1, severity: 'error', text: 'notes.md isn’t UTF-8.' },
      { id: 2, severity: 'info', text: 'Auto-scroll is off.' },
    ];
    const made = await page([lock, ferry], { notices });
    made.lose();
    expect(made.notices()).toEqual(['notes.md isn’t UTF-8.']);
    await made.run('bigger');
    expect(made.notices()).toEqual(['notes.md isn’t UTF-8.', expect.stringContaining('Text size')]);
  });

  test('says in place what it can’t do', async () => {
    const { lose, bridge, run } = await page();
    lose();
    for (const call of [bridge.openLog(undefined), bridge.changeSettings({ textSize: 30 }), run('report-problem')]) {
      expect(await call).toEqual({ ok: false, error: needsProgram });
    }
  });

  test('without the stories says what it said before', async () => {
    const { lose, run, answers, bridge } = await page([]);
    answers.readStories = () => ({ stories: [], of: 0 });
    lose();
    await run('next-story');
    expect(await bridge.findStories({ words: 'rope' })).toMatchObject({ ok: true, value: [] });
  });
});

describe('when the program is back', () => {
  test('it gets the page’s session by its own clock, once, and answers again', async () => {
    const { lose, run, restart, calls, clock, bridge } = await page();
    lose();
    await run('next-story');
    await run('play-pause');
    clock.pass(6000);
    await restart(-900);
    const [given, ...more] = calls<SessionHandover>('adoptSession');
    expect(more).toEqual([]);
    expect(given?.story?.id).toBe('ferry');
    expect(given?.place.shown).toMatchObject({
      storyId: 'ferry',
      session: { status: { kind: 'running', sinceMs: clock.nowMs() - 6000 - 900 } },
    });
    expect(given?.place.previous).toBe('lock');
    expect(given?.actedAt).toBe(clock.wallTime().getTime() - 6000);
    await bridge.openLog(undefined);
    expect(calls('openLog')).toHaveLength(1);
  });

  test('the views hear of the connection only once the session is handed over, and say so for a moment', async () => {
    const { lose, restart, store, answers, clock } = await page();
    const hand = Promise.withResolvers<null>();
    answers.adoptSession = () => hand.promise;
    lose();
    await restart(0);
    expect(store.getState()).toMatchObject({ connection: 'lost', isBack: false });
    hand.resolve(null);
    await arrive();
    expect(store.getState()).toMatchObject({ connection: 'connected', isBack: true });
    clock.pass(3000);
    expect(store.getState().isBack).toBe(false);
  });

  test('what the person does during the handover is handed over as well', async () => {
    const { lose, restart, answers, run, calls } = await page();
    const hand = Promise.withResolvers<null>();
    answers.adoptSession = () => hand.promise;
    lose();
    await restart(0);
    await run('next-story');
    hand.resolve(null);
    await arrive();
    expect(calls<SessionHandover>('adoptSession').map(({ place }) => place.shown?.storyId)).toEqual(['lock', 'ferry']);
  });

  test('a page where nobody acted hands over when it last heard of the session', async () => {
    const { lose, restart, calls, clock } = await page();
    const seenAt = clock.wallTime().getTime();
    clock.pass(60_000);
    lose();
    clock.pass(60_000);
    await restart(0);
    expect(calls<SessionHandover>('adoptSession').map(({ actedAt }) => actedAt)).toEqual([seenAt]);
  });
});

test('a program that refuses the session again and again has its own', async () => {
  const { lose, restart, answers, clock, store, calls } = await page();
  answers.adoptSession = () => {
    throw new Error('An older program.');
  };
  lose();
  await restart(0);
  expect(store.getState().connection).toBe('lost');
  for (let tries = 0; tries < 2; tries += 1) {
    clock.pass(2000);
    await arrive();
  }
  expect(calls('adoptSession')).toHaveLength(3);
  expect(store.getState().connection).toBe('connected');
});

describe('a rehearsal', () => {
  const sections = [outlineOf('situation', 'one', 'two'), outlineOf('action', 'three', 'four')];
  const story = storyOf('mill', [], { title: 'The mill', outline: { derived: false, sections } });
  const plan = planOf(story, asWritten, 60_000, { settings: appWith().settings, paced: (made) => made });
  const ask = { ...rehearsalAfter([]).ask, storyId: 'mill', followUp: null };
  const run = startRun({ plan, thinkMs: 0, level: 'outline' }, 51_000);
  const answering = { ...rehearsalAfter([]), at: 0, of: 1, ask, plan, run, sentAtMs: 51_000 };

  async function rehearsing(told = story, storyVariants: Record<string, string> = {}) {
    const settings = { ...appWith().settings, storyVariants };
    const made = await page([told], { rehearsal: answering, settings });
    await arrive();
    made.lose();
    return made;
  }

  test('goes on to its end without the program, and its run reaches the log', async () => {
    const { clock, run, store, restart, calls, kept } = await rehearsing();
    clock.pass(4000);
    await run('mark-section');
    await run('finish-run');
    expect(store.getState().app?.rehearsal?.step).toBe('result');
    await run('finish-run');
    expect(store.getState().app?.rehearsal?.step).toBe('sheet');
    await run('end-run');
    expect(store.getState().app?.rehearsal).toBeNull();
    expect([...kept.keys()]).toEqual([expect.stringContaining(story.id)]);
    await restart(0);
    const [given] = calls<{ runs: RunRecord[]; takenOver: string | null }>('keepRuns');
    expect(given?.takenOver).toBe(story.id);
    expect(given?.runs).toMatchObject([{ story: story.id, totalMs: 4000, finished: true }]);
    expect(kept.size).toBe(0);
  });

  test('of a default version is logged as that version', async () => {
    const brief = { title: 'Brief', short: true, line: 9, outline: sections, answer: [] };
    const { clock, run, kept } = await rehearsing({ ...story, variants: [brief] }, { mill: 'Brief' });
    clock.pass(4000);
    for (const id of ['mark-section', 'finish-run', 'finish-run', 'end-run'] as const) await run(id);
    const [stored = ''] = kept.values();
    expect(JSON.parse(stored)).toMatchObject({ story: 'mill', variant: 'Brief', finished: true });
  });

  test('that is under way when the program is back stays here until it is over', async () => {
    const { clock, run, store, restart, calls } = await rehearsing();
    clock.pass(4000);
    await run('mark-section');
    await restart(0);
    expect(store.getState().app?.rehearsal?.step).toBe('answer');
    expect(calls('keepRuns')).toEqual([{ runs: [], takenOver: story.id }]);
    expect(store.getState().connection).toBe('connecting');
    expect(calls('adoptSession')).toEqual([]);
    for (const id of ['finish-run', 'finish-run', 'end-run'] as const) await run(id);
    clock.pass(2000);
    await arrive();
    expect(calls<{ runs: RunRecord[] }>('keepRuns').at(-1)?.runs).toHaveLength(1);
    expect(calls('adoptSession')).toHaveLength(1);
    expect(store.getState().connection).toBe('connected');
  });

  test('that was discarded here is over for the program, unless undo brings it back before', async () => {
    for (const isBack of [false, true]) {
      const { clock, run, restart, calls } = await rehearsing();
      clock.pass(4000);
      await run('mark-section');
      await run('discard-run');
      if (isBack) await run('undo-mark');
      await restart(0);
      expect(calls('keepRuns')).toEqual([{ runs: [], takenOver: 'mill', over: isBack ? undefined : 'mill' }]);
    }
  });

  test('that is discarded here when the program is back is over from then on, whatever is asked next', async () => {
    const { clock, run, restart, calls } = await rehearsing();
    clock.pass(4000);
    await run('mark-section');
    await restart(0);
    await run('discard-run');
    for (let tries = 0; tries < 2; tries += 1) {
      clock.pass(2000);
      await arrive();
    }
    expect(calls('keepRuns')).toEqual([
      { runs: [], takenOver: 'mill' },
      { runs: [], takenOver: null, over: 'mill' },
    ]);
  });

  test('is kept when the page closes in a question that was only gone on to', async () => {
    const { clock, bridge, close, kept } = await rehearsing();
    clock.pass(4000);
    await bridge.repeatAsk(undefined);
    clock.pass(3000);
    close();
    expect([...kept.values()].map((text) => (JSON.parse(text) as RunRecord).totalMs)).toEqual([4000, 3000]);
  });

  test('is kept when the page closes in the middle', async () => {
    const { clock, run, close, kept } = await rehearsing();
    clock.pass(4000);
    await run('mark-section');
    close();
    const [stored = ''] = kept.values();
    expect(JSON.parse(stored)).toMatchObject({ story: story.id, finished: false });
  });
});
