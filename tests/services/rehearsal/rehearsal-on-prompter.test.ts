import { describe, expect, test, vi } from 'vitest';
import type { CommandId } from '../../../src/core/contract/commands.ts';
import type { SessionState } from '../../../src/core/contract/contract.ts';
import { elapsedMs } from '../../../src/core/prompter/session.ts';
import { alsoAsks, rehearsedApp, toldStory, type Rehearsed } from './rehearsal-driver.ts';

vi.setConfig({ testTimeout: 30_000 });

const files = {
  'a.md': toldStory('Count the berths', 'Ownership', `${alsoAsks('Pride', 'What was hard?')}\n> A quay at night`),
  'b.md': toldStory('Calm the fishermen', 'Trust'),
};

async function begun(more: Parameters<Rehearsed['rehearse']>[1] = {}): Promise<Rehearsed> {
  const driven = await rehearsedApp(files);
  await driven.rehearse(driven.id('Count the berths'), more);
  return driven;
}

const session = (driven: Rehearsed): SessionState => driven.state().session;
const texts = (driven: Rehearsed): string[] =>
  session(driven).prompt?.sections.flatMap(({ items }) => items.map(({ text }) => text)) ?? [];
const run = (driven: Rehearsed, ...ids: CommandId[]): void => ids.forEach((id) => driven.app.runCommand(id));

describe('the prompter', () => {
  test('has nothing of the story while one thinks: its clock counts the think time down', async () => {
    const driven = await begun({ thinkMs: 10_000 });
    driven.clock.pass(3000);
    expect(session(driven)).toMatchObject({
      rehearsing: { phase: 'thinking', at: 0, of: 1 },
      prompt: { title: 'Think', question: 'When did you count the berths?', group: null, storyId: '', sections: [] },
      plan: { targetMs: 10_000, rows: [] },
      session: { status: { kind: 'running' }, targetMs: 10_000 },
    });
    expect(driven.left()).toBe(7000);
    expect(JSON.stringify(session(driven).prompt)).not.toContain('berth was free');
  });

  test('then is the run: its clock, its plan, the outline at its level', async () => {
    const driven = await begun({ level: 'initials', targetMs: 60_000 });
    driven.clock.pass(4000);
    expect(session(driven)).toMatchObject({
      rehearsing: { phase: 'speaking', at: 0, of: 1 },
      prompt: { title: 'Count the berths' },
      plan: { targetMs: 60_000 },
      session: { status: { kind: 'running' }, targetMs: 60_000, mode: 'step', cursorMs: 0 },
    });
    expect(texts(driven)[0]).toBe('T__ h______ o_____ k___ i__ l______ o_ p____');
    await driven.act('nextSection');
    expect(session(driven).session.cursorMs).toBe(driven.at('answer').plan.sections[1]?.startMs);
  });

  test('shows the line while it is peeked at, and follows the level', async () => {
    const driven = await begun({ level: 'nothing' });
    expect(texts(driven).join('')).toBe('');
    await driven.act('peekDown');
    expect(texts(driven)[0]).toBe('The harbour office kept its ledgers on paper');
    await driven.act('peekUp');
    expect(texts(driven).join('')).toBe('');
    await driven.act({ type: 'setLevel', level: 'full' });
    expect(texts(driven)[0]).toBe('The harbour office kept its ledgers on paper');
    expect(driven.rehearsal()).toMatchObject({ run: { level: 'full', peeks: 1 } });
    // The stage itself is never sent faded: each view fades for itself.
    expect(driven.at('answer').answer).toHaveLength(4);
  });

  test('shows the notes of the other question that is asked, as faded as the rest', async () => {
    const driven = await rehearsedApp(files, { random: () => 0.99 });
    await driven.rehearse(driven.id('Count the berths'), { alternates: true, level: 'initials' });
    expect(driven.rehearsal()).toMatchObject({
      ask: { kind: 'alternate', question: 'What was hard?', group: 'Pride' },
    });
    expect(session(driven).prompt).toMatchObject({ question: 'What was hard?', alternate: 0 });
    expect(session(driven).prompt?.sections[0]).toMatchObject({ label: 'Notes', items: [{ text: 'Q___ a_ n____' }] });
    expect(session(driven).plan.sections[0]).toMatchObject({ label: 'Notes', startMs: 0 });
    await driven.act({ type: 'setLevel', level: 'nothing' });
    expect(session(driven).prompt?.sections[0]?.items).toMatchObject([{ text: '' }]);
  });

  test('has its own story again when the run is over, paused and where it was', async () => {
    const driven = await rehearsedApp(files);
    run(driven, 'play-pause');
    driven.clock.pass(20_000);
    await driven.rehearse(driven.id('Calm the fishermen'));
    driven.clock.pass(30_000);
    await driven.act('finish');
    expect(driven.rehearsal().step).toBe('result');
    expect(session(driven)).toMatchObject({
      rehearsing: null,
      prompt: { title: 'Count the berths' },
      session: { status: { kind: 'paused', by: 'person' } },
    });
    expect(elapsedMs(session(driven).session, driven.clock.nowMs())).toBe(20_000);
    expect(driven.events.findLast(({ name }) => name === 'sessionChanged')?.payload).toMatchObject({
      rehearsing: null,
    });
  });
});

