import { describe, expect, test, vi } from 'vitest';
import { rehearsedApp, toldStory, type Rehearsed } from './rehearsal-driver.ts';

// Real files and workers on a computer that may be busy.
vi.setConfig({ testTimeout: 30_000 });

/** Three stories that nobody takes for one another: each has words of its own. */
const files = {
  'a.md': toldStory('Count the berths'),
  'b.md': toldStory('Calm the fishermen', 'Trust').replaceAll('ledgers', 'nets'),
  'c.md': toldStory('Find the leak', 'Thrift').replaceAll('ledgers', 'plans'),
};
const unasked = Object.fromEntries(
  Object.entries(files).map(([name, text]) => [name, text.replace(' * What would you do differently?', '')]),
);

async function markAll(driven: Rehearsed, ...spokenMs: number[]): Promise<void> {
  for (const ms of spokenMs) {
    driven.clock.pass(ms);
    await driven.act('nextSection');
  }
}

const press = (
  driven: Rehearsed,
  id: 'rate-again' | 'rate-hard' | 'rate-good' | 'undo-mark' | 'finish-run' | 'end-run',
) => driven.call('runCommand', { id });
const wellTold = [30_000, 30_000, 30_000, 30_000] as const;
const farUnder = [6000, 6000, 6000, 8000] as const;

/** All three, the second far under its target, to the sheet. */
async function allThree(): Promise<Rehearsed> {
  const driven = await rehearsedApp(files);
  await driven.rehearse('', { stories: { which: 'all' }, thinkMs: 5000 });
  for (const times of [wellTold, farUnder, wellTold]) {
    await driven.act('begin');
    await markAll(driven, ...times);
    await press(driven, 'finish-run');
  }
  return driven;
}

describe('a rating', () => {
  test('goes on to the next question, and undo leads back to the result without it', async () => {
    const driven = await rehearsedApp(files);
    await driven.rehearse('', { stories: { which: 'all' }, thinkMs: 5000 });
    await driven.act('begin');
    await markAll(driven, ...wellTold);
    await press(driven, 'rate-good');
    expect(driven.rehearsal()).toMatchObject({ at: 1, step: 'answer', canGoBack: true });
    await expect.poll(() => driven.runs()).toMatchObject([{ rating: 'good' }]);

    await press(driven, 'undo-mark');
    expect(driven.at('result')).toMatchObject({ at: 0, result: { record: { rating: null, totalMs: 120_000 } } });
    const [item] = driven.at('result').outline.flatMap(({ items }) => items);
    await driven.act({ type: 'setMissed', itemId: item?.id ?? '', missed: true });
    await press(driven, 'rate-hard');
    expect(driven.rehearsal()).toMatchObject({ at: 1, step: 'answer' });
    await expect.poll(async () => (await driven.runs()).length).toBe(2);
    const [first, second] = await driven.runs();
    expect(second).toMatchObject({ at: first?.at, replaces: first?.at, rating: 'hard', missed: [{ id: item?.id }] });
    // Whoever reads the log has one run.
    expect(await driven.call('readProgress')).toMatchObject({ value: { log: { runs: 1 } } });
  });

  test('that isn’t changed after all adds no line', async () => {
    const driven = await rehearsedApp(files);
    await driven.rehearse('', { stories: { which: 'all' }, thinkMs: 5000 });
    await driven.act('begin');
    await markAll(driven, ...wellTold);
    await press(driven, 'rate-good');
    await press(driven, 'undo-mark');
    await press(driven, 'rate-good');
    await press(driven, 'undo-mark');
    await driven.act({ type: 'rate', rating: 'good' });
    await driven.app.close();
    expect(await driven.runs()).toHaveLength(1);
  });

  test('of the last answer leads to the sheet, and undo back from there', async () => {
    const driven = await rehearsedApp(files);
    await driven.rehearse(driven.id('Find the leak'));
    await markAll(driven, ...wellTold);
    await press(driven, 'rate-good');
    expect(driven.at('sheet').sheet).toMatchObject({ answers: [{ run: { rating: 'good' } }], weak: [] });
    await press(driven, 'undo-mark');
    expect(driven.rehearsal()).toMatchObject({ at: 0, step: 'result' });
  });

  test('of an answer is never of another one: a repeated one that wasn’t said has no way back', async () => {
    const driven = await rehearsedApp({ 'a.md': unasked['a.md'] ?? '' });
    await driven.rehearse(driven.id('Count the berths'));
    await markAll(driven, ...wellTold);
    await driven.call('repeatAsk');
    driven.clock.pass(600);
    await press(driven, 'end-run');
    expect(driven.rehearsal()).toMatchObject({ step: 'sheet', canGoBack: false });
    await press(driven, 'undo-mark');
    expect(driven.rehearsal().step).toBe('sheet');
    expect(await driven.runs()).toHaveLength(1);
  });

  test('isn’t of an answer that was discarded, also if it is asked again twice', async () => {
    const driven = await allThree();
    await press(driven, 'undo-mark');
    await driven.call('runCommand', { id: 'discard-run' });
    await driven.call('repeatAsk');
    await driven.act('begin');
    await markAll(driven, ...farUnder);
    await press(driven, 'finish-run');
    await expect.poll(async () => (await driven.runs()).length).toBe(4);
    const runs = await driven.runs();
    expect(runs[3]?.replaces).toBe(runs[2]?.at);
  });

  test('can’t be undone once the next answer is under way', async () => {
    const driven = await rehearsedApp(files);
    await driven.rehearse('', { stories: { which: 'all' }, thinkMs: 0 });
    await markAll(driven, ...wellTold);
    await press(driven, 'rate-good');
    driven.clock.pass(9000);
    await press(driven, 'undo-mark');
    expect(driven.rehearsal()).toMatchObject({ at: 0, step: 'result' });
    await press(driven, 'rate-good');
    driven.clock.pass(11_000);
    expect(driven.at('answer').canGoBack).toBe(false);
    await press(driven, 'undo-mark');
    expect(driven.rehearsal()).toMatchObject({ at: 1, step: 'answer' });
    await driven.call('closeRehearsal');
    expect((await driven.runs()).map(({ title }) => title)).toEqual(['Count the berths', 'Calm the fishermen']);
  });
});

