import { expect, test } from 'vitest';
import type { AppState } from '../../../src/core/contract/contract.ts';
import { cursorMs, reduceSession, type SessionAction } from '../../../src/core/prompter/session.ts';
import { defaultSettings, type Settings } from '../../../src/core/settings/schema.ts';
import type { FollowedStory } from '../../../src/renderer/voice/follower.ts';
import { createPrompterListener } from '../../../src/renderer/voice/prompter-listener.ts';
import { storyOf } from '../../services/story-builder.ts';
import { appWith, plan, promptCalled, sessionAfter } from '../sessions.ts';

const kiln = storyOf('kiln', ['one', 'two', 'three', 'four']);

/** A prompter whose clock runs; this page listens, and the test is its microphone and its recogniser. */
function listening(changes: Partial<Settings>) {
  const settings: Settings = { ...defaultSettings(), listening: true, ...changes };
  let nowMs = 1000;
  const done: string[] = [];
  let wasSpeaking = false;
  let followed: FollowedStory | null = null;
  const session = sessionAfter([nowMs, { type: 'setMode', mode: settings.mode }], [nowMs, { type: 'play' }]);
  let app: AppState = appWith({ settings, session: { ...session, prompt: promptCalled('kiln') } });
  const listener = createPrompterListener({
    bridge: {
      holdCursor: ({ forMs }) => {
        done.push(`hold ${forMs}`);
        act({ type: 'hold', forMs });
        return Promise.resolve({ ok: true, value: null });
      },
      readStory: () => Promise.resolve({ ok: true, value: kiln }),
    },
    nowMs: () => nowMs,
    moveCursor: (toMs) => {
      done.push(`move ${toMs}`);
      act({ type: 'moveCursor', cursorMs: toMs });
    },
    follower: {
      follow: (story) => (followed = story),
      feed: () => void done.push('fed'),
      movedByHand: (row) => void done.push(`hand ${row}`),
      close: () => undefined,
    },
  });
  function show(part: Partial<AppState['session']>): void {
    app = { ...app, session: { ...app.session, ...part } };
    listener.follow(app);
  }
  function act(action: SessionAction): void {
    show({ session: reduceSession(app.session.session, action, nowMs) });
  }
  function sound(isSpeaking: boolean, ms: number): void {
    if (isSpeaking !== wasSpeaking) listener.speech(isSpeaking, nowMs);
    wasSpeaking = isSpeaking;
    for (let past = 0; past < ms; past += 50) {
      listener.samples(new Float32Array(800), nowMs);
      nowMs += 50;
    }
  }
  listener.follow(app);
  const cursor = (): number => Math.round(cursorMs(app.session.session, nowMs));
  return { listener, done, sound, act, show, cursor, followed: () => followed };
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

test('scrolling waits while the person is silent, however long, and goes on with the first word', () => {
  const { sound, cursor } = listening({ waitInSilence: true });
  sound(true, 10_000);
  expect(cursor()).toBe(10_000);
  sound(false, 60_000);
  // A breath isn’t a silence.
  expect(cursor()).toBeLessThan(10_800);
  const heldMs = cursor();
  sound(true, 5000);
  expect(cursor()).toBeGreaterThanOrEqual(heldMs + 4900);
});

test('moved in the silence, it waits there', () => {
  const { sound, act, cursor } = listening({ waitInSilence: true });
  sound(true, 2000);
  sound(false, 3000);
  act({ type: 'moveCursor', cursorMs: 30_000 });
  sound(false, 8000);
  expect(cursor()).toBeLessThan(30_200);
});

test('a page that stops listening lets it go on', () => {
  const { listener, sound, done } = listening({ waitInSilence: true });
  sound(false, 3000);
  listener.close();
  expect(done.filter((entry) => entry.startsWith('hold')).at(-1)).toBe('hold 0');
});

test('unless the person wants that, silence holds nothing', () => {
  const { sound, cursor, done } = listening({ waitInSilence: false, mode: 'step' });
  sound(false, 9000);
  expect([cursor(), done.filter((entry) => entry.startsWith('hold'))]).toEqual([0, []]);
});

test('the outline follows the voice, and the recogniser the person', async () => {
  const { listener, act, done, sound, followed } = listening({ mode: 'voice' });
  await settled();
  expect(followed()).toMatchObject({ id: 'kiln', answer: kiln.answer });
  sound(true, 100);
  expect(done).toEqual(['fed', 'fed']);
  listener.reached(2);
  expect(done.at(-1)).toBe(`move ${plan.rows[2]?.startMs}`);
  act({ type: 'moveCursor', cursorMs: 12_000 });
  expect(done.at(-1)).toBe('hand 1');
  // Back where the voice was.
  act({ type: 'moveCursor', cursorMs: plan.rows[2]?.startMs ?? 0 });
  expect(done.at(-1)).toBe('hand 2');
});

test('another story is followed in its place; a paused clock hears nothing', async () => {
  const { act, show, done, sound, followed } = listening({ mode: 'voice' });
  await settled();
  const first = followed();
  show({ prompt: { ...promptCalled('kiln'), variant: 0 } });
  expect(followed()).toBeNull();
  await settled();
  expect(followed()).not.toBe(first);
  act({ type: 'pause' });
  sound(true, 500);
  expect(done).not.toContain('fed');
});
