import { describe, expect, test, vi } from 'vitest';
import { rehearsedApp, toldStory, type Rehearsed } from './rehearsal-driver.ts';

// Real files and workers on a computer that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const files = {
  'a.md': toldStory('Count the berths'),
  'b.md': toldStory('Calm the fishermen', 'Trust'),
  'c.md': toldStory('Find the leak', 'Thrift'),
};

async function markAll(driven: Rehearsed, ...spokenMs: number[]): Promise<void> {
  for (const ms of spokenMs) {
    driven.clock.pass(ms);
    await driven.act('nextSection');
  }
}

type EndKey = 'end-run' | 'mark-section' | 'discard-run' | 'undo-mark' | 'finish-run' | 'repeat-run';
const press = (driven: Rehearsed, id: EndKey) => driven.call('runCommand', { id });

describe('a run that is stopped early', () => {
  async function leftInTask(): Promise<Rehearsed> {
    const driven = await rehearsedApp(files);
    await driven.rehearse(driven.id('Count the berths'));
    await markAll(driven, 20_000);
    driven.clock.pass(5000);
    await press(driven, 'end-run');
    return driven;
  }

  test('begins with all that was never reached as left out, which can be ticked again', async () => {
    const driven = await leftInTask();
    const { run, outline } = driven.at('result');
    const idsOf = (place: number) => outline[place]?.items.map(({ id }) => id) ?? [];
    expect(run.missed).toEqual([...idsOf(2), ...idsOf(3)]);
    expect(run.missed).toHaveLength(4);
    await driven.act({ type: 'setMissed', itemId: idsOf(3)[0] ?? '', missed: false });
    await driven.call('closeRehearsal');
    const [logged] = await driven.runs();
    expect(logged?.missed.map(({ text }) => text)).toEqual([
      'Walked the quay with the wardens',
      'Built a board from what they asked',
      'Ran both for 2 weeks',
    ]);
  });

  test('forgets that when it goes on after all', async () => {
    const driven = await leftInTask();
    await driven.act('undo');
    expect(driven.run()).toMatchObject({ phase: 'speaking' });
    await markAll(driven, 10_000, 10_000, 10_000);
    expect(driven.run()).toMatchObject({ finished: true, missed: [] });
  });
});

describe('a discarded run', () => {
  /** A run that was spoken for 20 seconds and has a mark. */
  async function spoken(more: Parameters<Rehearsed['rehearse']>[1] = {}): Promise<Rehearsed> {
    const driven = await rehearsedApp(files);
    await driven.rehearse(driven.id('Count the berths'), more);
    if (more.thinkMs !== undefined) await driven.act('begin');
    await markAll(driven, 20_000);
    return driven;
  }

  test('isn’t logged, and its question is asked again', async () => {
    const driven = await spoken({ thinkMs: 10_000 });
    await press(driven, 'discard-run');
    expect(driven.at('answer')).toMatchObject({ at: 0, canRestore: true, run: { phase: 'thinking', marksMs: [] } });
    expect(driven.notices()).toEqual([]);
    await driven.app.close();
    expect(await driven.runs()).toEqual([]);
  });

  test('comes back paused, without the time in between', async () => {
    const driven = await spoken({ thinkMs: 10_000 });
    driven.clock.pass(3000);
    await press(driven, 'discard-run');
    driven.clock.pass(15_000);
    expect(driven.at('answer').canRestore).toBe(true);
    await press(driven, 'undo-mark');
    expect(driven.at('answer')).toMatchObject({ canRestore: false, run: { phase: 'speaking', marksMs: [20_000] } });
    expect(driven.elapsed()).toBe(23_000);
    expect(driven.run().clock.status).toMatchObject({ kind: 'paused', by: 'person' });
    await driven.app.close();
    expect(await driven.runs()).toMatchObject([{ totalMs: 23_000, finished: false }]);
  });

  test('can’t come back once the next one has a mark, which undo takes back', async () => {
    const driven = await spoken();
    await press(driven, 'discard-run');
    await markAll(driven, 5000);
    expect(driven.at('answer').canRestore).toBe(false);
    await press(driven, 'undo-mark');
    expect(driven.run()).toMatchObject({ phase: 'speaking', marksMs: [] });
    await press(driven, 'undo-mark');
    expect(driven.run()).toMatchObject({ marksMs: [20_000] });
  });

  test('may be at its result or its follow-up, and comes back there with its rating', async () => {
    const driven = await spoken({ followUps: true });
    await driven.act('finish');
    await press(driven, 'discard-run');
    await press(driven, 'undo-mark');
    expect(driven.rehearsal().step).toBe('followUp');
    await press(driven, 'finish-run');
    await driven.act({ type: 'rate', rating: 'hard' });
    await press(driven, 'discard-run');
    expect(driven.rehearsal().step).toBe('answer');
    await press(driven, 'undo-mark');
    expect(driven.at('result').run).toMatchObject({ rating: 'hard', marksMs: [20_000] });
    await driven.app.close();
    expect(await driven.runs()).toMatchObject([{ rating: 'hard', finished: true }]);
  });

  test('leaves the other questions and their runs alone', async () => {
    const driven = await rehearsedApp(files);
    await driven.rehearse('', { stories: { which: 'all' } });
    await markAll(driven, 15_000, 15_000, 15_000, 15_000);
    await press(driven, 'finish-run');
    await markAll(driven, 9000);
    await press(driven, 'discard-run');
    expect(driven.rehearsal()).toMatchObject({ at: 1, of: 3 });
    await driven.app.close();
    expect(await driven.runs()).toMatchObject([{ totalMs: 60_000 }]);
  });

  test('needs a first word', async () => {
    const driven = await rehearsedApp(files);
    await driven.rehearse(driven.id('Count the berths'), { thinkMs: 10_000 });
    driven.clock.pass(4000);
    await press(driven, 'discard-run');
    expect(driven.notices()).toEqual(['info: This run has nothing to discard yet.']);
    expect(driven.left()).toBe(6000);
    await driven.act('begin');
    driven.clock.pass(600);
    await press(driven, 'discard-run');
    expect(driven.at('answer')).toMatchObject({ canRestore: false, run: { phase: 'thinking' } });
  });
});

