import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { AppState, Bridge, EventName, EventPayload, Result } from '../../../src/core/contract/contract.ts';
import { cursorMs } from '../../../src/core/prompter/session.ts';
import type { Connection } from '../../../src/renderer/client/bridge.ts';
import { showForAWhile } from '../../../src/renderer/client/outcome.ts';
import { routeAt } from '../../../src/renderer/client/route.ts';
import {
  lostReadKey,
  programNowMs,
  setUpCursorMoves,
  setUpStore,
  showFailure,
  shownSession,
} from '../../../src/renderer/client/store.ts';
import type { ConnectionState } from '../../../src/renderer/client/socket.ts';
import { fakeClock } from '../../services/fake-clock.ts';
import { rehearsalAfter, resultAfter } from '../rehearsal/rehearsals.ts';
import { appWith, promptCalled, sessionAfter } from '../sessions.ts';

/** A program at hand: its state, its events, and calls that are answered when the test says so. */
function program(state: AppState) {
  const listeners = new Map<string, (payload: never) => void>();
  const moves: { cursorMs: number; answer: (result: Result<null>) => void }[] = [];
  let become: (state: ConnectionState) => void = () => {};
  const bridge = {
    readState: () => Promise.resolve({ ok: true, value: state }),
    // Nothing to correct.
    readClock: () => Promise.resolve({ ok: false, error: 'No clock here.' }),
    moveCursor: (input: { cursorMs: number }) =>
      new Promise<Result<null>>((answer) => moves.push({ cursorMs: input.cursorMs, answer })),
    on: (name: EventName, listener: (payload: never) => void) => listeners.set(name, listener),
  } as unknown as Bridge;
  const connection: Connection = {
    bridge,
    onStateChange: (listener) => (become = listener),
    pathOf: () => null,
  };
  const say = <Name extends EventName>(name: Name, payload: EventPayload<Name>): void =>
    listeners.get(name)?.(payload as never);
  return { connection, bridge, moves, say, become: (state: ConnectionState) => become(state) };
}

/** Lets answers that are there already arrive. */
const arrive = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function connected(state: AppState, nowMs = () => 1000) {
  const far = program(state);
  const store = setUpStore(far.connection, nowMs);
  far.become('connected');
  await arrive();
  return { ...far, store };
}

