import { describe, expect, test } from 'vitest';
import type { AppState } from '../../../src/core/contract/contract.ts';
import { setUpPressClock } from '../../../src/core/press-clock.ts';
import { planOf } from '../../../src/core/prompter/shown-story.ts';
import type { RunRecord } from '../../../src/core/rehearsal/record.ts';
import { setUpRehearsal } from '../../../src/core/rehearsal/rehearsal.ts';
import { defaultSettings, type Settings } from '../../../src/core/settings/schema.ts';
import type { FollowedStory, Follower } from '../../../src/renderer/voice/follower.ts';
import { createRehearsalListener } from '../../../src/renderer/voice/rehearsal-listener.ts';
import { fakeClock } from '../../services/fake-clock.ts';
import { storyOf } from '../../services/story-builder.ts';
import { appWith } from '../sessions.ts';

const lock = storyOf('lock', ['The lock froze', 'Salt from the kitchen', 'Open by noon'], {
  followUps: [{ question: 'And then?', answer: '', line: 3 }],
});
const ferry = storyOf('ferry', ['Late on Fridays']);
const asks = [lock, ferry].map(({ id, title }) => ({
  storyId: id,
  kind: 'title' as const,
  question: title,
  group: null,
  followUp: id === 'lock' ? 'And then?' : null,
}));

