import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Plan } from '../../../src/core/prompter/plan.ts';
import { storyPrint } from '../../../src/core/rehearsal/fingerprint.ts';
import { formatRecord, type RunRecord } from '../../../src/core/rehearsal/record.ts';
import type { Progress, StoryPractice } from '../../../src/core/rehearsal/state.ts';
import type { Story } from '../../../src/core/stories/model.ts';
import { practiceLogFile } from '../../../src/services/practice/log.ts';
import { recordOf, runOn } from '../../core/rehearsal/records.ts';
import { interviewOf } from '../../core/rehearsal/stories.ts';
import { rehearsedApp, toldStory, type Rehearsed } from '../rehearsal/rehearsal-driver.ts';
import { tempFolder } from '../temp-folder.ts';

vi.setConfig({ testTimeout: 30_000 });

const files = { 'a.md': toldStory('Count the berths'), 'b.md': toldStory('Calm the fishermen', 'Trust') };
const berths = 'a-ownership-count-the-berths';

/** The program with a log of these runs. */
async function withLog(runs: RunRecord[], stories: Record<string, string> = files): Promise<Rehearsed> {
  const settingsDir = await tempFolder();
  await writeFile(practiceLogFile(settingsDir), runs.map((run) => `${formatRecord(run)}\n`).join(''));
  return rehearsedApp(stories, { settingsDir });
}

async function read<Value>(driven: Rehearsed, ...[name, input]: Parameters<Rehearsed['call']>): Promise<Value> {
  const answer = await driven.call(name, input);
  if (!answer.ok) throw new Error(answer.error);
  return answer.value as Value;
}

const progressOf = (driven: Rehearsed) => read<Progress>(driven, 'readProgress');

async function printOf(driven: Rehearsed, id: string) {
  const story = await read<Story | null>(driven, 'readStory', { id });
  if (story === null) throw new Error(`No story has the id ${id}.`);
  const [print] = storyPrint(story).fingerprints;
  return { fingerprint: print?.whole ?? '', parts: print?.parts ?? [] };
}

describe('readProgress', () => {
  test('of no log at all has every story due, and is plain data', async () => {
    const driven = await rehearsedApp(files);
    const progress = await progressOf(driven);
    expect(progress).toMatchObject({
      today: '2026-11-22',
      interviews: [],
      rate: null,
      log: { file: practiceLogFile(driven.settingsDir), runs: 0, pending: 0 },
      offers: [],
    });
    expect(progress.due.map(({ storyId, why }) => [storyId, why])).toEqual([
      [berths, 'new'],
      [driven.id('Calm the fishermen'), 'new'],
    ]);
    expect(structuredClone(progress)).toEqual(progress);
  });

  test('follows the interview and the competencies in the settings', async () => {
    const driven = await withLog([runOn('2026-11-21', { story: berths, rating: 'easy' })]);
    expect((await progressOf(driven)).due.find(({ storyId }) => storyId === berths)?.why).toBe('rested');
    const interview = interviewOf('1', { day: '2026-11-27', competencies: ['Thrift', 'trust'] });
    await driven.call('changeSettings', { interviews: [interview] });
    const progress = await progressOf(driven);
    expect(progress.interviews.map(({ id, day, due }) => [id, day, due.length])).toEqual([['1', '2026-11-27', 2]]);
    expect(progress.due.find(({ storyId }) => storyId === berths)).toMatchObject({
      why: 'interview',
      dueDay: '2026-11-24',
    });
    expect(progress.matrix.rows.map(({ competency }) => competency)).toEqual(['Ownership', 'Trust', 'Thrift']);
    expect(progress.matrix.gaps).toContainEqual({ competency: 'Thrift', why: 'no-story' });
  });

  test('offers the person’s own rate where the setting says another one', async () => {
    const read = { story: berths, level: 'full' as const, words: 300, totalMs: 120_000 };
    const driven = await withLog([runOn('2026-11-20', read), runOn('2026-11-21', read)]);
    expect((await progressOf(driven)).rate).toEqual({ wordsPerMinute: 150, runs: 2 });
    await driven.call('changeSettings', { wordsPerMinute: 150 });
    expect((await progressOf(driven)).rate).toBeNull();
  });

  test('is kept until a story changes, and then made again', async () => {
    const driven = await withLog([runOn('2026-11-21', { story: berths })]);
    expect((await progressOf(driven)).due).toHaveLength(2);
    await driven.write('c.md', toldStory('Find the leak'));
    await driven.call('rescan');
    expect((await progressOf(driven)).due).toHaveLength(3);
  });
});