test('stopped within seconds, a run is logged but isn’t history', async () => {
  const driven = await rehearsedApp(files);
  await driven.rehearse(driven.id('Count the berths'));
  driven.clock.pass(3000);
  await press(driven, 'end-run');
  expect(driven.rehearsal().step).toBe('result');
  await press(driven, 'end-run');
  await expect.poll(() => driven.runs()).toMatchObject([{ totalMs: 3000, finished: false }]);
  const progress = await driven.call('readProgress');
  if (!progress.ok) throw new Error(progress.error);
  expect(progress.value).toMatchObject({ stories: [{ runs: 0 }, { runs: 0 }, { runs: 0 }], log: { runs: 1 } });
});

describe('a mock interview', () => {
  async function answeredOne(): Promise<Rehearsed> {
    const driven = await rehearsedApp(files);
    await driven.call('startMock', { count: 3, thinkMs: 0, targetMs: 60_000 });
    await markAll(driven, 15_000, 15_000, 15_000, 15_000);
    return driven;
  }

  test('has its follow-up answered by the key of the marks, and skipped by the one that ends', async () => {
    for (const id of ['mark-section', 'end-run'] as const) {
      const driven = await answeredOne();
      expect(driven.rehearsal().step).toBe('followUp');
      await press(driven, id);
      expect(driven.rehearsal()).toMatchObject({ step: 'answer', at: 1 });
    }
  });

  test('that is stopped in an answer shows its sheet, with what wasn’t asked', async () => {
    const driven = await answeredOne();
    await press(driven, 'mark-section');
    driven.clock.pass(20_000);
    await press(driven, 'end-run');
    const { sheet } = driven.at('sheet');
    expect(sheet.answers.map(({ run }) => run?.totalMs ?? null)).toEqual([60_000, 20_000, null]);
    expect(sheet).toMatchObject({ stopped: 1, weak: [1] });
    await expect.poll(() => driven.runs()).toHaveLength(2);
    await press(driven, 'end-run');
    expect(driven.state().rehearsal).toBeNull();
  });
});

test('a rehearsal that is ended at a result shows its sheet', async () => {
  const driven = await rehearsedApp(files);
  await driven.rehearse(driven.id('Count the berths'));
  await markAll(driven, 15_000, 15_000, 15_000, 15_000);
  await press(driven, 'end-run');
  expect(driven.at('sheet').sheet.answers).toHaveLength(1);
  await press(driven, 'end-run');
  expect(driven.state().rehearsal).toBeNull();
  await expect.poll(() => driven.runs()).toHaveLength(1);
});