describe('the sheet at the end', () => {
  test('has each answer, what to practise, and when each story comes up again', async () => {
    const { sheet } = (await allThree()).at('sheet');
    expect(sheet.answers.map(({ run, next }) => [run?.title, run?.totalMs, next?.inDays])).toEqual([
      ['Count the berths', 120_000, expect.any(Number)],
      ['Calm the fishermen', 26_000, 0],
      ['Find the leak', 120_000, expect.any(Number)],
    ]);
    expect(sheet).toMatchObject({ over: 0, farUnder: 1, weak: [1], notAsked: [] });
    expect(sheet.practise).toContainEqual(expect.stringMatching(/^“Calm the fishermen” was 1:34 under its 2:00\./));
  });

  test('takes other ratings, which count from then on', async () => {
    const driven = await allThree();
    const before = driven.at('sheet').sheet.answers[1]?.next?.inDays;
    expect(await driven.call('rateAnswer', { at: 1, rating: 'good' })).toEqual({ ok: true, value: null });
    const { sheet } = driven.at('sheet');
    expect(sheet).toMatchObject({ weak: [], answers: [{}, { run: { rating: 'good' } }, {}] });
    expect(sheet.answers[1]?.next?.inDays).toBeGreaterThan(before ?? 0);
    await driven.call('rateAnswer', { at: 1, rating: 'hard' });
    await driven.call('rateAnswer', { at: 1, rating: 'hard' });
    const fishermen = (await driven.runs()).filter(({ title }) => title === 'Calm the fishermen');
    expect(fishermen.map(({ rating }) => rating)).toEqual([null, 'good', 'hard']);
    expect(await driven.call('readProgress')).toMatchObject({ value: { log: { runs: 3 } } });
    expect(await driven.call('rateAnswer', { at: 7, rating: 'hard' })).toEqual({
      ok: false,
      error: 'That question has no answer to rate.',
    });
  });

  test('leads on to the weak answers alone, and from a good sheet to the end', async () => {
    const driven = await allThree();
    await press(driven, 'finish-run');
    expect(driven.rehearsal()).toMatchObject({
      kind: 'rehearsal',
      of: 1,
      step: 'answer',
      ask: { storyId: driven.id('Calm the fishermen') },
    });
    await driven.act('begin');
    await markAll(driven, ...wellTold);
    await press(driven, 'rate-good');
    expect(driven.at('sheet').sheet.weak).toEqual([]);
    await press(driven, 'finish-run');
    expect(driven.state().rehearsal).toBeNull();
    await expect.poll(async () => (await driven.runs()).length).toBe(4);
  });
});