/** A program whose rehearsal this page listens to; the test is its microphone, its recogniser and its recorder. */
function listening(changes: Partial<Settings> = {}, thinkMs = 10_000) {
  const settings = { ...defaultSettings(), listening: true, ...changes };
  const clock = fakeClock();
  const press = setUpPressClock(clock.nowMs);
  const drafts: RunRecord[] = [];
  const log: RunRecord[] = [];
  const done: string[] = [];
  const rehearsal = setUpRehearsal({
    clock,
    actedMs: press.nowMs,
    store: {
      draft: (record) => void (record !== null && drafts.push(record)),
      keep: (record) => Promise.resolve(void log.push(record)),
    },
    practice: null,
    stories: () => [lock, ferry],
    planOf: (story, telling, targetMs) => planOf(story, telling, targetMs, { settings, paced: (plan) => plan }),
    settings: () => settings,
    pauseStage: () => undefined,
    changed: () => follow(),
    info: () => undefined,
  });
  let followed: FollowedStory | null = null;
  const follower: Follower = {
    follow: (story) => (followed = story),
    feed: (_samples, atMs) => void done.push(`fed ${atMs}`),
    movedByHand: (row) => void done.push(`hand ${row}`),
    close: () => undefined,
  };
  let recordedMs = 0;
  let recordings = 0;
  const listener = createRehearsalListener({
    bridge: {
      actOnRun: ({ action, atMs }) => {
        press.during(atMs, () => rehearsal.present() !== null && rehearsal.act(action));
        return Promise.resolve({ ok: true, value: null });
      },
    },
    nowMs: clock.nowMs,
    after: clock.after,
    follower,
    startRecording: (storyId) => {
      recordings += 1;
      const id = String(recordings);
      done.push(`record ${storyId}`);
      return {
        pause: () => void done.push(`pause ${id}`),
        resume: () => void done.push(`resume ${id}`),
        mark: () => void done.push(`mark ${id}`),
        stop: () => {
          done.push(`stop ${id}`);
          recordedMs += 1;
          return Promise.resolve(null);
        },
        discard: () => void done.push(`discard ${id}`),
        recorded: () => ({ id, startMs: 0, durationMs: recordedMs, peaks: [] }),
      };
    },
    isAloud: () => false,
    asks: (isAsking) => void done.push(isAsking ? 'asks' : 'asks no more'),
    finished: () => void done.push('finished'),
  });
  const app = (): AppState => appWith({ settings, rehearsal: rehearsal.state() });
  function follow(): void {
    listener.follow(app());
  }
  /** So long somebody speaks, or nobody. */
  function sound(isSpeaking: boolean, ms: number): void {
    listener.speech(isSpeaking, clock.nowMs());
    goOn(ms);
  }
  /** With speech or silence as before, so long. */
  function goOn(ms: number): void {
    for (let past = 0; past < ms; past += 50) {
      listener.samples(new Float32Array(800), clock.nowMs());
      clock.pass(50);
    }
  }
  const start = (kind: 'rehearsal' | 'mock' = 'rehearsal') =>
    rehearsal.start(kind, asks, { thinkMs, level: 'outline', targetMs: 60_000 });
  return { rehearsal, listener, clock, done, drafts, log, sound, goOn, start, followed: () => followed, app };
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

describe('what was heard', () => {
  test('is in the draft every few seconds, on the clock of the run, and in the log', async () => {
    const { rehearsal, clock, drafts, log, sound, start } = listening();
    await start();
    sound(false, 4000);
    rehearsal.act({ type: 'begin' });
    sound(false, 1000);
    sound(true, 3000);
    sound(false, 2000);
    expect(drafts.at(-1)?.heard).toMatchObject({ firstWordMs: 1000 });
    rehearsal.act({ type: 'pause' });
    clock.pass(60_000);
    rehearsal.act({ type: 'resume' });
    sound(true, 2000);
    rehearsal.act({ type: 'finish' });
    await rehearsal.next();
    await rehearsal.next();
    await settled();
    expect(log.at(-1)).toMatchObject({ story: 'lock', totalMs: 8000, heard: { firstWordMs: 1000, told: null } });
    expect(log.at(-1)?.heard?.sections).toEqual([
      { speechMs: 5000, syllables: 0, pauses: [0, 1, 0], longestPauseMs: 2000 },
    ]);
  });

  test('isn’t the next answer’s, when an interview goes straight on', async () => {
    const { rehearsal, listener, log, sound, start } = listening({ recordRuns: true });
    await start('mock');
    listener.on();
    rehearsal.act({ type: 'begin' });
    sound(true, 4000);
    listener.told([{ id: lock.outline.sections[0]?.items[0]?.id ?? '', atMs: 3000, words: ['froze'] }]);
    rehearsal.act({ type: 'finish' });
    await rehearsal.next();
    await settled();
    const lines = log.filter(({ story }) => story === 'lock');
    // The recording was whole only after the answer had its line.
    expect(lines.at(-1)).toMatchObject({ replaces: lines[0]?.at, heard: { recording: { durationMs: 1 } } });
    expect(lines.at(-1)?.heard?.told).toHaveLength(1);
    // Nobody could correct what was left out, so the log doesn’t say it.
    expect(lines.at(-1)?.missed).toEqual([]);
    const now = rehearsal.state();
    expect(now?.step === 'answer' && now.run.heard).toBeNull();
  });

  test('ends where the microphone was gone: what nobody heard isn’t a pause', async () => {
    const { rehearsal, listener, clock, drafts, sound, start } = listening();
    await start();
    rehearsal.act({ type: 'begin' });
    sound(true, 4000);
    listener.told([{ id: lock.outline.sections[0]?.items[0]?.id ?? '', atMs: 3000, words: ['froze'] }]);
    clock.pass(3000);
    sound(true, 2000);
    rehearsal.act({ type: 'finish' });
    const state = rehearsal.state();
    expect(state?.step === 'followUp' && state.run.heard?.untilMs).toBe(4000);
    expect(drafts.at(-1)).toMatchObject({ totalMs: 9000, heard: { told: null, sections: [{ speechMs: 4000 }] } });
    expect(drafts.at(-1)?.heard?.sections).toMatchObject([{ pauses: [0, 0, 0] }]);
  });

  test('is unknown without a microphone, or with one that came only in mid-answer', async () => {
    const { rehearsal, clock, sound, start } = listening();
    await start();
    rehearsal.act({ type: 'begin' });
    clock.pass(12_000);
    sound(true, 6000);
    rehearsal.act({ type: 'finish' });
    const state = rehearsal.state();
    expect(state?.step === 'followUp' && state.run.heard).toBeNull();
  });

  test('after an end that is undone is part of the answer', async () => {
    const { rehearsal, drafts, sound, start } = listening();
    await start();
    rehearsal.act({ type: 'begin' });
    sound(true, 4000);
    rehearsal.act({ type: 'finish' });
    sound(true, 2000);
    sound(false, 2000);
    sound(true, 2000);
    expect(drafts.at(-1)?.heard?.sections).toMatchObject([{ speechMs: 4000 }]);
    rehearsal.act({ type: 'undo' });
    sound(true, 2000);
    rehearsal.act({ type: 'finish' });
    expect(drafts.at(-1)?.heard?.sections).toEqual([
      { speechMs: 10_000, syllables: 0, pauses: [0, 1, 0], longestPauseMs: 2000 },
    ]);
  });

  test('of a discarded run that is back goes on with the silence or the speech of now', async () => {
    const { rehearsal, drafts, sound, goOn, start } = listening();
    await start();
    rehearsal.act({ type: 'begin' });
    sound(true, 3000);
    rehearsal.discard();
    sound(false, 1000);
    rehearsal.act({ type: 'undo' });
    rehearsal.act({ type: 'resume' });
    goOn(2000);
    sound(true, 2000);
    rehearsal.act({ type: 'finish' });
    expect(drafts.at(-1)?.heard?.sections).toEqual([
      { speechMs: 5000, syllables: 0, pauses: [0, 1, 0], longestPauseMs: 2000 },
    ]);
  });

  test('of a page that left is kept as far as it goes; one that comes later adds nothing, and what was told is unknown', async () => {
    const { rehearsal, listener, drafts, sound, start, app } = listening({ recordRuns: true });
    await start();
    listener.on();
    rehearsal.act({ type: 'begin' });
    sound(true, 8000);
    listener.told([]);
    listener.close();
    expect(drafts.at(-1)?.heard?.sections).toMatchObject([{ speechMs: 8000 }]);
    listener.follow(app());
    sound(true, 20_000);
    rehearsal.act({ type: 'finish' });
    expect(drafts.at(-1)).toMatchObject({ totalMs: 28_000, missed: [], heard: { told: null } });
    expect(drafts.at(-1)?.heard?.sections).toMatchObject([{ speechMs: 8000 }]);
  });
});

describe('rows', () => {
  const [first, second, third] = lock.outline.sections.flatMap(({ items }) => items);

  test('that weren’t heard are suggested as left out, until the person corrects it', async () => {
    const { rehearsal, listener, sound, start } = listening();
    await start();
    rehearsal.act({ type: 'begin' });
    sound(true, 4000);
    listener.told([{ id: first?.id ?? '', atMs: 3000, words: ['froze'] }]);
    rehearsal.act({ type: 'finish' });
    await rehearsal.next();
    const missed = () => {
      const state = rehearsal.state();
      return state?.step === 'result' ? state.run.missed : null;
    };
    expect(missed()).toHaveLength(2);
    rehearsal.act({ type: 'setMissed', itemId: second?.id ?? '', missed: false });
    listener.told([{ id: third?.id ?? '', atMs: 3500, words: ['noon'] }]);
    listener.close();
    await settled();
    expect(missed()).toHaveLength(1);
  });

  test('understood only after the end are ticked, too', async () => {
    const { rehearsal, listener, clock, done, sound, start } = listening();
    await start();
    rehearsal.act({ type: 'begin' });
    sound(true, 4000);
    listener.told([{ id: first?.id ?? '', atMs: 3000, words: ['froze'] }]);
    rehearsal.act({ type: 'finish' });
    const before = done.filter((entry) => entry.startsWith('fed')).length;
    sound(false, 1000);
    expect(done.filter((entry) => entry.startsWith('fed')).length - before).toBe(14);
    listener.told([first, third].map((row) => ({ id: row?.id ?? '', atMs: 3900, words: ['noon'] })));
    clock.pass(1000);
    const state = rehearsal.state();
    expect(state?.step === 'followUp' && state.run.missed).toEqual([second?.id]);
  });

  test('that became clear only after a pause were told before it', async () => {
    const { rehearsal, listener, clock, sound, start } = listening();
    await start();
    const beganMs = clock.nowMs();
    rehearsal.act({ type: 'begin' });
    sound(true, 4000);
    for (const part of [1, 2]) {
      rehearsal.act({ type: 'pause' });
      clock.pass(60_000);
      rehearsal.act({ type: 'resume' });
      sound(true, part * 1000);
    }
    const told = [first, second].map((row, at) => ({
      ...{ id: row?.id ?? '', words: ['froze'] },
      atMs: at === 0 ? beganMs + 3000 : beganMs + 64_600,
    }));
    listener.told(told);
    rehearsal.act({ type: 'finish' });
    const state = rehearsal.state();
    expect(state?.step === 'followUp' && state.run.heard?.told?.map(({ atMs }) => atMs)).toEqual([3000, 4600]);
  });

  test.each<[string, Partial<Settings>, number]>([
    ['follow the voice', { mode: 'voice' }, 1],
    ['stay where they are in another mode', { mode: 'auto' }, 0],
  ])('%s', async (_what, changes, row) => {
    const { rehearsal, listener, sound, start, followed } = listening(changes);
    await start();
    rehearsal.act({ type: 'begin' });
    sound(true, 3000);
    expect(followed()?.id).toBe('lock');
    listener.reached(1);
    const state = rehearsal.state();
    const plan = state?.step === 'answer' ? state.plan : null;
    expect(state?.step === 'answer' && state.run.clock.cursorMs).toBe(plan?.rows[row]?.startMs);
  });

  test('that the person goes to by hand go to the recogniser, those that the voice reached don’t', async () => {
    const { rehearsal, listener, done, sound, start } = listening({ mode: 'voice' });
    await start();
    rehearsal.act({ type: 'begin' });
    sound(true, 3000);
    listener.reached(1);
    expect(done.filter((entry) => entry.startsWith('hand'))).toEqual([]);
    const state = rehearsal.state();
    const goTo = (row: number): void => {
      const cursorMs = state?.step === 'answer' ? (state.plan.rows[row]?.startMs ?? 0) : 0;
      rehearsal.act({ type: 'moveCursor', cursorMs });
    };
    goTo(2);
    // Back where the voice was.
    goTo(1);
    expect(done.filter((entry) => entry.startsWith('hand'))).toEqual(['hand 2', 'hand 1']);
  });

  test('that an answer has reached is known to a page that comes into its middle', async () => {
    const { rehearsal, listener, done, sound, start, app } = listening({ mode: 'voice' });
    await start();
    rehearsal.act({ type: 'begin' });
    sound(true, 3000);
    listener.reached(1);
    listener.close();
    listener.follow(app());
    expect(done.filter((entry) => entry.startsWith('hand'))).toEqual(['hand 1']);
  });
});

describe('without keys', () => {
  const handsFree: Partial<Settings> = { handsFree: true };

  test('the first word starts the clock, a silence ends the answer without itself, and undo brings it back', async () => {
    const { rehearsal, clock, done, sound, start } = listening(handsFree, 0);
    await start();
    sound(false, 30_000);
    sound(true, 40_000);
    const began = rehearsal.state();
    expect(began?.step === 'answer' && began.run.phase).toBe('speaking');
    sound(false, 13_000);
    expect(done.filter((entry) => /^(?:asks|finished)/.test(entry))).toEqual(['asks', 'asks no more', 'finished']);
    const state = rehearsal.state();
    expect(state?.step).toBe('followUp');
    expect(state?.step === 'followUp' && Math.round(state.run.clock.elapsedBeforeMs / 1000)).toBe(40);
    clock.pass(5000);
    rehearsal.act({ type: 'undo' });
    expect(rehearsal.state()?.step).toBe('answer');
  });

  test('the recogniser gets the first word whole, though the clock started only because of it', async () => {
    const { clock, done, sound, start } = listening(handsFree);
    await start();
    sound(false, 3000);
    const atMs = clock.nowMs();
    sound(true, 1000);
    const fed = done.flatMap((entry) => (entry.startsWith('fed ') ? [Number(entry.slice(4))] : []));
    expect(fed[0]).toBeLessThanOrEqual(atMs);
    expect(fed[0]).toBeGreaterThan(atMs - 300);
    expect(fed).toEqual(fed.map((_, index) => (fed[0] ?? 0) + index * 50));
    expect(fed.at(-1)).toBe(atMs + 950);
  });

  test('an interview goes on to its end', async () => {
    const { rehearsal, log, sound, start } = listening(handsFree, 0);
    await start('mock');
    for (let part = 0; part < 3; part += 1) {
      sound(false, 3000);
      sound(true, 35_000);
      sound(false, 14_000);
      await settled();
    }
    expect(rehearsal.state()?.step).toBe('sheet');
    // What was heard last adds no line where it says nothing new.
    expect(log.map(({ story, followUpMs }) => [story, followUpMs === null])).toEqual([
      ['lock', false],
      ['ferry', true],
    ]);
  });

  test('switched off, nothing happens', async () => {
    const { rehearsal, sound, start } = listening({}, 60_000);
    await start();
    sound(true, 20_000);
    expect(rehearsal.state()).toMatchObject({ step: 'answer', run: { phase: 'thinking' } });
  });
});

describe('a recording', () => {
  const steps = (done: string[]): string[] =>
    done.filter((entry) => /^(?:record|mark|pause|resume|stop|discard)/.test(entry));

  /** Listening to an answer that is recorded, three seconds into it. */
  async function recording() {
    const made = listening({ recordRuns: true });
    await made.start();
    made.listener.on();
    made.rehearsal.act({ type: 'begin' });
    made.sound(true, 3000);
    return made;
  }

  test('begins with the question, waits with the clock, and goes on until the end can’t be undone', async () => {
    const { rehearsal, clock, done, sound } = await recording();
    rehearsal.act({ type: 'pause' });
    rehearsal.act({ type: 'resume' });
    sound(true, 3000);
    rehearsal.act({ type: 'finish' });
    rehearsal.act({ type: 'undo' });
    sound(true, 3000);
    rehearsal.act({ type: 'finish' });
    expect(steps(done)).toEqual(['record lock', 'mark 1', 'pause 1', 'resume 1', 'pause 1', 'resume 1', 'pause 1']);
    clock.pass(10_001);
    expect(steps(done).at(-1)).toBe('stop 1');
  });

  test('of a discarded run waits for undo, and goes on with it; that of the run in between goes', async () => {
    const { rehearsal, done, sound } = await recording();
    rehearsal.discard();
    expect(steps(done)).toEqual(['record lock', 'mark 1', 'pause 1', 'record lock']);
    rehearsal.act({ type: 'begin' });
    sound(true, 3000);
    rehearsal.act({ type: 'undo' });
    rehearsal.act({ type: 'resume' });
    expect(steps(done).slice(4)).toEqual(['mark 2', 'discard 2', 'resume 1']);
  });

  test('of a discarded run goes once undo can’t bring it back', async () => {
    const { rehearsal, done, sound } = await recording();
    rehearsal.discard();
    rehearsal.act({ type: 'begin' });
    sound(true, 3000);
    expect(done).not.toContain('discard 1');
    rehearsal.act({ type: 'finish' });
    expect(steps(done).slice(4)).toEqual(['mark 2', 'discard 1', 'pause 2']);
  });

  test('of a run that was discarded at its end, and is back, ends as any other', async () => {
    const { rehearsal, clock, done } = await recording();
    rehearsal.act({ type: 'finish' });
    rehearsal.discard();
    rehearsal.act({ type: 'undo' });
    expect(rehearsal.state()?.step).toBe('followUp');
    clock.pass(10_001);
    expect(steps(done).at(-1)).toBe('stop 1');
    expect(done).not.toContain('discard 1');
  });

  test('goes with a page that closes before the answer began, or after it was discarded', async () => {
    const thinking = listening({ recordRuns: true });
    await thinking.start();
    thinking.listener.on();
    thinking.sound(true, 3000);
    thinking.listener.close();
    expect(steps(thinking.done)).toEqual(['record lock', 'discard 1']);

    const { rehearsal, listener, done } = await recording();
    rehearsal.discard();
    listener.close();
    expect(steps(done).slice(-2).toSorted()).toEqual(['discard 1', 'discard 2']);
  });

  test('goes with what is too short for the log, which leaves an earlier one to undo', async () => {
    const { rehearsal, done, sound } = await recording();
    rehearsal.discard();
    rehearsal.act({ type: 'begin' });
    sound(true, 500);
    await rehearsal.repeat();
    expect(done).toContain('discard 2');
    expect(done).not.toContain('discard 1');
    rehearsal.act({ type: 'undo' });
    rehearsal.act({ type: 'resume' });
    expect(steps(done).at(-1)).toBe('resume 1');
  });

  test('isn’t made unless the person wants it, nor from the middle of an answer', async () => {
    const off = listening();
    await off.start();
    off.rehearsal.act({ type: 'begin' });
    expect(steps(off.done)).toEqual([]);
  });
});
