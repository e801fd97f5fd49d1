import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { answerCall } from '../../../src/core/contract/answer-call.ts';
import { defaultSetup, type Ask, type RehearsalSetup } from '../../../src/core/rehearsal/questions.ts';
import { interviewOf } from '../../core/rehearsal/stories.ts';
import { driveApp } from '../app-driver.ts';
import { alsoAsks, rehearsedApp, toldStory, type Rehearsed } from './rehearsal-driver.ts';

// Real files and workers on a computer that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const files = {
  'a.md': toldStory('Count the berths'),
  'b.md': toldStory('Calm the fishermen', 'Trust'),
  'c.md': toldStory('Find the leak'),
};

/** With the first story's run begun, or another one's. */
async function begun(more: Parameters<Rehearsed['rehearse']>[1] = {}): Promise<Rehearsed> {
  const driven = await rehearsedApp(files);
  await driven.rehearse(driven.id('Count the berths'), more);
  return driven;
}

async function markAll(driven: Rehearsed, ...spokenMs: number[]): Promise<void> {
  for (const ms of spokenMs) {
    driven.clock.pass(ms);
    await driven.act('nextSection');
  }
}

/** Through the result, on to the next question or the sheet at the end. */
const goOn = (driven: Rehearsed) => driven.call('nextAsk');