describe('the store', () => {
  test('reads the state when it is connected, and again when it was lost', async () => {
    const state = appWith();
    const { store, become } = await connected(state);
    expect(store.getState().app?.session.prompt?.title).toBe('The kiln that ran cold');
    become('lost');
    expect(store.getState()).toMatchObject({ connection: 'lost', app: { library: state.library } });
    Object.assign(state, { library: { ...state.library, folders: ['/other'] } });
    become('connected');
    await arrive();
    expect(store.getState().app?.library.folders).toEqual(['/other']);
  });

  test('forgets what failed without a connection once it is back', async () => {
    const { store, become } = await connected(appWith());
    become('lost');
    showFailure(store, { ok: false, error: 'Offbook can’t be reached at the moment.' });
    expect(store.getState().outcome?.text).toContain('reached');
    become('connected');
    await arrive();
    expect(store.getState().outcome).toBeNull();
    showFailure(store, { ok: false, error: 'It broke.' });
    expect(store.getState().outcome).toEqual({ tone: 'error', text: 'It broke.' });
  });

  test('says just long enough what a key can’t do here, and never takes away what came after it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { store } = await connected(appWith());
    showForAWhile(store, 'A tab has no size.');
    expect(store.getState().outcome).toMatchObject({ tone: 'info', text: 'A tab has no size.' });
    vi.advanceTimersByTime(3000);
    expect(store.getState().outcome).not.toBeNull();
    vi.advanceTimersByTime(2000);
    expect(store.getState().outcome).toBeNull();
    showForAWhile(store, 'A tab has no size.');
    showFailure(store, { ok: false, error: 'It broke.' });
    vi.advanceTimersByTime(10_000);
    expect(store.getState().outcome?.text).toBe('It broke.');
  });

  test('follows each event', async () => {
    const { store, say } = await connected(appWith());
    const { settings, library, capabilities } = appWith();
    say('settingsChanged', { ...settings, textSize: 40 });
    say('libraryChanged', { ...library, samples: true });
    say('capabilitiesChanged', { ...capabilities, chooseFolder: true });
    say('noticesChanged', [{ id: 3, severity: 'info', text: 'Hello.' }]);
    expect(store.getState().app).toMatchObject({
      settings: { textSize: 40 },
      library: { samples: true },
      capabilities: { chooseFolder: true },
      notices: [{ id: 3 }],
    });
  });

  test('shows for a while that the connection is lost, each time again', async () => {
    const clock = fakeClock();
    const far = program(appWith());
    const store = setUpStore(far.connection, clock.nowMs, undefined, clock.after);
    for (let times = 0; times < 2; times += 1) {
      far.become('connected');
      await arrive();
      expect(store.getState().hidden).toEqual([]);
      far.become('lost');
      clock.pass(7000);
      far.become('lost');
      expect(store.getState().hidden).toEqual([]);
      clock.pass(1000);
      expect(store.getState().hidden).toEqual([lostReadKey]);
    }
  });

  test('leaves events alone that come before the state they change', () => {
    const far = program(appWith());
    const store = setUpStore(far.connection, () => 0);
    far.say('settingsChanged', appWith().settings);
    far.say('sessionChanged', sessionAfter());
    expect(store.getState().app).toBeNull();
  });

  test('keeps the outline’s objects where a snapshot brings the same', async () => {
    const { store, say } = await connected(appWith());
    const before = store.getState().app?.session;
    say('sessionChanged', structuredClone({ ...sessionAfter([5, { type: 'play' }]), prompt: promptCalled('kiln') }));
    const after = store.getState().app?.session;
    expect(after?.session.status.kind).toBe('running');
    expect(after?.prompt).toBe(before?.prompt);
    expect(after?.plan).toBe(before?.plan);
    say('sessionChanged', { ...sessionAfter(), prompt: promptCalled('other') });
    expect(store.getState().app?.session.prompt?.storyId).toBe('other');
  });

  test('counts on from the services’ clock', async () => {
    let nowMs = 5000;
    const session = { ...sessionAfter([900, { type: 'play' }]), prompt: promptCalled('kiln') };
    const { store, say } = await connected(appWith({ session }), () => nowMs);
    expect(programNowMs(store.getState(), 5000)).toBe(900);
    nowMs = 7000;
    say('sessionChanged', { ...session, sentAtMs: 2950 });
    expect(programNowMs(store.getState(), 7000)).toBe(2950);
  });
});

describe('a cursor moved here', () => {
  async function moving() {
    const far = await connected(appWith());
    const move = setUpCursorMoves(far.store, far.bridge, () => 1000);
    const shownMs = (): number => {
      const { app, prediction } = far.store.getState();
      return app === null ? -1 : cursorMs(shownSession(app, prediction).session, 0);
    };
    return { ...far, move, shownMs };
  }
  const confirmed = (atMs: number) => ({
    ...sessionAfter([0, { type: 'moveCursor', cursorMs: atMs }]),
    prompt: promptCalled('kiln'),
  });

  test('is shown at once, and by the program’s own word once that has come', async () => {
    const { move, moves, shownMs, say, store } = await moving();
    move(20_000);
    expect(shownMs()).toBe(20_000);
    expect(moves.map((call) => call.cursorMs)).toEqual([20_000]);
    say('sessionChanged', confirmed(20_000));
    moves[0]!.answer({ ok: true, value: null });
    await arrive();
    expect(store.getState().prediction).toBeNull();
    expect(shownMs()).toBe(20_000);
  });

  test('sends only the last of the places that came while a call was under way', async () => {
    const { move, moves, shownMs, say, store } = await moving();
    for (const atMs of [1000, 2000, 3000, 4000]) move(atMs);
    expect(moves.map((call) => call.cursorMs)).toEqual([1000]);
    // The snapshot of the first call doesn't pull the outline back.
    say('sessionChanged', confirmed(1000));
    expect(shownMs()).toBe(4000);
    moves[0]!.answer({ ok: true, value: null });
    await arrive();
    expect(moves.map((call) => call.cursorMs)).toEqual([1000, 4000]);
    expect(store.getState().prediction).not.toBeNull();
    say('sessionChanged', confirmed(4000));
    moves[1]!.answer({ ok: true, value: null });
    await arrive();
    expect(store.getState().prediction).toBeNull();
  });

  test('goes back where the program refused, and says why', async () => {
    const { move, moves, shownMs, store } = await moving();
    move(20_000);
    moves[0]!.answer({ ok: false, error: 'No story is open.' });
    await arrive();
    expect(shownMs()).toBe(0);
    expect(store.getState().outcome?.text).toBe('No story is open.');
  });

  test('belongs to its story only', async () => {
    const { move, shownMs, say } = await moving();
    move(20_000);
    say('sessionChanged', { ...sessionAfter(), prompt: promptCalled('other') });
    expect(shownMs()).toBe(0);
  });
});