test('who reads the progress is not told by it that it changed, whether there is a log or not', async () => {
  for (const driven of [await rehearsedApp(files), await withLog([runOn('2026-11-21')])]) {
    await progressOf(driven);
    driven.events.length = 0;
    await progressOf(driven);
    await progressOf(driven);
    expect(driven.events).toEqual([]);
  }
});

describe('readStoryPractice', () => {
  test('has the latest 200 runs of a story, the best of all, and when it is due', async () => {
    const runs = Array.from({ length: 250 }, (_, index) =>
      recordOf({
        story: berths,
        at: new Date(Date.UTC(2026, 0, 1) + index * 86_400_000).toISOString(),
        totalMs: index === 3 ? 120_000 : 100_000 + index,
      }),
    );
    const driven = await withLog(runs);
    const practice = await read<StoryPractice>(driven, 'readStoryPractice', { id: berths });
    expect(practice.series).toHaveLength(200);
    expect(practice.series.at(-1)?.totalMs).toBe(100_249);
    expect(practice.best?.totalMs).toBe(120_000);
    expect(practice.learned).toBeNull();
    expect(practice.due.storyId).toBe(berths);
  });

  test('of a story that is gone is null', async () => {
    const driven = await withLog([runOn('2026-11-21', { story: 'old' })]);
    expect(await driven.call('readStoryPractice', { id: 'old' })).toEqual({ ok: true, value: null });
  });
});

describe('a renamed story', () => {
  test('keeps its history by its text', async () => {
    const driven = await rehearsedApp(files);
    const run = runOn('2026-11-21', { story: 'a-ownership-old-heading', ...(await printOf(driven, berths)) });
    const renamed = await withLog([run]);
    expect((await progressOf(renamed)).stories.find(({ storyId }) => storyId === berths)?.runs).toBe(1);
    expect((await progressOf(renamed)).offers).toEqual([]);
  });

  test('and rewritten is offered its history, which is joined when the person says so, for good', async () => {
    const run = runOn('2026-11-21', { story: 'old', question: 'When did you count the berths?' });
    const driven = await withLog([run]);
    const [offer] = (await progressOf(driven)).offers;
    expect(offer).toMatchObject({ from: 'old', to: berths, runs: 1 });
    expect(await driven.call('joinHistory', { from: 'old', to: berths })).toEqual({ ok: true, value: null });
    const joined = await progressOf(driven);
    expect(joined.offers).toEqual([]);
    expect(joined.stories.find(({ storyId }) => storyId === berths)?.runs).toBe(1);
    expect(await driven.joins()).toMatchObject([{ from: 'old', to: berths }]);
    expect(driven.events.filter(({ name }) => name === 'practiceChanged').length).toBeGreaterThan(0);

    await driven.app.close();
    const next = await rehearsedApp(files, { settingsDir: driven.settingsDir });
    expect((await progressOf(next)).stories.find(({ storyId }) => storyId === berths)?.runs).toBe(1);
  });

  test('that was joined to the wrong story can be given to another, and taken from all', async () => {
    const driven = await withLog([runOn('2026-11-21', { story: 'old', question: 'When did you count the berths?' })]);
    const runsOf = async (id: string) => (await progressOf(driven)).stories.find(({ storyId }) => storyId === id)?.runs;
    const other = driven.state().library.stories.find(({ id }) => id !== berths)?.id ?? '';
    for (const to of [other, berths]) {
      expect(await driven.call('joinHistory', { from: 'old', to })).toEqual({ ok: true, value: null });
      expect(await runsOf(to)).toBe(1);
    }
    expect(await runsOf(other)).toBe(0);
    expect(await driven.call('joinHistory', { from: 'old', to: null })).toEqual({ ok: true, value: null });
    expect(await runsOf(berths)).toBe(0);
    expect(await driven.call('joinHistory', { from: berths, to: other })).toMatchObject({ ok: false });
  });

  test('is not offered what was declined, nor joined to what isn’t there', async () => {
    const driven = await withLog([runOn('2026-11-21', { story: 'old', question: 'When did you count the berths?' })]);
    expect(await driven.call('joinHistory', { from: 'never', to: berths })).toEqual({
      ok: false,
      error: 'There are no unassigned runs of “never” any more. Look at the progress again.',
    });
    expect(await driven.call('joinHistory', { from: 'old', to: 'never' })).toMatchObject({ ok: false });
    await driven.call('joinHistory', { from: 'old', to: null });
    expect((await progressOf(driven)).offers).toEqual([]);
  });
});