describe('a run', () => {
  test('marked section by section is one line in the log, exact to the millisecond', async () => {
    const driven = await begun();
    await markAll(driven, 31_234, 12_001, 65_000.4, 14_321);
    expect(driven.rehearsal()).toMatchObject({ step: 'result', at: 0, result: { record: { totalMs: 122_556 } } });
    expect(await driven.runs()).toEqual([]);

    driven.clock.pass(20_000);
    await driven.act({ type: 'rate', rating: 'hard' });
    await goOn(driven);
    expect(driven.rehearsal().step).toBe('sheet');
    const runs = await driven.runs();
    expect(runs).toHaveLength(1);
    const plan = driven.state().session.plan.sections;
    expect(runs[0]).toMatchObject({
      story: driven.id('Count the berths'),
      group: 'Ownership',
      title: 'Count the berths',
      question: 'When did you count the berths?',
      questionKind: 'question',
      level: 'outline',
      targetMs: 120_000,
      totalMs: 122_556,
      finished: true,
      rating: 'hard',
      suggested: 'good',
    });
    expect(runs[0]?.sections).toEqual(
      [31_234, 12_001, 65_000, 14_321].map((spokenMs, index) => ({
        kind: plan[index]?.kind,
        label: plan[index]?.label,
        plannedMs: (plan[index]?.endMs ?? 0) - (plan[index]?.startMs ?? 0),
        spokenMs,
      })),
    );
    // Dated by when it ended, not by when it was rated.
    const endedAt = new Date(runs[0]?.at ?? '');
    expect(driven.clock.wallTime().getTime() - endedAt.getTime()).toBe(20_000);
    expect(runs[0]?.at).toMatch(/^2026-11-22T\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/u);
  });

  test('starts with the think time, and the answer begins when that is over', async () => {
    const driven = await begun({ thinkMs: 10_000 });
    expect(driven.run().phase).toBe('thinking');
    driven.clock.pass(9999);
    expect(driven.run().phase).toBe('thinking');
    driven.clock.pass(1);
    expect(driven.run().phase).toBe('speaking');
    expect(driven.events.findLast(({ name }) => name === 'rehearsalChanged')?.payload).toMatchObject({
      run: { phase: 'speaking' },
    });
    await markAll(driven, 4000, 3000, 2000, 1000);
    await goOn(driven);
    expect((await driven.runs())[0]).toMatchObject({ totalMs: 10_000 });
  });

  test('has its marks taken back, also the one that ended it', async () => {
    const driven = await begun();
    await markAll(driven, 10_000, 5000);
    await driven.act('undo');
    await markAll(driven, 7000, 6000, 4000);
    expect(driven.rehearsal().step).toBe('result');
    driven.clock.pass(3000);
    await driven.act('undo');
    expect(driven.rehearsal()).toMatchObject({ step: 'answer', run: { phase: 'speaking' } });
    await markAll(driven, 2000);
    await goOn(driven);
    const [run] = await driven.runs();
    expect(run?.sections.map(({ spokenMs }) => spokenMs)).toEqual([10_000, 12_000, 6000, 9000]);
  });

  test('its clock stops while it is paused', async () => {
    const driven = await begun();
    driven.clock.pass(10_000);
    await driven.act('pause');
    driven.clock.pass(60_000);
    await driven.act('nextSection');
    await driven.act('resume');
    await markAll(driven, 5000, 5000, 5000, 5000);
    await goOn(driven);
    expect((await driven.runs())[0]).toMatchObject({ totalMs: 30_000 });
  });

  test('logs its level, its peeks and what was ticked as left out', async () => {
    const driven = await begun({ level: 'initials' });
    await driven.act('peekDown');
    await driven.act('peekUp');
    driven.clock.pass(20_000);
    await driven.act({ type: 'setLevel', level: 'nothing' });
    await markAll(driven, 10_000, 10_000, 40_000, 20_000);
    const items = driven.at('result').outline.flatMap((section) => section.items);
    const [first, second] = items;
    await driven.act({ type: 'setMissed', itemId: first?.id ?? '', missed: true });
    await driven.act({ type: 'setMissed', itemId: second?.id ?? '', missed: true });
    await driven.act({ type: 'setMissed', itemId: second?.id ?? '', missed: false });
    expect(driven.at('result').result.reasons).toEqual(['1 left out', '1 peek']);
    await goOn(driven);
    expect((await driven.runs())[0]).toMatchObject({
      level: 'initials',
      levelChanges: [{ atMs: 20_000, level: 'nothing' }],
      peeks: 1,
      missed: [{ id: first?.id, text: first?.text }],
      items: 7,
      rating: null,
    });
  });

  test('tells in how many days the story is due again, and its earlier runs', async () => {
    const driven = await begun();
    await markAll(driven, 30_000, 30_000, 30_000, 30_000);
    const before = driven.at('result').result;
    expect(before.earlier).toEqual([]);
    expect(before.nextByRating?.again.inDays).toBe(0);
    expect(before.nextByRating?.easy.inDays).toBeGreaterThan(before.nextByRating?.good.inDays ?? Number.NaN);
    await driven.call('repeatAsk');
    await markAll(driven, 30_000, 30_000, 30_000, 31_000);
    expect(driven.at('result').result.earlier.map(({ totalMs }) => totalMs)).toEqual([120_000]);
    await goOn(driven);
    expect((await driven.runs()).map(({ totalMs }) => totalMs)).toEqual([120_000, 121_000]);
  });

  test('goes to its follow-up before its result, where one was drawn and it was finished', async () => {
    const driven = await begun({ followUps: true });
    await markAll(driven, 10_000, 10_000, 10_000, 10_000);
    expect(driven.rehearsal()).toMatchObject({
      step: 'followUp',
      run: { endedAtMs: driven.clock.nowMs() },
      ask: { followUp: 'What would you do differently?' },
    });
    driven.clock.pass(30_000);
    await goOn(driven);
    expect(driven.rehearsal()).toMatchObject({ step: 'result', run: { finished: true } });
    await goOn(driven);
    expect((await driven.runs())[0]).toMatchObject({ totalMs: 40_000, followUp: 'What would you do differently?' });
  });
});

