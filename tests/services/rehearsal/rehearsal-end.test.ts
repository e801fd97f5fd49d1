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

const press = (driven: Rehearsed, id: 'end-run' | 'mark-section') => driven.call('runCommand', { id });

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