describe('openLog', () => {
  test('opens the file once there is one', async () => {
    const driven = await withLog([runOn('2026-11-21')]);
    await driven.call('changeSettings', { editor: null });
    vi.stubEnv('PATH', '');
    vi.stubEnv('VISUAL', '');
    vi.stubEnv('EDITOR', '');
    expect(await driven.call('openLog')).toEqual({ ok: true, value: null });
    expect(driven.shell.opened).toEqual([practiceLogFile(driven.settingsDir)]);
    vi.unstubAllEnvs();
  });

  test('says what to do without a log', async () => {
    const driven = await rehearsedApp(files);
    expect(await driven.call('openLog')).toEqual({
      ok: false,
      error: `There are no runs yet, so ${path.join(driven.settingsDir, 'practice-log.jsonl')} doesn’t exist. Rehearse a story first.`,
    });
  });
});

describe('a plan by the last good runs', () => {
  test('is what the prompter and the next run go by; a story without them goes by its words', async () => {
    const driven = await rehearsedApp(files);
    await driven.call('changeSettings', { planBy: 'runs' });
    const byWords = driven.state().session.plan;
    for (const _ of [1, 2]) {
      await driven.rehearse(berths);
      for (const ms of [10_000, 10_000, 60_000, 40_000]) {
        driven.clock.pass(ms);
        await driven.act('nextSection');
      }
      await driven.act({ type: 'rate', rating: 'good' });
      await driven.call('nextAsk');
    }
    const lengthsOf = ({ sections }: Plan) => sections.map(({ startMs, endMs }) => endMs - startMs);
    const learned = [10_000, 10_000, 60_000, 40_000];
    expect(lengthsOf(driven.state().session.plan)).toEqual(learned);
    expect(lengthsOf(byWords)).not.toEqual(learned);
    expect(await read<StoryPractice>(driven, 'readStoryPractice', { id: berths })).toMatchObject({ learned: 2 });
    await driven.rehearse(berths, { targetMs: 60_000 });
    expect(driven.at('answer').plan.sections.map(({ endMs }) => endMs)).toEqual([5000, 10_000, 40_000, 60_000]);
    await driven.rehearse(driven.id('Calm the fishermen'));
    // Told in the same words, so that its plan by words is the other one's too.
    expect(lengthsOf(driven.at('answer').plan)).toEqual(lengthsOf(byWords));
    await driven.call('closeRehearsal');
    await driven.call('changeSettings', { planBy: 'words' });
    expect(driven.state().session.plan).toEqual(byWords);
  });
});