describe('leaving', () => {
  test('early keeps what the person said', async () => {
    const driven = await begun();
    await markAll(driven, 12_000);
    driven.clock.pass(3000);
    await driven.call('closeRehearsal');
    expect(driven.state().rehearsal).toBeNull();
    const [run] = await driven.runs();
    expect(run).toMatchObject({ finished: false, totalMs: 15_000, suggested: 'again' });
    expect(run?.sections.map(({ spokenMs }) => spokenMs)).toEqual([12_000, 3000, null, null]);
  });

  test('by the person shows the result first, and is never finished, however far it was', async () => {
    const driven = await begun();
    await markAll(driven, 10_000, 10_000, 10_000);
    driven.clock.pass(5000);
    await driven.act('end');
    expect(driven.rehearsal().step).toBe('result');
    await driven.call('closeRehearsal');
    expect((await driven.runs())[0]).toMatchObject({ finished: false, totalMs: 35_000 });
  });

  test('otherwise is never finished either: nobody said so', async () => {
    const driven = await begun();
    await markAll(driven, 10_000, 10_000, 10_000);
    driven.clock.pass(5000);
    await driven.call('closeRehearsal');
    expect((await driven.runs())[0]).toMatchObject({ finished: false, totalMs: 35_000 });
  });

  test('while thinking tells how many of the questions were asked', async () => {
    const driven = await rehearsedApp(files);
    await driven.rehearse('', { stories: { which: 'all' }, thinkMs: 5000 });
    await goOn(driven);
    await driven.act('end');
    expect(driven.state().rehearsal).toBeNull();
    expect(driven.notices()).toEqual(['info: The rehearsal ended early: 2 of 3 questions were asked.']);
  });

  test('while thinking logs nothing', async () => {
    const driven = await begun({ thinkMs: 10_000 });
    driven.clock.pass(4000);
    await driven.act('end');
    expect(driven.state().rehearsal).toBeNull();
    expect(await driven.runs()).toEqual([]);
  });

  test('in its last section, but before a second was spoken, asks no follow-up and logs nothing', async () => {
    const twoSections = toldStory('Count the berths').replace(/> \* T:[^]*?(?=> \* R:)/u, '');
    const driven = await rehearsedApp({ 'a.md': twoSections });
    await driven.rehearse(driven.id('Count the berths'), { followUps: true });
    await markAll(driven, 600);
    driven.clock.pass(300);
    await driven.act('end');
    expect(driven.state().rehearsal).toBeNull();
    expect(await driven.runs()).toEqual([]);
  });

  test('at once, as by a slip of the finger, logs nothing', async () => {
    const driven = await begun();
    driven.clock.pass(999);
    await driven.act('end');
    expect(driven.state().rehearsal).toBeNull();
    expect(await driven.runs()).toEqual([]);
  });

  test('by ending the program keeps it too', async () => {
    const driven = await begun();
    await markAll(driven, 8000);
    expect(await driven.app.close()).toEqual([]);
    expect((await driven.runs())[0]).toMatchObject({ finished: false, totalMs: 8000 });
  });

  test('for another rehearsal keeps it too', async () => {
    const driven = await begun();
    await markAll(driven, 8000);
    await driven.rehearse(driven.id('Find the leak'));
    expect(driven.at('answer').ask.storyId).toBe(driven.id('Find the leak'));
    expect(await driven.runs()).toMatchObject([{ title: 'Count the berths', totalMs: 8000 }]);
  });

  test('does nothing without a rehearsal; what needs one says so', async () => {
    const driven = await rehearsedApp(files);
    expect(await driven.call('closeRehearsal')).toEqual({ ok: true, value: null });
    // Another view has left it a moment before.
    expect(await driven.call('nextAsk', { at: 0, step: 'result' })).toEqual({ ok: true, value: null });
    for (const name of ['nextAsk', 'repeatAsk'] as const) {
      expect(await driven.call(name)).toEqual({ ok: false, error: 'No rehearsal is running. Start one first.' });
    }
    await expect(driven.act('begin')).rejects.toThrow('No rehearsal is running.');
  });
});