describe('its commands mean the run', () => {
  test('play-pause begins, pauses and goes on', async () => {
    const driven = await begun({ thinkMs: 10_000 });
    run(driven, 'play-pause');
    expect(driven.run()).toMatchObject({ phase: 'speaking', clock: { status: { kind: 'running' } } });
    driven.clock.pass(3000);
    run(driven, 'play-pause');
    expect(driven.run().clock.status.kind).toBe('paused');
    run(driven, 'play-pause');
    expect(driven.run().clock.status.kind).toBe('running');
  });

  test('rows walk through a section and mark at its end; back likewise', async () => {
    const driven = await begun();
    const { rows } = driven.at('answer').plan;
    const at = () => ({
      cursorMs: driven.run().clock.cursorMs,
      marks: driven.run().marksMs.length,
    });
    run(driven, 'next-row');
    expect(at()).toEqual({ cursorMs: rows[1]?.startMs, marks: 0 });
    driven.clock.pass(9000);
    run(driven, 'next-row');
    expect(at()).toEqual({ cursorMs: rows[2]?.startMs, marks: 1 });
    driven.clock.pass(9000);
    run(driven, 'next-row');
    expect(at()).toEqual({ cursorMs: rows[3]?.startMs, marks: 2 });
    run(driven, 'next-row', 'previous-row');
    expect(at()).toEqual({ cursorMs: rows[3]?.startMs, marks: 2 });
    run(driven, 'previous-row');
    expect(at()).toEqual({ cursorMs: rows[2]?.startMs, marks: 1 });
    const next = (afterMs: number): void => {
      driven.clock.pass(afterMs);
      run(driven, 'next-section');
    };
    next(500);
    next(500);
    run(driven, 'previous-section');
    next(0);
    next(500);
    expect(driven.rehearsal()).toMatchObject({ step: 'result', run: { marksMs: [9000, 18_500, 19_000, 19_500] } });
  });

  test('reset asks again; keys for time or pace say that they do nothing', async () => {
    const driven = await begun();
    driven.clock.pass(5000);
    run(driven, 'next-section', 'reset');
    expect(driven.rehearsal()).toMatchObject({ at: 0, run: { marksMs: [], phase: 'speaking' } });
    for (const id of ['add-time', 'take-time', 'toggle-mode', 'faster', 'slower'] as const) {
      const before = driven.state().settings;
      run(driven, id);
      expect(driven.run().clock).toMatchObject({ addedMs: 0, speed: 1 });
      expect(driven.state().settings).toEqual(before);
    }
    expect(driven.notices()).toEqual(['info: A rehearsal keeps its target, and your marks move the outline.']);
    await driven.app.close();
    expect((await driven.runs()).map(({ totalMs }) => totalMs)).toEqual([5000]);
  });

  test('a row that is clicked is stood on within the section, and no other', async () => {
    const driven = await begun();
    const { rows, sections } = driven.at('answer').plan;
    await driven.call('moveCursor', { cursorMs: rows[1]?.startMs ?? 0 });
    expect(session(driven).session.cursorMs).toBe(rows[1]?.startMs);
    await driven.call('moveCursor', { cursorMs: sections[2]?.startMs ?? 0 });
    expect(session(driven).session.cursorMs).toBe(rows[1]?.startMs);
    expect(driven.run().marksMs).toEqual([]);
    expect(driven.notices()).toEqual(['info: In a rehearsal you mark each section: press Shift ↓ for the next one.']);
    driven.clock.pass(20_000);
    await driven.act('finish');
    await driven.call('moveCursor', { cursorMs: 5000 });
    expect(session(driven)).toMatchObject({ rehearsing: null, session: { cursorMs: 5000 } });
  });
});

