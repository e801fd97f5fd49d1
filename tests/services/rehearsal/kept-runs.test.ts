import { readdir, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { formatRecord } from '../../../src/core/rehearsal/record.ts';
import { draftFile, newDraftOwner } from '../../../src/services/practice/run-drafts.ts';
import { recordOf } from '../../core/rehearsal/records.ts';
import { tempFolder } from '../temp-folder.ts';
import { rehearsedApp, toldStory } from './rehearsal-driver.ts';

const files = { 'a.md': toldStory('Count the berths') };
const gone = { ...newDraftOwner(), pid: 4_999_999 };
const drafts = async (folder: string) => (await readdir(folder)).filter((name) => /^run-.*\.json$/u.test(name));

describe('runs that ended in a page without the program', () => {
  test('are logged, each once', async () => {
    const driven = await rehearsedApp(files);
    const runs = [recordOf(), recordOf({ at: '2026-11-20T19:30:00.000+01:00' })];
    await driven.call('keepRuns', { runs, takenOver: null });
    await driven.call('keepRuns', { runs, takenOver: null });
    expect(await driven.runs()).toEqual(runs);
    expect(await drafts(driven.settingsDir)).toEqual([]);
  });

  test('that were rated another way after they were logged count as rated last', async () => {
    const driven = await rehearsedApp(files);
    const run = recordOf({ rating: 'good' });
    const rated = { ...run, rating: 'again' as const, replaces: run.at };
    await driven.call('keepRuns', { runs: [run], takenOver: null });
    await driven.call('keepRuns', { runs: [rated], takenOver: null });
    await driven.call('keepRuns', { runs: [run, rated], takenOver: null });
    expect(await driven.runs()).toEqual([run, rated]);
  });

  test('are refused where the log couldn’t read them', async () => {
    const driven = await rehearsedApp(files);
    const runs = [{ ...recordOf(), replaces: 'yesterday' }];
    expect(await driven.call('keepRuns', { runs, takenOver: null })).toMatchObject({ ok: false });
    expect(await driven.runs()).toEqual([]);
  });

  test('leave another rehearsal alone', async () => {
    const driven = await rehearsedApp(files);
    const story = driven.id('Count the berths');
    await driven.rehearse(story);
    await driven.call('keepRuns', { runs: [recordOf({ story })], takenOver: null });
    expect(driven.rehearsal().step).toBe('answer');
  });
});

describe('a run that a page went on with', () => {
  test('isn’t logged by the program that still had it', async () => {
    const driven = await rehearsedApp(files);
    const story = driven.id('Count the berths');
    await driven.rehearse(story);
    driven.clock.pass(9000);
    await driven.act('nextSection');
    await driven.call('keepRuns', { runs: [], takenOver: story });
    expect(driven.state().rehearsal).toBeNull();
    const run = recordOf({ story });
    await driven.call('keepRuns', { runs: [run], takenOver: null });
    expect(await driven.runs()).toEqual([run]);
    await driven.app.close();
    expect(await driven.runs()).toEqual([run]);
    expect(await drafts(driven.settingsDir)).toEqual([]);
  });

  /** The next program, after one that was killed in the middle of a run. */
  async function afterKill(story: string) {
    const settingsDir = await tempFolder();
    const draft = recordOf({ story, at: '2026-11-20T18:29:00.000+01:00', totalMs: 5000, finished: false });
    await writeFile(draftFile(settingsDir, gone, 1), `${formatRecord(draft)}\n`);
    const driven = await rehearsedApp(files, { settingsDir, recoverAfterMs: 10_000 });
    await driven.call('readProgress');
    const settle = async () => {
      driven.clock.pass(10_000);
      await expect.poll(async () => (await driven.runs()).length + (await drafts(settingsDir)).length).toBe(1);
    };
    return { driven, draft, settle, settingsDir };
  }

  test('replaces the draft of the program that was killed', async () => {
    const { driven, settle } = await afterKill('a-story');
    await driven.call('keepRuns', { runs: [], takenOver: 'a-story' });
    await settle();
    expect(await driven.runs()).toEqual([]);
    const run = recordOf({ story: 'a-story' });
    await driven.call('keepRuns', { runs: [run], takenOver: null });
    expect(await driven.runs()).toEqual([run]);
    await settle();
  });

  test('takes the place of its draft where the page comes back too late', async () => {
    const { driven, draft, settle } = await afterKill('a-story');
    await settle();
    await expect.poll(driven.runs).toEqual([draft]);
    const run = recordOf({ story: 'a-story' });
    await driven.call('keepRuns', { runs: [], takenOver: 'a-story' });
    await driven.call('keepRuns', { runs: [run], takenOver: null });
    expect(await driven.runs()).toEqual([draft, { ...run, replaces: draft.at }]);
    expect(await driven.call('readProgress')).toMatchObject({ value: { log: { runs: 1 } } });
  });

  test.each(['before', 'after'])(
    'counts once if another story was taken for it there, %s its draft is',
    async (when) => {
      const { driven, draft, settle, settingsDir } = await afterKill('a-story');
      if (when === 'after') {
        await settle();
        await expect.poll(driven.runs).toEqual([draft]);
      }
      await driven.call('keepRuns', { runs: [], takenOver: 'a-story' });
      await driven.call('keepRuns', { runs: [recordOf({ story: 'another-story' })], takenOver: null });
      await driven.app.close();
      const next = await rehearsedApp(files, { settingsDir });
      expect(await next.call('readProgress')).toMatchObject({ value: { log: { runs: 1 } } });
      expect((await next.runs()).at(-1)).toMatchObject({ story: 'another-story' });
      expect(await drafts(settingsDir)).toEqual([]);
    },
  );

  test.each(['before', 'after'])('is logged once where that page was closed, %s its draft is', async (when) => {
    const { driven, draft, settle } = await afterKill('a-story');
    const run = recordOf({ story: 'a-story' });
    const later = recordOf({ story: 'a-story', at: '2026-11-20T18:33:00.000+01:00' });
    if (when === 'after') {
      await settle();
      await expect.poll(driven.runs).toEqual([draft]);
    }
    await driven.call('keepRuns', { runs: [run, later], takenOver: null });
    driven.clock.pass(10_000);
    await expect.poll(() => drafts(driven.settingsDir)).toEqual([]);
    expect(await driven.call('readProgress')).toMatchObject({ value: { log: { runs: 2 } } });
    expect((await driven.runs()).at(-1)).toEqual(later);
  });

  test('and that was discarded there isn’t logged', async () => {
    const { driven, settingsDir } = await afterKill('a-story');
    await driven.call('keepRuns', { runs: [], takenOver: 'a-story', over: 'a-story' });
    expect(await drafts(settingsDir)).toEqual([]);
    driven.clock.pass(10_000);
    await driven.app.close();
    const next = await rehearsedApp(files, { settingsDir });
    await next.call('readProgress');
    expect(await next.runs()).toEqual([]);
  });

  test('and that was discarded there gives way to the next answer, with any story, where it was logged before', async () => {
    const { driven, draft, settle } = await afterKill('a-story');
    await settle();
    await expect.poll(driven.runs).toEqual([draft]);
    const run = recordOf({ story: 'another-story', totalMs: 30_000 });
    await driven.call('keepRuns', { runs: [run], takenOver: 'a-story', over: 'a-story' });
    expect(await driven.runs()).toEqual([draft, { ...run, replaces: draft.at }]);
  });

  test('leaves its draft to the next start where the page never comes back', async () => {
    const { driven, draft, settle, settingsDir } = await afterKill('a-story');
    await driven.call('keepRuns', { runs: [], takenOver: 'a-story' });
    await settle();
    await driven.app.close();
    const next = await rehearsedApp(files, { settingsDir });
    await next.call('readProgress');
    expect(await next.runs()).toEqual([draft]);
  });

  test('that no page went on with is logged after a while', async () => {
    const { driven, draft, settle } = await afterKill('a-story');
    expect(await driven.runs()).toEqual([]);
    await settle();
    await expect.poll(driven.runs).toEqual([draft]);
  });
});
