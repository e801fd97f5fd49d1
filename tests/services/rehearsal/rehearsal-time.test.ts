import { expect, test, vi } from 'vitest';
import { parseMoment } from '../../../src/core/rehearsal/iso-time.ts';
import { rehearsedApp, toldStory, type Rehearsed } from './rehearsal-driver.ts';

vi.setConfig({ testTimeout: 30_000 });

async function begun(thinkMs = 0): Promise<Rehearsed> {
  const driven = await rehearsedApp({ 'a.md': toldStory('Count the berths') });
  await driven.rehearse(driven.id('Count the berths'), { thinkMs });
  return driven;
}

test('sleep in mid-run pauses it at what was spoken, and says so until it goes on', async () => {
  const driven = await begun();
  driven.clock.pass(10_000);
  await driven.act('nextSection');
  driven.clock.pass(12_000);
  driven.clock.sleep(3_600_000);
  driven.clock.pass(2000);
  expect(driven.run().clock).toMatchObject({
    status: { kind: 'paused', by: 'sleep' },
    elapsedBeforeMs: 22_000,
  });
  expect(driven.notices()).toEqual([
    'info: The computer slept, so your run was paused at 1:38. Press Space to resume.',
  ]);
  await driven.act('resume');
  expect(driven.notices()).toEqual([]);
  driven.clock.pass(8000);
  await driven.act('finish');
  await driven.call('nextAsk');
  expect(await driven.runs()).toMatchObject([{ totalMs: 30_000 }]);
});

test('a sleep during which the clock kept running counts as sleep, however long', async () => {
  const driven = await begun();
  driven.clock.pass(10_000);
  await driven.act('nextSection');
  driven.clock.pass(12_000);
  driven.clock.sleep(8 * 3_600_000, true);
  driven.clock.pass(2000);
  expect(driven.run()).toMatchObject({
    clock: { status: { kind: 'paused', by: 'sleep' }, elapsedBeforeMs: 22_000 },
  });
  expect(driven.notices().join()).toContain('The computer slept, so your run was paused at 1:38.');
});

test('sleep while thinking keeps the rest of the think time', async () => {
  const driven = await begun(20_000);
  driven.clock.pass(6000);
  driven.app.machineSuspended();
  driven.clock.sleep(60_000);
  driven.app.machineResumed();
  driven.clock.pass(60_000);
  expect(driven.run()).toMatchObject({ phase: 'thinking', clock: { status: { kind: 'paused' } } });
  await driven.act('resume');
  driven.clock.pass(14_000);
  expect(driven.run().phase).toBe('speaking');
});

test('a run left open overnight pauses after ten minutes, and is saved when somebody comes back', async () => {
  const driven = await begun();
  driven.clock.pass(30_000);
  await driven.act('nextSection');
  driven.clock.pass(10 * 3_600_000);
  expect(driven.run()).toMatchObject({ clock: { status: { kind: 'paused', by: 'away' } } });
  const told = driven.events.filter(({ name }) => name === 'rehearsalChanged');
  expect(told.at(-1)?.payload).toMatchObject({ run: { clock: { status: { by: 'away' } } } });
  await driven.call('closeRehearsal');
  const [run] = await driven.runs();
  expect(run).toMatchObject({ finished: false, totalMs: 630_000 });
});

test('a clock on the wall that is set back dates the run, and takes no time from it', async () => {
  const driven = await begun();
  driven.clock.pass(30_000);
  driven.clock.setWall(new Date(2026, 10, 22, 18, 0, 0));
  driven.clock.pass(10_000);
  await driven.act('finish');
  await driven.call('repeatAsk');
  driven.clock.pass(50_000);
  await driven.call('closeRehearsal');
  const runs = await driven.runs();
  expect(runs.map(({ totalMs }) => totalMs)).toEqual([40_000, 50_000]);
  expect(runs.map(({ at }) => parseMoment(at)?.epochMs)).toEqual([
    new Date(2026, 10, 22, 18, 0, 10).getTime(),
    new Date(2026, 10, 22, 18, 1, 0).getTime(),
  ]);
});

test('the day is the person’s own, and another one after midnight', async () => {
  const driven = await begun();
  const today = async () => {
    const answer = await driven.call('readProgress');
    return answer.ok ? (answer.value as { today: string }).today : answer.error;
  };
  driven.clock.setWall(new Date(2026, 10, 22, 23, 59, 59));
  expect(await today()).toBe('2026-11-22');
  driven.clock.pass(1000);
  expect(await today()).toBe('2026-11-23');
});