describe('after the answer the prompter', () => {
  /** A run of 8 seconds, ended by its last mark. */
  async function ended(more: Parameters<Rehearsed['rehearse']>[1] = {}): Promise<Rehearsed> {
    const driven = await begun(more);
    for (let mark = 0; mark < 4; mark += 1) {
      driven.clock.pass(2000);
      run(driven, 'next-section');
    }
    return driven;
  }

  test('asks the follow-up, and its clock counts up; the next key is its answer', async () => {
    const driven = await ended({ followUps: true });
    driven.clock.pass(7000);
    expect(session(driven)).toMatchObject({
      rehearsing: { phase: 'followUp', at: 0, of: 1 },
      prompt: { title: 'Follow-up', question: 'What would you do differently?', sections: [], storyId: '' },
      plan: { sections: [], rows: [] },
      session: { status: { kind: 'running' } },
    });
    expect(driven.elapsed()).toBe(7000);
    run(driven, 'add-time');
    expect(driven.notices()).toEqual(['info: A rehearsal keeps its target, and your marks move the outline.']);
    run(driven, 'play-pause');
    expect(session(driven).session.status.kind).toBe('paused');
    run(driven, 'play-pause', 'next-row');
    expect(driven.rehearsal().step).toBe('result');
  });

  test.each([true, false])('takes a mistaken last mark back (with a follow-up: %s)', async (followUps) => {
    const driven = await ended({ followUps });
    driven.clock.pass(3000);
    run(driven, 'previous-section');
    expect(driven.rehearsal()).toMatchObject({ step: 'answer', run: { marksMs: [2000, 4000, 6000] } });
    expect(session(driven).rehearsing?.phase).toBe('speaking');
  });

  test('says where to go on, and starts no countdown beside the rehearsal', async () => {
    const driven = await ended();
    run(driven, 'play-pause', 'next-row', 'next-section', 'add-time');
    expect(session(driven)).toMatchObject({
      rehearsing: null,
      session: { status: { kind: 'idle' }, addedMs: 0, cursorMs: 0 },
    });
    expect(driven.notices()).toEqual([
      'info: This answer is over. Continue in the rehearsal view with Enter, or open a story.',
    ]);
    driven.clock.pass(10_001);
    run(driven, 'previous-section');
    expect(driven.rehearsal().step).toBe('result');
    expect(driven.notices()).toContain(
      'info: You can undo the end only for 10 seconds. Continue in the rehearsal view with Enter, or open a story.',
    );
  });

  test('has its own commands back on the sheet of an interview', async () => {
    const driven = await rehearsedApp(files);
    await driven.call('startMock', { count: 1, thinkMs: 0, targetMs: null });
    driven.clock.pass(5000);
    await driven.act('finish');
    while (driven.rehearsal().step !== 'sheet') await driven.call('nextAsk');
    run(driven, 'play-pause');
    expect(session(driven)).toMatchObject({ rehearsing: null, session: { status: { kind: 'running' } } });
    await driven.rehearse(driven.id('Count the berths'));
    await driven.call('closeRehearsal');
    expect(session(driven).session.status.kind).toBe('paused');
  });
});

