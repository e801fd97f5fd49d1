import { appendFile, mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Progress } from '../../../src/core/rehearsal/state.ts';
import { formatRecord, parseRecord } from '../../../src/core/rehearsal/record.ts';
import { practiceLogFile } from '../../../src/services/practice/log.ts';
import { draftFile, draftOwner, newDraftOwner } from '../../../src/services/practice/run-drafts.ts';
import { recordOf } from '../../core/rehearsal/records.ts';
import { startChild } from '../children.ts';
import { rehearsedApp, toldStory, type Rehearsed } from './rehearsal-driver.ts';
import { tempFolder } from '../temp-folder.ts';

vi.setConfig({ testTimeout: 30_000 });

const files = { 'a.md': toldStory('Count the berths'), 'b.md': toldStory('Calm the fishermen', 'Trust') };

async function progress(driven: Rehearsed): Promise<Progress> {
  const answer = await driven.call('readProgress');
  if (!answer.ok) throw new Error(answer.error);
  return answer.value as Progress;
}

/** A whole run of the first story, through its result. */
async function rehearseOnce(driven: Rehearsed): Promise<void> {
  await driven.rehearse(driven.id('Count the berths'));
  for (let section = 0; section < 4; section += 1) {
    driven.clock.pass(20_000);
    await driven.act('nextSection');
  }
  await driven.call('nextAsk');
}

const drafts = async (directory: string) => (await readdir(directory)).filter((name) => draftOwner(name) !== null);

