import type { Ask } from '../../../src/core/rehearsal/questions.ts';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { defaultSetup } from '../../../src/core/rehearsal/questions.ts';
import type { DueStory } from '../../../src/core/rehearsal/due.ts';
import { readinessOf } from '../../../src/core/rehearsal/readiness.ts';
import type { Progress } from '../../../src/core/rehearsal/state.ts';
import { interviewOf } from '../../core/rehearsal/stories.ts';
import { rehearsedApp } from './rehearsal-driver.ts';

vi.setConfig({ testTimeout: 30_000 });

/** The file that the program was made for is private and not part of the project, so this test shows only figures. */
const beside = new URL('../../../../shared/stories/interview-stories.md', import.meta.url);
const file = process.env['OFFBOOK_REAL_STORIES'] ?? beside;

describe.skipIf(!existsSync(file))('a file of real stories', () => {
  const files = { 'stories.md': existsSync(file) ? readFileSync(file, 'utf8') : '' };

  test('has a story of five sections rehearsed: each planned and spoken, one line in the log', async () => {
    const driven = await rehearsedApp(files);
    const [, second] = driven.state().library.stories;
    await driven.rehearse(second?.id ?? '');
    expect(driven.run().sections).toHaveLength(5);
    const spoken = [20_100, 11_250, 66_080, 12_400, 9333];
    for (const ms of spoken) {
      driven.clock.pass(ms);
      await driven.act('nextSection');
    }
    await driven.act({ type: 'rate', rating: 'good' });
    await driven.call('nextAsk');
    const [run, ...others] = await driven.runs();
    expect(others).toEqual([]);
    expect(run?.sections.map(({ spokenMs }) => spokenMs)).toEqual(spoken);
    expect(run?.sections.reduce((sum, { plannedMs }) => sum + plannedMs, 0)).toBe(run?.targetMs);
    expect(run?.finished).toBe(true);
  });

  test('gives a mock interview of all its stories, each once, at least one by another question', async () => {
    const driven = await rehearsedApp(files);
    const count = driven.state().library.stories.length;
    await driven.call('startMock', { count: 5, thinkMs: 1000, targetMs: null });
    const asks: Ask[] = [];
    // Questions that weren’t even thought about are passed over.
    for (let place = 0; driven.state().rehearsal?.at === place; place += 1) {
      expect(driven.rehearsal().of).toBe(Math.min(5, count));
      asks.push(driven.at('answer').ask);
      await driven.call('nextAsk');
    }
    expect(asks).toHaveLength(Math.min(5, count));
    expect(new Set(asks.map(({ storyId }) => storyId)).size).toBe(asks.length);
    expect(asks.some(({ kind }) => kind === 'alternate')).toBe(true);
  });

  test('is ready for an interview tomorrow at nine after 40 minutes, and each rating keeps its promise', async () => {
    const driven = await rehearsedApp(files);
    await driven.call('changeSettings', { interviews: [interviewOf('1', { day: '2026-11-23', time: '09:00' })] });
    const began = driven.clock.wallTime().getTime();
    const due = async (): Promise<DueStory[]> => {
      const progress = await driven.call('readProgress');
      return progress.ok ? ((progress.value as Progress).interviews[0]?.due ?? []) : [];
    };
    const { stories } = driven.state().library;
    expect(readinessOf(await due()).again).toHaveLength(stories.length);
    for (const rating of ['again', 'good'] as const) {
      expect(await driven.call('startRehearsal', { ...defaultSetup, budgetMs: 20 * 60_000 })).toMatchObject({
        ok: true,
      });
      expect(driven.rehearsal().of).toBe(stories.length);
      while (driven.rehearsal().step !== 'sheet') {
        driven.clock.pass(defaultSetup.thinkMs);
        // As long as the text, or the target, takes.
        const { ask, run } = driven.at('answer');
        const text = stories.find(({ id }) => id === ask.storyId)?.estimateMs ?? 0;
        driven.clock.pass(Math.max(text, run.targetMs));
        await driven.act('finish');
        if (driven.rehearsal().step === 'followUp') await driven.act('end');
        const { result } = driven.at('result');
        await driven.act({ type: 'rate', rating });
        await driven.call('nextAsk');
        const promised = result.nextByRating?.[rating];
        const now = (await due()).find(({ storyId }) => storyId === ask.storyId);
        expect(now).toMatchObject({ inDays: promised?.inDays ?? Number.NaN, isReady: promised?.isReady ?? null });
      }
      await driven.call('closeRehearsal');
    }
    expect(readinessOf(await due()).again).toEqual([]);
    expect((driven.clock.wallTime().getTime() - began) / 60_000).toBeLessThanOrEqual(40);
  });
});