describe('opening a story leaves the rehearsal', () => {
  test.each<[string, (driven: Rehearsed) => unknown]>([
    ['from a list', (driven) => driven.call('openStory', { id: driven.id('Calm the fishermen'), variant: null })],
    ['by the next-story key', (driven) => run(driven, 'next-story')],
    [
      'by its pin',
      async (driven) => {
        await driven.call('pinStory', { id: driven.id('Calm the fishermen'), slot: 3 });
        run(driven, 'story-3');
      },
    ],
  ])('%s, keeps its run and says so', async (_, open) => {
    const driven = await begun();
    driven.clock.pass(9000);
    await driven.act('nextSection');
    await open(driven);
    await driven.until(({ notices }) => notices.length > 0);
    expect(driven.state().rehearsal).toBeNull();
    expect(session(driven)).toMatchObject({ rehearsing: null, prompt: { title: 'Calm the fishermen' } });
    expect(driven.notices()).toEqual(['info: Rehearsal stopped. Your times so far are saved.']);
    expect(await driven.runs()).toMatchObject([{ totalMs: 9000, finished: false }]);
  });

  test('even if it is the prompter’s own story', async () => {
    const driven = await begun({ thinkMs: 5000 });
    await driven.call('openStory', { id: driven.id('Count the berths'), variant: null });
    await driven.until(({ notices }) => notices.length > 0);
    expect(driven.state().rehearsal).toBeNull();
    expect(driven.notices()).toEqual(['info: Rehearsal stopped.']);
    expect(await driven.runs()).toEqual([]);
  });
});

describe('the rehearsal’s own commands', () => {
  test('do what its keys do, from wherever they come', async () => {
    const driven = await begun({ level: 'outline', followUps: true });
    driven.clock.pass(5000);
    run(driven, 'mark-section');
    driven.clock.pass(1000);
    run(driven, 'mark-section', 'undo-mark', 'pause-run');
    expect(driven.run()).toMatchObject({ marksMs: [5000], clock: { status: { kind: 'paused' } } });
    run(driven, 'pause-run', 'peek');
    expect(driven.notices()).toEqual(['info: Nothing is hidden at this level.']);
    run(driven, 'less-text', 'less-text', 'peek');
    expect(driven.run()).toMatchObject({ level: 'initials', peeking: true, peeks: 1 });
    expect(driven.notices()).toEqual(['info: Text: initials.']);
    run(driven, 'peek', 'more-text', 'rate-good');
    expect(driven.run()).toMatchObject({ phase: 'speaking', level: 'first-words', peeking: false });
    run(driven, 'finish-run');
    expect(driven.rehearsal().step).toBe('followUp');
    run(driven, 'less-text', 'more-text');
    expect(driven.notices()).not.toContain('info: Text: initials.');
    run(driven, 'finish-run', 'rate-easy', 'rate-hard');
    expect(driven.at('sheet').sheet).toMatchObject({ answers: [{ run: { rating: 'easy' } }] });
    expect(driven.notices()).toContain('info: Rate the answers in the rehearsal view.');
    run(driven, 'undo-mark');
    expect(driven.rehearsal()).toMatchObject({ step: 'result', run: { rating: null } });
    run(driven, 'repeat-run');
    expect(driven.rehearsal()).toMatchObject({ step: 'answer', run: { marksMs: [], phase: 'speaking' } });
    driven.clock.pass(2000);
    run(driven, 'end-run', 'end-run', 'end-run');
    expect(driven.state().rehearsal).toBeNull();
    await driven.app.close();
    expect((await driven.runs()).map(({ rating, finished }) => [rating, finished])).toEqual([
      ['easy', true],
      // The rating was undone.
      [null, true],
      [null, false],
    ]);
  });

  test.each(['finish-run', 'pause-run'] as const)('%s begins, and goes on from the result', async (id) => {
    const driven = await rehearsedApp(files);
    await driven.rehearse('', { stories: { which: 'all' }, thinkMs: 5000 });
    run(driven, id);
    driven.clock.pass(20_000);
    run(driven, 'finish-run', id);
    expect(driven.rehearsal()).toMatchObject({ at: 1, step: 'answer', run: { phase: 'thinking' } });
    run(driven, 'end-run');
    expect(driven.rehearsal().step).toBe('sheet');
    run(driven, 'end-run');
    expect(driven.state().rehearsal).toBeNull();
  });

  test('without a rehearsal say how to begin one; rehearse and show-progress show their views', async () => {
    const driven = await rehearsedApp(files);
    run(driven, 'mark-section');
    expect(driven.notices()).toEqual(['info: No rehearsal is running. Press Shift R to start one.']);
    run(driven, 'rehearse', 'show-progress');
    expect(driven.shell.shown).toEqual(['rehearsal', 'progress']);
    expect(driven.state().rehearsal).toBeNull();
  });
});