describe('questions', () => {
  test('are passed once where two views go on at once', async () => {
    const driven = await rehearsedApp(files);
    await driven.rehearse('', { stories: { which: 'all' }, followUps: true });
    driven.clock.pass(5000);
    await driven.act('finish');
    const both = (step: 'followUp' | 'result') =>
      Promise.all([driven.call('nextAsk', { at: 0, step }), driven.call('nextAsk', { at: 0, step })]);
    await both('followUp');
    expect(driven.rehearsal()).toMatchObject({ at: 0, step: 'result' });
    expect(await both('result')).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(driven.rehearsal()).toMatchObject({ at: 1, step: 'answer' });
    expect(await driven.runs()).toHaveLength(1);
  });

  test('go on while another folder is being read, and are of the stories that they were drawn from', async () => {
    const driven = await rehearsedApp(files);
    await driven.rehearse('', { stories: { which: 'all' } });
    driven.clock.pass(5000);
    await driven.act('finish');
    const opening = driven.call('addFolder', { path: (await rehearsedApp({ 'd.md': toldStory('Fix it') })).folder });
    await driven.until(({ library }) => library.status === 'loading');
    await goOn(driven);
    expect(driven.rehearsal()).toMatchObject({
      at: 1,
      step: 'answer',
      ask: { question: 'When did you calm the fishermen?' },
    });
    await driven.call('repeatAsk');
    await opening;
    await driven.ready();
    expect(driven.notices()).toEqual([]);
    await goOn(driven);
  });

  test('of another rehearsal replace those of the current one at once', async () => {
    const driven = await begun();
    await markAll(driven, 9000);
    driven.events.length = 0;
    await driven.rehearse(driven.id('Find the leak'));
    const shown = driven.events.filter(({ name }) => name === 'rehearsalChanged').map(({ payload }) => payload);
    expect(shown).toMatchObject([{ ask: { storyId: driven.id('Find the leak') } }]);
    expect(await driven.runs()).toMatchObject([{ title: 'Count the berths', totalMs: 9000 }]);
  });

  test('come one after the other, but not in the middle of an answer', async () => {
    const driven = await rehearsedApp(files);
    await driven.rehearse('', { stories: { which: 'all' }, thinkMs: 5000 });
    const [first, second] = driven.state().library.stories;
    expect(driven.rehearsal()).toMatchObject({ at: 0, of: 3, ask: { storyId: first?.id } });
    await driven.act('begin');
    driven.clock.pass(20_000);
    expect(await goOn(driven)).toEqual({ ok: false, error: 'Finish this answer before the next question.' });
    await driven.act('finish');
    await goOn(driven);
    expect(driven.rehearsal()).toMatchObject({
      at: 1,
      step: 'answer',
      ask: { storyId: second?.id },
      run: { phase: 'thinking' },
    });
    // Not even thought about: passed over.
    await goOn(driven);
    await driven.act('begin');
    driven.clock.pass(20_000);
    await driven.act('finish');
    await goOn(driven);
    const { sheet } = driven.at('sheet');
    expect(sheet.answers.map(({ run }) => run?.title ?? null)).toEqual(['Count the berths', null, 'Find the leak']);
    expect((await driven.runs()).map(({ title }) => title)).toEqual(['Count the berths', 'Find the leak']);
  });

  test('that are due come first; when nothing is due, one more round starts', async () => {
    const driven = await rehearsedApp({ 'a.md': toldStory('Count the berths') });
    for (const _ of ['due', 'one more']) {
      expect(await driven.call('startRehearsal', { ...defaultSetup, thinkMs: 0 })).toEqual({ ok: true, value: null });
      await markAll(driven, 30_000, 30_000, 30_000, 30_000);
      await driven.act({ type: 'rate', rating: 'good' });
      await goOn(driven);
    }
    expect(await driven.runs()).toHaveLength(2);
  });

  test('that fit into the time, and that the interview is about', async () => {
    const driven = await rehearsedApp(files);
    const start = (more: Partial<RehearsalSetup> = {}) => driven.rehearse('', { stories: { which: 'all' }, ...more });
    await start({ budgetMs: 4 * 60_000 });
    expect(driven.rehearsal().of).toBe(2);
    const [first] = driven.state().library.stories;
    const trust = interviewOf('1', {
      day: '2026-11-30',
      stories: { which: 'some', tags: [], groups: [{ name: first?.group ?? null, texts: [] }] },
    });
    await driven.call('changeSettings', { interviews: [trust], narrowTo: '1' });
    await start();
    expect(driven.rehearsal().of).toBe(
      driven.state().library.stories.filter(({ group }) => group === first?.group).length,
    );
    const none = { ...trust, stories: { which: 'some' as const, tags: ['nowhere'], groups: [] } };
    await driven.call('changeSettings', { interviews: [none] });
    await expect(start()).rejects.toThrow('No story is in the interview');
  });

  test.each([
    [{ which: 'one', id: 'gone' } as const, 'That story isn’t in your files any more. Choose another one.'],
    [{ which: 'group', group: 'Thrift' } as const, 'There are no stories in “Thrift” any more.'],
    [{ which: 'group', group: null } as const, 'There are no stories without a group any more.'],
  ])('of stories that aren’t there: %j', async (stories, sentence) => {
    const driven = await rehearsedApp(files);
    await expect(driven.rehearse('', { stories })).rejects.toThrow(sentence);
    expect(driven.state().rehearsal).toBeNull();
  });

  test('while the stories are still being read', async () => {
    const { folder } = await rehearsedApp(files);
    const driven = await driveApp({ folders: [folder] });
    expect(await answerCall(driven.app.handlers, 'startRehearsal', defaultSetup)).toEqual({
      ok: false,
      error: 'Your stories are still loading. Try again in a moment.',
    });
    await driven.ready();
  });

  test('in a folder without stories', async () => {
    const driven = await rehearsedApp({});
    await expect(driven.rehearse('', { stories: { which: 'all' } })).rejects.toThrow('Open a folder with your stories');
    expect(await driven.call('startMock', { count: 5, thinkMs: 0, targetMs: null })).toEqual({
      ok: false,
      error: 'No stories to rehearse yet. Open a folder with your stories first.',
    });
  });
});