describe('a mock interview', () => {
  const mock = { count: 3, thinkMs: 5000, targetMs: null };

  async function interview(): Promise<Rehearsed> {
    const driven = await rehearsedApp(unasked, { random: () => 0 });
    await driven.call('startMock', mock);
    return driven;
  }

  test('shows no text, and on the prompter no name that would give the story away', async () => {
    const driven = await interview();
    await driven.act('begin');
    driven.clock.pass(2000);
    expect(driven.run()).toMatchObject({ level: 'nothing', peeks: 0 });
    const prompt = () => driven.state().session.prompt;
    expect(prompt()).toMatchObject({ title: 'Answer', group: null });
    await driven.act('peekDown');
    expect(prompt()?.title).not.toBe('Answer');
    await driven.act('peekUp');
    expect(driven.run()).toMatchObject({ peeks: 1 });
  });

  test('goes straight on, and an end by a slip can be undone for ten seconds', async () => {
    const driven = await interview();
    await driven.act('begin');
    await markAll(driven, ...farUnder);
    expect(driven.rehearsal()).toMatchObject({ at: 1, step: 'answer', run: { phase: 'thinking' } });
    await expect.poll(async () => (await driven.runs()).length).toBe(1);
    driven.clock.pass(4000);
    await press(driven, 'undo-mark');
    // The time in between counts: the person went on talking.
    expect(driven.rehearsal()).toMatchObject({ at: 0, step: 'answer', run: { phase: 'speaking' } });
    driven.clock.pass(20_000);
    await driven.act('nextSection');
    expect(driven.rehearsal()).toMatchObject({ at: 1, step: 'answer' });
    await expect.poll(async () => (await driven.runs()).length).toBe(2);
    const [slip, whole] = await driven.runs();
    expect(whole).toMatchObject({ totalMs: 50_000, replaces: slip?.at });
    expect(await driven.call('readProgress')).toMatchObject({ value: { log: { runs: 1 } } });
    driven.clock.pass(10_001);
    await driven.act('undo');
    expect(driven.rehearsal().at).toBe(1);
  });

  test('takes the story that the person chooses, until a section is marked', async () => {
    const driven = await interview();
    const { ask } = driven.at('answer');
    const other = driven.state().library.stories.find(({ id }) => id !== ask.storyId);
    expect(await driven.call('chooseStory', { id: other?.id ?? '' })).toEqual({ ok: true, value: null });
    expect(driven.at('answer')).toMatchObject({ chosenId: other?.id, ask, run: { phase: 'thinking' } });
    await driven.act('begin');
    expect(driven.state().session.prompt?.title).toBe(other?.title);
    driven.clock.pass(3000);
    // Thought better of it.
    await driven.call('chooseStory', { id: ask.storyId });
    await driven.call('chooseStory', { id: other?.id ?? '' });
    expect(driven.run()).toMatchObject({ phase: 'speaking', marksMs: [] });
    await markAll(driven, 27_000);
    expect(await driven.call('chooseStory', { id: ask.storyId })).toEqual({
      ok: false,
      error: 'The story of an interview’s question can be chosen only until its first section is marked.',
    });
    await markAll(driven, 30_000, 30_000, 30_000);
    await press(driven, 'end-run');
    const { sheet } = driven.at('sheet');
    const meant = driven.state().library.stories.find(({ id }) => id === ask.storyId);
    expect(sheet.answers[0]).toMatchObject({
      run: { story: other?.id, title: other?.title, question: ask.question, totalMs: 120_000 },
      meant: { title: meant?.title, fits: false },
    });
    expect(sheet.practise[0]).toContain(`the story for it is “${meant?.title}”`);
  });

  test('can’t be answered with a story that is gone, and a rehearsal asks for its own', async () => {
    const driven = await interview();
    expect(await driven.call('chooseStory', { id: 'gone' })).toMatchObject({ ok: false });
    await driven.rehearse(driven.id('Find the leak'));
    expect(await driven.call('chooseStory', { id: driven.id('Count the berths') })).toMatchObject({ ok: false });
  });

  test('leads on to the weak answers with their text, as in any rehearsal', async () => {
    const driven = await interview();
    await driven.act('begin');
    await markAll(driven, ...farUnder);
    await driven.act('begin');
    driven.clock.pass(12_000);
    await press(driven, 'end-run');
    expect(driven.at('sheet').sheet.weak).toEqual([0, 1]);
    await press(driven, 'finish-run');
    expect(driven.rehearsal()).toMatchObject({ kind: 'rehearsal', of: 2, run: { level: 'outline' } });
  });
});