describe('a rehearsal', () => {
  test('is followed, and equal parts of it stay the same objects', async () => {
    const { store, say } = await connected(appWith());
    const first = rehearsalAfter([]);
    say('rehearsalChanged', first);
    const answering = () => {
      const rehearsal = store.getState().app?.rehearsal;
      if (rehearsal?.step !== 'answer') throw new Error('Nobody is answering.');
      return rehearsal;
    };
    const before = answering();
    say('rehearsalChanged', structuredClone(rehearsalAfter([[1000, 'nextSection']])));
    const after = answering();
    expect(after.run.marksMs).toEqual([1000]);
    for (const part of ['ask', 'outline', 'answer', 'plan'] as const) expect(after[part]).toBe(before[part]);
    say('rehearsalChanged', resultAfter([[1000, 'finish']]));
    expect(store.getState().app?.rehearsal).not.toHaveProperty('answer');
    say('rehearsalChanged', null);
    expect(store.getState().app?.rehearsal).toBeNull();
  });

  test('carries the services’ clock as sessions do', async () => {
    const { store, say } = await connected(appWith(), () => 50_000);
    say('rehearsalChanged', { ...rehearsalAfter([]), sentAtMs: 49_000 });
    expect(programNowMs(store.getState(), 50_000)).toBe(49_000);
  });

  test('that the desktop’s window opens with begins with the story on the prompter', async () => {
    const desktop = { ...appWith().capabilities, shell: 'electron' } as const;
    const routeAfter = async (search: string, app = appWith({ capabilities: desktop })) => {
      const far = program(app);
      const store = setUpStore(far.connection, () => 1000, routeAt(search));
      far.become('connected');
      await arrive();
      return store.getState().route;
    };
    const rehearsal = { view: 'rehearsal', from: null, panel: null };
    expect(await routeAfter('?view=rehearsal')).toEqual({ ...rehearsal, stories: { which: 'one', id: 'kiln' } });
    expect(await routeAfter('?view=rehearsal&story=oven')).toMatchObject({ stories: { id: 'oven' } });
    expect(await routeAfter('?view=library')).toMatchObject({ view: 'library', panel: null });
    expect(await routeAfter('?view=rehearsal', appWith())).toEqual({ ...rehearsal, stories: null });
  });
});

describe('the program’s clock', () => {
  test('is taken from the middle of the first trip, on which some of the time passed', async () => {
    let nowMs = 1000;
    const { store } = await connected(appWith({ session: { ...sessionAfter(), sentAtMs: 900 } }), () => (nowMs += 30));
    expect(programNowMs(store.getState(), 1060)).toBe(915);
  });

  test('is right within a second after a message that was 1500 ms late', async () => {
    const { store, say, bridge } = await connected(appWith({ session: { ...sessionAfter(), sentAtMs: 900 } }));
    expect(programNowMs(store.getState(), 1000)).toBe(900);
    bridge.readClock = () => Promise.resolve({ ok: true, value: 900 });
    say('sessionChanged', { ...sessionAfter(), prompt: promptCalled('kiln'), sentAtMs: 900 - 1500 });
    expect(programNowMs(store.getState(), 1000)).toBe(900);
    await arrive();
    expect(programNowMs(store.getState(), 1000)).toBe(900);
  });
});