describe('a story file', () => {
  test('saved in mid-run changes nothing in that run, and the next one has it', async () => {
    const driven = await begun();
    await markAll(driven, 10_000);
    await driven.write('a.md', toldStory('Count the berths').replace('Ran both for 2 weeks', 'Ran both for a month'));
    await driven.call('rescan');
    const texts = () => JSON.stringify(driven.at('answer').outline);
    expect(texts()).toContain('2 weeks');
    await markAll(driven, 10_000, 10_000, 10_000);
    await driven.call('repeatAsk');
    expect(texts()).toContain('a month');
    await driven.call('closeRehearsal');
    expect((await driven.runs())[0]?.fingerprint).toMatch(/^[0-9a-f]{16}$/u);
  });

  test('renamed in mid-run is asked again under its new name', async () => {
    const driven = await begun();
    await markAll(driven, 10_000);
    await driven.write('a.md', toldStory('Count the berths').replace('## Count', '## Number'));
    await driven.call('rescan');
    await driven.call('repeatAsk');
    expect(driven.rehearsal()).toMatchObject({
      ask: { storyId: driven.id('Number the berths'), question: 'When did you count the berths?' },
    });
    await driven.write('a.md', toldStory('Count the berths').replace('## Count', '## Measure'));
    await driven.call('rescan');
    await driven.call('repeatAsk');
    expect(driven.at('answer').ask.storyId).toBe(driven.id('Measure the berths'));
    expect(driven.state().session.prompt?.title).toBe('Measure the berths');
  });

  test('deleted in mid-run: the run goes on and is logged', async () => {
    const driven = await begun();
    await markAll(driven, 10_000);
    await rm(path.join(driven.folder, 'a.md'));
    await driven.call('rescan');
    expect(driven.state().library.stories).toHaveLength(2);
    await markAll(driven, 10_000, 10_000, 10_000);
    expect(driven.rehearsal()).toMatchObject({ step: 'result', result: { record: { totalMs: 40_000 } } });
    await goOn(driven);
    expect(await driven.runs()).toMatchObject([{ title: 'Count the berths', finished: true }]);
  });

  test('renamed in mid-run keeps its past on the sheet, and its next dates', async () => {
    const driven = await begun();
    await markAll(driven, 30_000, 30_000, 30_000, 30_000);
    await driven.call('repeatAsk');
    await markAll(driven, 30_000, 30_000, 30_000);
    await driven.write('a.md', toldStory('Count the berths').replace('## Count', '## Number'));
    await driven.call('rescan');
    await markAll(driven, 30_000);
    const { result } = driven.at('result');
    expect(result).toMatchObject({ record: { title: 'Count the berths' }, earlier: [{ totalMs: 120_000 }] });
    // Told twice today: it rests longer than the 8 days of a first run.
    expect(result.nextByRating?.easy.inDays).not.toBe(8);
  });

  test('renamed in mid-run keeps its day before the interview', async () => {
    // Its own text, by which its runs find it again.
    const leak = toldStory('Find the leak').replaceAll('ledgers', 'plans');
    const driven = await rehearsedApp({ ...files, 'c.md': leak });
    await driven.call('changeSettings', { interviews: [interviewOf('1', { day: '2026-11-26' })] });
    await driven.rehearse(driven.id('Find the leak'));
    await markAll(driven, 30_000, 30_000, 30_000, 30_000);
    await driven.call('repeatAsk');
    await markAll(driven, 30_000, 30_000, 30_000);
    await driven.write('c.md', leak.replace('## Find', '## Locate'));
    await driven.call('rescan');
    await markAll(driven, 30_000);
    // The third of three stories: on the last of the three days before the interview, which is in 4 days.
    expect(driven.at('result').result.nextByRating?.easy.inDays).toBe(3);
  });

  test('deleted between two questions: its question is left out, and a message says so', async () => {
    const driven = await rehearsedApp(files);
    await driven.rehearse('', { stories: { which: 'all' } });
    await rm(path.join(driven.folder, 'b.md'));
    await driven.call('rescan');
    driven.clock.pass(20_000);
    await driven.act('finish');
    await goOn(driven);
    expect(driven.rehearsal()).toMatchObject({ at: 2, ask: { storyId: driven.id('Find the leak') } });
    expect(driven.notices()).toContainEqual(
      'info: The story for “When did you calm the fishermen?” isn’t in your files any more, so it was left out.',
    );
  });

  test('renamed between two questions is asked about under its new name', async () => {
    const driven = await rehearsedApp(files);
    await driven.rehearse('', { stories: { which: 'all' } });
    await driven.write('b.md', toldStory('Calm the fishermen', 'Trust').replace('## Calm', '## Soothe'));
    await driven.call('rescan');
    driven.clock.pass(20_000);
    await driven.act('finish');
    await goOn(driven);
    expect(driven.rehearsal()).toMatchObject({
      at: 1,
      ask: { storyId: driven.id('Soothe the fishermen'), question: 'When did you calm the fishermen?' },
    });
  });
});