describe('a log that the disk doesn’t take', () => {
  test('the run counts anyway, one message says so, and it is written once the disk can', async () => {
    const settingsDir = await tempFolder();
    await mkdir(practiceLogFile(settingsDir));
    const driven = await rehearsedApp(files, { settingsDir });
    await rehearseOnce(driven);
    await rehearseOnce(driven);
    const { log, stories } = await progress(driven);
    expect(log).toMatchObject({ runs: 2, pending: 2, why: 'it is a folder, not a file' });
    expect(stories.find(({ storyId }) => storyId === driven.id('Count the berths'))?.runs).toBe(2);
    const said = driven.notices().filter((text) => text.startsWith('error: Your runs can’t be saved'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('will try again');
    expect(await drafts(settingsDir)).toHaveLength(2);

    await rm(practiceLogFile(settingsDir), { recursive: true });
    driven.clock.pass(60_000);
    await driven.until(({ notices }) => notices.some(({ text }) => text.includes('is up to date again')));
    expect(await driven.runs()).toHaveLength(2);
    await driven.app.close();
    expect(await drafts(settingsDir)).toEqual([]);
  });

  test('until the program quits: a message says so, and the next start logs the run', async () => {
    const settingsDir = await tempFolder();
    await mkdir(practiceLogFile(settingsDir));
    const driven = await rehearsedApp(files, { settingsDir });
    await rehearseOnce(driven);
    const file = practiceLogFile(settingsDir);
    const closed = await driven.app.close();
    const [draft = ''] = await drafts(settingsDir);
    expect(closed).toEqual([
      `A run isn’t in the practice log ${file}: it is a folder, not a file. It is saved in ${path.join(settingsDir, draft)}; Offbook will log it at its next start.`,
    ]);
    await rm(file, { recursive: true });
    const next = await rehearsedApp(files, { settingsDir });
    await next.until(({ notices }) => notices.length > 0);
    expect(next.notices()).toEqual(['info: An interrupted run was added to the log.']);
    expect(await next.runs()).toMatchObject([{ title: 'Count the berths', totalMs: 80_000, finished: true }]);
    expect(await drafts(settingsDir)).toEqual([]);
  });

  test('in a folder that can’t exist: the run stays on screen, and a message says what isn’t saved', async () => {
    const inTheWay = path.join(await tempFolder(), 'file');
    await writeFile(inTheWay, '');
    const driven = await rehearsedApp(files, { settingsDir: path.join(inTheWay, 'settings') });
    await driven.rehearse(driven.id('Count the berths'));
    driven.clock.pass(20_000);
    await driven.act('nextSection');
    const draftSaid = (text: string) => text.includes('The current run can’t be saved');
    await driven.until(({ notices }) => notices.some(({ text }) => draftSaid(text)));
    expect(driven.run().marksMs).toEqual([20_000]);
    await driven.act('finish');
    await driven.call('nextAsk');
    expect(await progress(driven)).toMatchObject({ log: { runs: 1, pending: 1 } });
    expect(driven.notices().filter(draftSaid)).toHaveLength(1);
    expect(await driven.app.close()).toEqual([
      `A run couldn’t be saved in the practice log ${practiceLogFile(path.join(inTheWay, 'settings'))}: there is a file where its folder should be.`,
    ]);
  });

  test('the message goes once the disk takes everything again', async () => {
    const inTheWay = path.join(await tempFolder(), 'file');
    await writeFile(inTheWay, '');
    const driven = await rehearsedApp(files, { settingsDir: path.join(inTheWay, 'settings') });
    await driven.rehearse(driven.id('Count the berths'));
    driven.clock.pass(20_000);
    await driven.act('nextSection');
    await driven.until(({ notices }) => notices.some(({ text }) => text.includes('The current run can’t')));
    await driven.call('closeRehearsal');
    const troubles = () =>
      driven.notices().filter((text) => /^error: (?:The current run|Your runs|The practice)/u.test(text));
    expect(troubles().length).toBeGreaterThan(1);
    await rm(inTheWay);
    driven.clock.pass(60_000);
    await driven.until(({ notices }) => notices.some(({ text }) => text.includes('is up to date again')));
    await progress(driven);
    await driven.until(() => troubles().length === 0);
    expect(await driven.runs()).toHaveLength(1);
  });

  test('a message says that a choice of story it never took is lost', async () => {
    const settingsDir = await tempFolder();
    const file = practiceLogFile(settingsDir);
    await writeFile(file, `${formatRecord(recordOf({ story: 'old', parts: [], fingerprint: '' }))}\n`);
    const driven = await rehearsedApp(files, { settingsDir });
    await progress(driven);
    await rm(file);
    await mkdir(file);
    await driven.call('joinHistory', { from: 'old', to: driven.id('Count the berths') });
    expect(await driven.app.close()).toEqual([
      `A choice of the story that earlier runs belong to couldn’t be saved in the practice log ${file}: it is a folder, not a file. Make it again in the progress view.`,
    ]);
  });
});

describe('a log edited by hand', () => {
  test('says which lines can’t be read, and which are of a later program; the others count', async () => {
    const settingsDir = await tempFolder();
    const file = practiceLogFile(settingsDir);
    const good = formatRecord(recordOf());
    await writeFile(file, `${good}\nnot a run\n{"v":9,"type":"run"}\n{"v":1,"type":"run"}\n`);
    const driven = await rehearsedApp(files, { settingsDir });
    await driven.until(({ notices }) => notices.length > 1);
    expect(driven.notices()).toEqual([
      `error: 2 lines of the practice log ${file} can’t be read (the first is line 2). They stay in the file but don’t count; correct or delete them. The progress view shows what’s wrong.`,
      `info: 1 line of the practice log ${file} was written by a newer version of Offbook. It stays in the file but doesn’t count here.`,
    ]);
    expect((await progress(driven)).log).toMatchObject({ runs: 1, unreadable: 2, unknown: 1 });
    expect((await progress(driven)).log.problems.map(({ line }) => line)).toEqual([2, 4]);
  });

  test('says how many runs are dated in the future, until that is corrected', async () => {
    const settingsDir = await tempFolder();
    const file = practiceLogFile(settingsDir);
    // The fake clock's day is 22 November 2026; tomorrow is today somewhere else.
    const lines = ['2026-11-23T01:00:00Z', '2027-01-05T18:00:00Z'].map((at) => `${formatRecord(recordOf({ at }))}\n`);
    await writeFile(file, lines.join(''));
    const driven = await rehearsedApp(files, { settingsDir });
    await progress(driven);
    const [said = '', ...others] = driven.notices();
    expect([said.slice(0, 39), others]).toEqual(['error: 1 run is dated in the future, ma', []]);
    expect(said).toContain(file);
    await writeFile(file, lines[0] ?? '');
    await progress(driven);
    expect(driven.notices().filter((text) => text.includes('future'))).toEqual([]);
  });

  test('and corrected is remarked on no longer; what was put away doesn’t come back', async () => {
    const settingsDir = await tempFolder();
    const file = practiceLogFile(settingsDir);
    const good = formatRecord(recordOf());
    await writeFile(file, `${good}\nnot a run\n`);
    const driven = await rehearsedApp(files, { settingsDir });
    await driven.until(({ notices }) => notices.length > 0);
    await writeFile(file, `${good}\n`);
    await progress(driven);
    expect(driven.notices()).toEqual([]);
    await writeFile(file, `${good}\nnot a run\n`);
    await progress(driven);
    const [notice] = driven.state().notices;
    await driven.call('dismissNotice', { id: notice?.id ?? 0 });
    await rehearseOnce(driven);
    await progress(driven);
    expect(driven.notices()).toEqual([]);
  });

  test('while the program runs is looked at when somebody comes back', async () => {
    const driven = await rehearsedApp(files);
    await rehearseOnce(driven);
    driven.events.length = 0;
    await appendFile(
      practiceLogFile(driven.settingsDir),
      `${formatRecord(recordOf({ at: '2026-11-20T08:00:00Z' }))}\n`,
    );
    driven.app.windowFocused();
    await driven.until(() => driven.events.some(({ name }) => name === 'practiceChanged'));
    expect(driven.events.find(({ name }) => name === 'practiceChanged')?.payload).toEqual({ runs: 2 });
    expect((await progress(driven)).log.runs).toBe(2);
  });
});

test('the draft of a run has each mark and the rating as soon as they are made', async () => {
  const driven = await rehearsedApp(files);
  await driven.rehearse(driven.id('Count the berths'));
  const draft = async () => {
    const [name = ''] = await drafts(driven.settingsDir);
    const line = parseRecord(await readFile(path.join(driven.settingsDir, name), 'utf8').catch(() => ''));
    return line.kind === 'run' ? [line.run.rating, ...line.run.sections.map(({ spokenMs }) => spokenMs)] : [];
  };
  const steps = [
    ['nextSection', [null, 20_000, 0, null, null]],
    ['nextSection', [null, 20_000, 20_000, 0, null]],
    ['nextSection', [null, 20_000, 20_000, 20_000, 0]],
    ['nextSection', [null, 20_000, 20_000, 20_000, 20_000]],
    [{ type: 'rate', rating: 'hard' }, ['hard', 20_000, 20_000, 20_000, 20_000]],
  ] as const;
  for (const [action, saved] of steps) {
    driven.clock.pass(20_000);
    await driven.act(action);
    await expect.poll(draft, { timeout: 20_000 }).toEqual(saved);
  }
});

describe('drafts of programs that are gone', () => {
  /** No process has this number: it is above what Linux, macOS and Windows give out. */
  const gone = { ...newDraftOwner(), pid: 4_999_999 };

  async function startedWith(...contents: string[]): Promise<Rehearsed> {
    const settingsDir = await tempFolder();
    for (const [index, content] of contents.entries()) {
      await writeFile(draftFile(settingsDir, gone, index + 1), content);
    }
    const driven = await rehearsedApp(files, { settingsDir });
    await driven.call('readProgress');
    return driven;
  }

  test('are logged, all of them', async () => {
    const runs = [1, 2].map((totalMs) => recordOf({ totalMs, at: `2026-11-20T18:3${totalMs}:00Z` }));
    const driven = await startedWith(...runs.map((run) => `${formatRecord(run)}\n`));
    expect((await driven.runs()).map(({ totalMs }) => totalMs).toSorted((one, other) => one - other)).toEqual([1, 2]);
    expect(driven.notices()).toEqual(['info: 2 interrupted runs were added to the log.']);
    expect(await drafts(driven.settingsDir)).toEqual([]);
  });

  test('that are logged already are removed without a word', async () => {
    const settingsDir = await tempFolder();
    const line = `${formatRecord(recordOf())}\n`;
    await writeFile(practiceLogFile(settingsDir), line);
    await writeFile(draftFile(settingsDir, gone, 1), line);
    const driven = await rehearsedApp(files, { settingsDir });
    await driven.call('readProgress');
    expect(await readFile(practiceLogFile(settingsDir), 'utf8')).toBe(line);
    expect(await drafts(settingsDir)).toEqual([]);
    expect(driven.notices()).toEqual([]);
  });

  test('that can’t be read are set aside; a later program’s is left to it', async () => {
    const driven = await startedWith('{"v":1,"ty', '{"v":9,"type":"run"}\n');
    expect(await drafts(driven.settingsDir)).toEqual([path.basename(draftFile('', gone, 2))]);
    const [aside] = (await readdir(driven.settingsDir)).filter((name) => name.includes('.broken-'));
    expect(aside).toMatch(/^run-[\da-f]{8}-4999999-[\da-f]{8}-1\.broken-.*\.json$/u);
    expect(driven.notices()[0]).toContain('can’t be read. It was moved to');
    expect(driven.notices()[0]).toContain(aside);
  });

  test('with the number of a process of today, from before the machine started, are of one that is gone', async () => {
    const settingsDir = await tempFolder();
    const file = draftFile(settingsDir, { ...newDraftOwner(), pid: process.ppid }, 1);
    await writeFile(file, `${formatRecord(recordOf())}\n`);
    const first = await rehearsedApp(files, { settingsDir });
    await first.call('readProgress');
    expect(await first.runs()).toEqual([]);
    await first.app.close();
    // The fake clock's machine started 500 seconds before its present.
    const before = new Date(first.clock.wallTime().getTime() - 3_600_000);
    await utimes(file, before, before);
    const next = await rehearsedApp(files, { settingsDir });
    await next.call('readProgress');
    expect(await next.runs()).toHaveLength(1);
  });
});

describe('a draft', () => {
  const line = (totalMs: number) => `${formatRecord(recordOf({ totalMs, at: `2026-11-20T18:3${totalMs}:00Z` }))}\n`;
  const taken = async (driven: Rehearsed) => {
    await driven.call('readProgress');
    return (await driven.runs()).map(({ totalMs }) => totalMs);
  };

  test('of a process that had this one’s number is taken over, and no draft is written over by it', async () => {
    const settingsDir = await tempFolder();
    for (const number of [1, 2, 3]) await writeFile(draftFile(settingsDir, newDraftOwner(), number), line(number));
    const driven = await rehearsedApp(files, { settingsDir });
    expect((await taken(driven)).toSorted((one, other) => one - other)).toEqual([1, 2, 3]);
    expect(await drafts(settingsDir)).toEqual([]);
  });

  test('of another computer is left to it for a day', async () => {
    const settingsDir = await tempFolder();
    const elsewhere = { ...newDraftOwner(), host: '0badcafe', pid: 4_999_999 };
    const file = draftFile(settingsDir, elsewhere, 1);
    await writeFile(file, line(1));
    const first = await rehearsedApp(files, { settingsDir });
    const hoursAgo = (hours: number) => new Date(first.clock.wallTime().getTime() - hours * 3_600_000);
    await first.app.close();
    await utimes(file, hoursAgo(23), hoursAgo(23));
    expect(await taken(await rehearsedApp(files, { settingsDir }))).toEqual([]);
    await utimes(file, hoursAgo(25), hoursAgo(25));
    expect(await taken(await rehearsedApp(files, { settingsDir }))).toEqual([1]);
  });

  test('that can’t be read doesn’t stop the others from being logged', async () => {
    const settingsDir = await tempFolder();
    const gone = { ...newDraftOwner(), pid: 4_999_999 };
    await symlink('circle', path.join(settingsDir, 'circle'));
    // In the order of names: these two come first and last.
    await symlink('circle', draftFile(settingsDir, { ...gone, token: '00000000' }, 1));
    await writeFile(draftFile(settingsDir, { ...gone, token: '11111111' }, 1), line(1));
    await mkdir(draftFile(settingsDir, { ...gone, token: '00000001' }, 1));
    const driven = await rehearsedApp(files, { settingsDir });
    expect(await taken(driven)).toEqual([1]);
    expect(driven.notices().filter((text) => text.includes('can’t be logged'))).toHaveLength(2);
  });

  test('that the log doesn’t take isn’t said to be kept in it', async () => {
    const settingsDir = await tempFolder();
    await mkdir(practiceLogFile(settingsDir));
    await writeFile(draftFile(settingsDir, { ...newDraftOwner(), pid: 4_999_999 }, 1), line(1));
    const driven = await rehearsedApp(files, { settingsDir });
    await driven.call('readProgress');
    expect(driven.notices().join()).toContain('can’t be saved in the practice log');
    expect(driven.notices().join()).not.toContain('was added to the log');
    expect(await drafts(settingsDir)).toHaveLength(1);
    await rm(practiceLogFile(settingsDir), { recursive: true });
    driven.clock.pass(60_000);
    await driven.until(({ notices }) => notices.some(({ text }) => text.includes('is up to date again')));
    await driven.app.close();
    expect(await drafts(settingsDir)).toEqual([]);
    expect(await driven.runs()).toHaveLength(1);
  });

  test.each([[[['nextSection', 'undo', 'end']]], [[['nextSection', 'undo'], ['end']]]])(
    'of a run that was a slip is dropped: %j',
    async (slips) => {
      const driven = await rehearsedApp(files);
      await driven.rehearse(driven.id('Count the berths'));
      driven.clock.pass(400);
      for (const slip of slips) {
        for (const action of slip) await driven.act(action as 'end');
      }
      expect(driven.state().rehearsal).toBeNull();
      await driven.app.close();
      expect(await drafts(driven.settingsDir)).toEqual([]);
      expect(await driven.runs()).toEqual([]);
    },
  );
});

test('two programs in one settings folder keep out of each other’s runs, and see them in the end', async () => {
  const driven = await rehearsedApp(files);
  await driven.rehearse(driven.id('Calm the fishermen'));
  driven.clock.pass(20_000);
  await driven.act('nextSection');
  const other = startChild('rehearsal/rehearsal-child.ts', [driven.folder, driven.settingsDir]);
  for await (const line of other.lines) {
    if ('ready' in line) expect(line['ready']).toEqual([]);
    if (line['logged'] === 2) break;
  }
  other.process.kill('SIGKILL');
  await driven.call('closeRehearsal');
  const titles = (await driven.runs()).map(({ title }) => title);
  expect(titles.filter((title) => title === 'Calm the fishermen')).toHaveLength(1);
  expect(titles.filter((title) => title === 'Count the berths').length).toBeGreaterThanOrEqual(2);
  driven.app.machineResumed();
  await driven.until(() =>
    driven.events.some(({ payload }) => (payload as { runs?: number } | null)?.runs === titles.length),
  );
});
