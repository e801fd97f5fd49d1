import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parseRecord } from '../../../src/core/rehearsal/record.ts';
import { draftOwner } from '../../../src/services/practice/run-drafts.ts';
import { rehearsedApp, toldStory, type Rehearsed } from './rehearsal-driver.ts';

// Real files and workers on a computer that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const question = 'What would you do differently?';
const unprepared = toldStory('Count the berths');
const prepared = `${unprepared.replace(` * ${question}`, '')}
### Follow-up questions

#### ${question}

Ask the wardens first.
`;

/** At the follow-up of a story told in 40 seconds. */
async function asked(text = prepared): Promise<Rehearsed> {
  const driven = await rehearsedApp({ 'a.md': text });
  await driven.rehearse(driven.id('Count the berths'), { followUps: true });
  for (let section = 0; section < 4; section += 1) {
    driven.clock.pass(10_000);
    await driven.act('nextSection');
  }
  return driven;
}

const press = (
  driven: Rehearsed,
  id: 'end-run' | 'mark-section' | 'pause-run' | 'peek' | 'next-follow-up' | 'play-pause',
) => driven.call('runCommand', { id });

describe('the time of a follow-up', () => {
  test('is logged beside that of the answer, in the record and in no section', async () => {
    const driven = await asked();
    driven.clock.pass(23_000);
    await press(driven, 'mark-section');
    expect(driven.at('result').result.record).toMatchObject({
      totalMs: 40_000,
      followUp: question,
      followUpMs: 23_000,
    });
    driven.clock.pass(60_000);
    await driven.call('nextAsk');
    const [run] = await driven.runs();
    expect(run).toMatchObject({ totalMs: 40_000, followUpMs: 23_000 });
    expect(run?.sections.reduce((sum, { spokenMs }) => sum + (spokenMs ?? 0), 0)).toBe(40_000);
  });

  test('leaves out pauses', async () => {
    const driven = await asked();
    driven.clock.pass(5000);
    await press(driven, 'pause-run');
    driven.clock.pass(60_000);
    await press(driven, 'pause-run');
    driven.clock.pass(4000);
    await driven.call('nextAsk');
    expect(driven.at('result').result.record.followUpMs).toBe(9000);
  });

  test('is none where it was skipped, or answered in less than a second', async () => {
    for (const id of ['end-run', 'mark-section'] as const) {
      const driven = await asked();
      driven.clock.pass(id === 'end-run' ? 20_000 : 900);
      await press(driven, id);
      await driven.call('nextAsk');
      expect((await driven.runs())[0]).toMatchObject({ followUp: question, followUpMs: null });
    }
  });

  test('counts as far as it went where the rehearsal is closed, or the question repeated', async () => {
    for (const name of ['closeRehearsal', 'repeatAsk'] as const) {
      const driven = await asked();
      driven.clock.pass(12_000);
      await driven.call(name);
      await expect.poll(() => driven.runs()).toMatchObject([{ totalMs: 40_000, followUpMs: 12_000 }]);
    }
  });

  test('doesn’t count sleep, and the message has the time that the clock shows', async () => {
    const driven = await asked();
    driven.clock.pass(8000);
    driven.clock.sleep(3_600_000);
    driven.clock.pass(2000);
    expect(driven.notices()).toEqual([
      'info: The computer slept, so your run was paused at 0:08. Press Space to resume.',
    ]);
    await press(driven, 'play-pause');
    expect(driven.at('followUp').followUp.clock.status.kind).toBe('running');
    driven.clock.pass(3000);
    await press(driven, 'mark-section');
    expect(driven.at('result').result.record.followUpMs).toBe(11_000);
  });

  test('ends ten minutes after the last key', async () => {
    const driven = await asked();
    driven.clock.pass(3_600_000);
    expect(driven.at('followUp').followUp.clock.status).toEqual({ kind: 'paused', by: 'away' });
    await driven.call('nextAsk');
    expect(driven.at('result').result.record.followUpMs).toBe(600_000);
  });

  test('is on disk while it is answered, in case the program is killed', async () => {
    const driven = await asked();
    const draft = async () => {
      const names = await readdir(driven.settingsDir);
      const name = names.find((each) => draftOwner(each) !== null) ?? '';
      const line = parseRecord(await readFile(path.join(driven.settingsDir, name), 'utf8').catch(() => ''));
      return line.kind === 'run' ? line.run : null;
    };
    await expect.poll(draft).toMatchObject({ totalMs: 40_000, finished: true, followUpMs: null });
    driven.clock.pass(11_000);
    await expect.poll(draft).toMatchObject({ totalMs: 40_000, followUpMs: 10_000 });
    driven.clock.pass(1000);
    await press(driven, 'mark-section');
    await expect.poll(draft).toMatchObject({ followUpMs: 12_000 });
  });
});

describe('its prepared answer', () => {
  test('is hidden until one peeks, in the rehearsal and on the prompter', async () => {
    const driven = await asked();
    const { prompt } = driven.state().session;
    expect(driven.at('followUp')).toMatchObject({ prepared: 'Ask the wardens first.', followUp: { peeking: false } });
    expect(prompt).toMatchObject({ question, followUp: null });
    await driven.act('peekDown');
    expect(driven.at('followUp').followUp.peeking).toBe(true);
    expect(driven.state().session.prompt).toMatchObject({
      followUp: 0,
      followUps: [{ question, answer: 'Ask the wardens first.' }],
    });
    expect(driven.state().session.rehearsing?.phase).toBe('followUp');
    await driven.call('showFollowUp', { index: null });
    expect(driven.at('followUp').followUp.peeking).toBe(false);
    await press(driven, 'next-follow-up');
    expect(driven.at('followUp').followUp.peeking).toBe(true);
    await press(driven, 'peek');
    expect(driven.at('followUp').followUp.peeking).toBe(false);
  });

  test('missing: a message says so', async () => {
    const driven = await asked(unprepared);
    expect(driven.at('followUp').prepared).toBe('');
    await press(driven, 'peek');
    expect(driven.at('followUp').followUp.peeking).toBe(false);
    expect(driven.notices()).toEqual(['info: You haven’t prepared an answer to this follow-up.']);
  });

  test('isn’t counted as a peek at the story', async () => {
    const driven = await asked();
    await driven.act('peekDown');
    await driven.act('peekUp');
    await driven.call('nextAsk');
    expect(driven.at('result').result.record.peeks).toBe(0);
  });

  test('comes after the answer, not during it', async () => {
    const driven = await rehearsedApp({ 'a.md': prepared });
    await driven.rehearse(driven.id('Count the berths'), { followUps: true });
    expect(driven.state().session.prompt?.followUps).toEqual([]);
    await press(driven, 'next-follow-up');
    expect(driven.notices()).toEqual(['info: In a rehearsal, a follow-up comes after the answer.']);
  });
});