describe('a mock interview', () => {
  const seven = Object.fromEntries(
    ['Ownership', 'Trust', 'Thrift', 'Depth', 'Trust', 'Haste', 'Depth'].map((group, index) => [
      `${index}.md`,
      toldStory(`Fix the crane ${index}`, group, index % 3 === 0 ? alsoAsks('Pride', `What was hard ${index}?`) : ''),
    ]),
  );
  const mock = { count: 5, thinkMs: 2000, targetMs: 60_000 } as const;

  test('asks five different stories straight on, at least one by another question, and ends with a sheet', async () => {
    let chance = 0;
    const random = () => (chance = (chance + 0.618) % 1);
    const driven = await rehearsedApp(seven, { random });
    expect(await driven.call('startMock', mock)).toEqual({ ok: true, value: null });
    const asks: Ask[] = [];
    for (const place of [0, 1, 2, 3, 4]) {
      expect(driven.rehearsal()).toMatchObject({ kind: 'mock', at: place, of: 5, step: 'answer' });
      asks.push(driven.at('answer').ask);
      driven.clock.pass(2000);
      await markAll(driven, 15_000, 15_000, 15_000, 16_000);
      // Only a follow-up comes in between, never a result.
      if (driven.rehearsal().at === place && driven.rehearsal().step === 'followUp') await goOn(driven);
    }
    expect(new Set(asks.map(({ storyId }) => storyId)).size).toBe(5);
    expect(asks.filter(({ kind }) => kind === 'alternate').length).toBeGreaterThanOrEqual(1);
    const { sheet } = driven.at('sheet');
    expect(sheet.answers.map(({ ask }) => ask)).toEqual(asks);
    expect(sheet).toMatchObject({ totalMs: 5 * 61_000, over: 5, weak: [] });
    expect(sheet.notAsked.length).toBeGreaterThan(0);
    await expect.poll(async () => (await driven.runs()).length).toBe(5);
    const runs = await driven.runs();
    expect(runs.map(({ question }) => question)).toEqual(asks.map(({ question }) => question));
    expect(runs.every(({ targetMs, level }) => targetMs === 60_000 && level === 'nothing')).toBe(true);
    expect(await driven.call('repeatAsk')).toMatchObject({ ok: false });
    await goOn(driven);
    expect(driven.state().rehearsal).toBeNull();
  });

  test('that is left while thinking shows its sheet once something was answered', async () => {
    const driven = await rehearsedApp(seven);
    await driven.call('startMock', mock);
    await driven.act('begin');
    await markAll(driven, 15_000, 15_000, 15_000, 15_000);
    while (driven.rehearsal().at === 0) await goOn(driven);
    await driven.act('end');
    expect(driven.rehearsal()).toMatchObject({ step: 'sheet', sheet: { totalMs: 60_000 } });
    await driven.app.close();
    expect(await driven.runs()).toHaveLength(1);
  });
});
