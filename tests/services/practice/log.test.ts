import { execFileSync } from 'node:child_process';
import {
  appendFile,
  chmod,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatRecord, type RunRecord } from '../../../src/core/rehearsal/record.ts';
import { openPracticeLog, practiceLogFile, type PracticeLog } from '../../../src/services/practice/log.ts';
import type { IssueKind } from '../../../src/core/notices.ts';
import { joinOf, recordOf } from '../../core/rehearsal/records.ts';
import { startChild, withoutRights, type Child } from '../children.ts';
import { cutEvery } from '../../sizes.ts';
import { fakeClock, type FakeClock } from '../fake-clock.ts';
import { tempFolder } from '../temp-folder.ts';

const openedAt = new Date(2026, 10, 22, 20, 15, 7);
const asideName = 'practice-log.broken-2026-11-22T201507.jsonl';

interface Opened {
  log: PracticeLog;
  clock: FakeClock;
  told: string[];
  /** What is over of that. */
  over: IssueKind[];
  changes: () => number;
}

async function open(directory: string): Promise<Opened> {
  const told: string[] = [];
  const over: IssueKind[] = [];
  const clock = { ...fakeClock(), wallTime: () => openedAt };
  let changes = 0;
  const log = await openPracticeLog({
    directory,
    clock,
    tell: (severity, text) => told.push(`${severity}: ${text}`),
    over: (trouble) => over.push(trouble),
    changed: () => (changes += 1),
  });
  return { log, clock, told, over, changes: () => changes };
}

/** A run that its number tells from others. */
function run(number: number, more: Partial<RunRecord> = {}): RunRecord {
  return recordOf({ at: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(), totalMs: number, ...more });
}

const line = (number: number) => `${formatRecord(run(number))}\n`;
const numbers = (log: PracticeLog) => log.runs().map(({ totalMs }) => totalMs);
const onDisk = (directory: string) => readFile(practiceLogFile(directory), 'utf8');
const write = (directory: string, content: string | Uint8Array) => writeFile(practiceLogFile(directory), content);

/** All that a program said, once it ended. Read from the start: what nobody reads until the end is gone. */
async function allOf(child: Child): Promise<Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = [];
  for await (const line of child.lines) lines.push(line);
  return lines;
}

describe('a log', () => {
  test('that isn’t there is empty, and nothing is written before the first run', async () => {
    const directory = path.join(await tempFolder(), 'not', 'there');
    const { log, told } = await open(directory);
    expect(log.state()).toEqual({
      file: path.join(directory, 'practice-log.jsonl'),
      runs: 0,
      pending: 0,
      why: null,
      problems: [],
      unreadable: 0,
      unknown: 0,
    });
    await expect(readdir(directory)).rejects.toThrow('ENOENT');
    expect(await log.add(run(1))).toBe(true);
    expect(await onDisk(directory)).toBe(line(1));
    expect(await log.close()).toEqual([]);
    expect(told).toEqual([]);
  });

  test('is read again as it was written, one line a run, in order', async () => {
    const directory = await tempFolder();
    const first = await open(directory);
    await Promise.all([1, 2, 3].map((number) => first.log.add(run(number))));
    await first.log.add(joinOf('a', 'b'));
    expect(await onDisk(directory)).toBe(`${line(1)}${line(2)}${line(3)}${formatRecord(joinOf('a', 'b'))}\n`);
    const second = await open(directory);
    expect(second.log.runs()).toEqual([run(1), run(2), run(3)]);
    expect(second.log.joins()).toEqual([joinOf('a', 'b')]);
    expect(second.told).toEqual([]);
    expect(await readdir(directory)).toEqual(['practice-log.jsonl']);
  });

  test('has a run as it was logged last: a line that replaces it counts in its place', async () => {
    const directory = await tempFolder();
    const { log } = await open(directory);
    for (const number of [1, 2, 3]) await log.add(run(number));
    const again = run(2, { rating: 'hard', replaces: run(2).at });
    // The person went on talking, so it ended later.
    const longer = run(4, { replaces: run(3).at });
    await log.add(again);
    await log.add({ ...again, rating: 'easy' });
    await log.add(longer);
    // Another story that ended at the same moment keeps its run.
    await log.add(run(1, { story: 'other' }));
    const expected = [run(1), { ...again, rating: 'easy' }, longer, run(1, { story: 'other' })];
    expect(log.runs()).toEqual(expected);
    expect(log.state().runs).toBe(4);
    expect((await onDisk(directory)).trim().split('\n')).toHaveLength(7);
    const next = await open(directory);
    expect(next.log.runs()).toEqual(expected);
    expect(next.told).toEqual([]);
  });

  test('has a rating that was changed and changed back', async () => {
    const directory = await tempFolder();
    const { log } = await open(directory);
    await log.add(run(1));
    for (const rating of ['hard', 'good', 'hard'] as const) await log.add(run(1, { rating, replaces: run(1).at }));
    expect(log.runs()).toMatchObject([{ rating: 'hard' }]);
    expect((await open(directory)).log.runs()).toEqual(log.runs());
  });

  test('has a run once whose story was another one before', async () => {
    const directory = await tempFolder();
    const { log } = await open(directory);
    await log.add(run(1));
    const other = run(2, { story: 'other', replaces: run(1).at });
    await log.add(other);
    expect(log.runs()).toEqual([other]);
    expect((await open(directory)).log.runs()).toEqual([other]);
  });

  test('is readable by its owner only', async () => {
    const directory = await tempFolder();
    await (await open(directory)).log.add(run(1));
    if (process.platform !== 'win32') expect((await stat(practiceLogFile(directory))).mode & 0o777).toBe(0o600);
  });

  test('counts a run at once, and says that something changed', async () => {
    const { log, changes } = await open(await tempFolder());
    const saved = log.add(run(1));
    expect(numbers(log)).toEqual([1]);
    expect(changes()).toBe(1);
    await saved;
    expect(changes()).toBe(2);
  });

  test('elsewhere, behind a link, is followed', async () => {
    const [directory, elsewhere] = [await tempFolder(), await tempFolder()];
    await symlink(path.join(elsewhere, 'my-runs.jsonl'), practiceLogFile(directory));
    await (await open(directory)).log.add(run(1));
    expect(await readFile(path.join(elsewhere, 'my-runs.jsonl'), 'utf8')).toBe(line(1));
  });
});

describe('a log edited by hand', () => {
  test('bad lines are left out with their numbers and stay in the file', async () => {
    const directory = await tempFolder();
    const bad = line(2).replace('"totalMs":2', '"totalMs":"two"');
    const content = `\uFEFF${line(1)}\r\n${bad}# my notes\n\n   \n${line(3).replace('\n', '\r\n')}`;
    await write(directory, content);
    const { log, told } = await open(directory);
    expect(numbers(log)).toEqual([1, 3]);
    const file = practiceLogFile(directory);
    const message = (why: string) =>
      `This line of the practice log can’t be read: ${why}. It stays in the file but doesn’t count; correct or delete it.`;
    expect(log.state()).toMatchObject({
      unreadable: 2,
      problems: [
        { file, line: 3, message: message('its "totalMs" must be whole milliseconds, 0 or more') },
        { file, line: 4, message: message('it is cut off or not a JSON object') },
      ],
    });
    await log.add(run(4));
    expect(await onDisk(directory)).toBe(content + line(4));
    expect(told).toEqual([]);
  });

  test('lines of a later program are kept, never rewritten', async () => {
    const directory = await tempFolder();
    const later = '{"v":2,"what":"ever"}\n{"v":1,"type":"goal"}\n';
    await write(directory, line(1) + later);
    const { log } = await open(directory);
    await log.add(run(2));
    expect(log.state()).toMatchObject({ runs: 2, unknown: 2, unreadable: 0, problems: [] });
    expect(await onDisk(directory)).toBe(line(1) + later + line(2));
  });

  test('a run that is there twice counts once', async () => {
    const directory = await tempFolder();
    await write(directory, line(1) + line(2) + line(1));
    expect(numbers((await open(directory)).log)).toEqual([1, 2]);
  });

  test('a last line without its end is whole all the same', async () => {
    const directory = await tempFolder();
    await write(directory, line(1) + line(2).trimEnd());
    const { log, clock, told } = await open(directory);
    expect(numbers(log)).toEqual([1, 2]);
    clock.pass(1000);
    await log.add(run(3));
    await log.refresh();
    expect(await onDisk(directory)).toBe(line(1) + line(2) + line(3));
    expect([numbers(log), told]).toEqual([[1, 2, 3], []]);
  });

  test('not UTF-8, NUL bytes and a line of two megabytes cost these lines alone', async () => {
    const directory = await tempFolder();
    const long = `{"v":1,"type":"run","title":"${'x'.repeat(2 * 1024 * 1024)}"}\n`;
    await write(
      directory,
      Buffer.concat([
        Buffer.from(line(1)),
        Buffer.from([0xff, 0xfe, 0xc3, 0x28, 10]),
        Buffer.alloc(5000),
        Buffer.from(`\n${line(2)}${long}${line(3)}`),
      ]),
    );
    const { log } = await open(directory);
    expect(numbers(log)).toEqual([1, 2, 3]);
    expect(log.state().problems.map(({ line }) => line)).toEqual([2, 3, 5]);
  });

  test('thousands of bad lines are counted, and the first hundred told', async () => {
    const directory = await tempFolder();
    await write(directory, 'oops\n'.repeat(5000));
    const { log } = await open(directory);
    expect(log.state().unreadable).toBe(5000);
    expect(log.state().problems).toHaveLength(100);
  });
});

describe('a log edited in place while it is open', () => {
  /** Three runs, of which this program wrote the last. */
  async function edited(change: (content: string) => string): Promise<Opened> {
    const directory = await tempFolder();
    await write(directory, line(1) + line(2));
    const opened = await open(directory);
    await opened.log.add(run(3));
    const before = await onDisk(directory);
    await write(directory, change(before));
    // A disk that counts time in ticks can give both the same one.
    await utimes(practiceLogFile(directory), new Date(), new Date(Date.now() + 5000));
    await opened.log.refresh();
    return opened;
  }

  test('a line of the same length that was broken is noticed, and its correction', async () => {
    const { log } = await edited((content) => content.replace('"totalMs":2', '"totalMs":x'));
    expect([numbers(log), log.state().unreadable]).toEqual([[1, 3], 1]);
    await writeFile(log.state().file, line(1) + line(2) + line(3));
    await utimes(log.state().file, new Date(), new Date(Date.now() + 9000));
    await log.refresh();
    expect([numbers(log), log.state().unreadable]).toEqual([[1, 2, 3], 0]);
  });

  test('so is one in the middle of a file that grew', async () => {
    const { log } = await edited((content) => content.replace('"totalMs":1', '"totalMs":7') + line(4));
    expect(numbers(log)).toEqual([7, 2, 3, 4]);
  });

  test('before this program adds to it', async () => {
    const directory = await tempFolder();
    await write(directory, line(1) + line(2));
    const { log } = await open(directory);
    await write(directory, line(1) + line(7));
    await utimes(practiceLogFile(directory), new Date(), new Date(Date.now() + 5000));
    await log.add(run(3));
    await log.refresh();
    expect(numbers(log)).toEqual([1, 7, 3]);
  });

  test('isn’t read from the start because of its own lines', async () => {
    const directory = await tempFolder();
    await write(directory, line(1));
    const { log } = await open(directory);
    const [first] = log.runs();
    for (const number of [2, 3]) {
      await log.add(run(number));
      await log.refresh();
    }
    expect(numbers(log)).toEqual([1, 2, 3]);
    // Reading it again would give another, equal object.
    expect(log.runs()[0]).toBe(first);
  });

  test('a message says that runs disappeared, until they are back', async () => {
    const { log, told, over } = await edited((content) => content.split('\n')[0] + '\n');
    const { file } = log.state();
    expect(told).toEqual([
      `error: 2 runs disappeared from the practice log ${file}, which holds 1 now. If you didn’t remove them, restore the file from a copy.`,
    ]);
    expect(over).not.toContain('log-shrunk');
    await writeFile(file, line(1) + line(2) + line(3));
    await log.refresh();
    expect(over).toContain('log-shrunk');
    expect(told).toHaveLength(1);
  });

  test('a run on its way to the disk is none that was taken out', async () => {
    const directory = await tempFolder();
    await write(directory, line(1));
    const { log, told } = await open(directory);
    await write(directory, line(1) + line(2));
    const reading = log.refresh();
    await Promise.all([log.add(run(3)), reading]);
    expect([numbers(log), told]).toEqual([[1, 2, 3], []]);
  });
});

describe('two programs', () => {
  test('each sees what the other added, when it looks', async () => {
    const directory = await tempFolder();
    const [one, other] = [await open(directory), await open(directory)];
    await one.log.add(run(1));
    await other.log.add(run(2));
    await one.log.add(run(3));
    expect([numbers(one.log), numbers(other.log)]).toEqual([[1, 3], [2]]);
    const before = one.changes();
    await one.log.refresh();
    await other.log.refresh();
    expect([numbers(one.log), numbers(other.log)]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(one.changes()).toBe(before + 1);
    await one.log.refresh();
    expect(one.changes()).toBe(before + 1);
  });

  test('never mix their lines', { timeout: 120_000 }, async () => {
    const directory = await tempFolder();
    const children = ['a', 'b'].map((name) => startChild('practice/log-child.ts', [directory, name, '150', '20000']));
    const said = await Promise.all(children.map((child) => allOf(child)));
    for (const lines of said) expect(lines.filter((line) => 'saved' in line)).toHaveLength(150);
    const { log } = await open(directory);
    expect(log.state()).toMatchObject({ runs: 300, unreadable: 0 });
    for (const name of ['a', 'b']) {
      const own = log.runs().filter(({ story }) => story === name);
      expect(own.map(({ totalMs }) => totalMs)).toEqual(Array.from({ length: 150 }, (_, index) => index));
    }
  });

  test('a file that was replaced, cut or deleted meanwhile is read from the start', async () => {
    const directory = await tempFolder();
    const { log } = await open(directory);
    for (const number of [1, 2, 3]) await log.add(run(number));
    const file = practiceLogFile(directory);
    await writeFile(`${file}.new`, line(7) + line(8) + line(9) + line(10));
    await rename(`${file}.new`, file);
    await log.refresh();
    expect(numbers(log)).toEqual([7, 8, 9, 10]);
    await truncate(file, line(7).length);
    await log.refresh();
    expect(numbers(log)).toEqual([7]);
    await rm(file);
    await log.refresh();
    expect(numbers(log)).toEqual([]);
    await log.add(run(11));
    expect(await onDisk(directory)).toBe(line(11));
  });
});

describe('a last line that was cut off', () => {
  test('is set aside with its date, once it is sure that nobody writes it any more', async () => {
    const directory = await tempFolder();
    const torn = line(2).slice(0, 100);
    await write(directory, line(1) + torn);
    const { log, clock, told } = await open(directory);
    expect(numbers(log)).toEqual([1]);
    expect(await readdir(directory)).toEqual(['practice-log.jsonl']);
    clock.pass(100);
    await log.refresh();
    expect(await readFile(path.join(directory, asideName), 'utf8')).toBe(torn);
    expect(told).toEqual([
      `info: The last line of the practice log ${log.state().file} was cut off, maybe because the computer stopped while writing. It was moved to ${path.join(directory, asideName)}; the lines before it are intact.`,
    ]);
    await log.add(run(3));
    const again = await open(directory);
    expect([numbers(again.log), again.log.state().unreadable, again.told]).toEqual([[1, 3], 0, []]);
  });

  test('is none when another program finishes it', async () => {
    const directory = await tempFolder();
    await write(directory, line(1) + line(2).slice(0, 100));
    const { log, clock, told } = await open(directory);
    await appendFile(practiceLogFile(directory), line(2).slice(100));
    clock.pass(100);
    await log.refresh();
    expect([numbers(log), told]).toEqual([[1, 2], []]);
    expect(await onDisk(directory)).toBe(line(1) + line(2));
    expect(await readdir(directory)).toEqual(['practice-log.jsonl']);
  });

  test('costs nothing that another program added behind it', async () => {
    const directory = await tempFolder();
    const torn = line(2).slice(0, 100);
    await write(directory, line(1) + torn);
    const { log, clock } = await open(directory);
    await appendFile(practiceLogFile(directory), `\n${line(3)}`);
    clock.pass(100);
    await log.refresh();
    expect([numbers(log), log.state().unreadable]).toEqual([[1, 3], 0]);
    expect(await readFile(path.join(directory, asideName), 'utf8')).toBe(torn);
  });

  test('is set aside by the next start, and a second one keeps its own file', async () => {
    const directory = await tempFolder();
    for (const start of [40, 60]) {
      await appendFile(practiceLogFile(directory), line(1).slice(0, start));
      await (await open(directory)).log.close();
    }
    const kept = await readdir(directory);
    expect(kept.toSorted()).toEqual([asideName.replace('.jsonl', '-2.jsonl'), asideName, 'practice-log.jsonl']);
    expect(await readFile(path.join(directory, asideName), 'utf8')).toBe(line(1).slice(0, 40));
    expect((await onDisk(directory)).trim()).toBe('');
  });

  test('cut anywhere, it alone is lost, and the log goes on', { timeout: 120_000 }, async () => {
    const directory = await tempFolder();
    // As short as a line can be: each byte is a start of its own, with all that is synced in it.
    const bare = { story: 's', fingerprint: '', parts: [], group: null, question: '', sections: [] };
    const short = (number: number, title: string) => `${formatRecord(run(number, { ...bare, title }))}\n`;
    const last = Buffer.from(short(3, 'ü漢'));
    const before = Buffer.from(short(1, '') + short(2, ''));
    // From the end: the whole line without its line break is one of them.
    for (let end = last.length - 1; end >= 0; end -= cutEvery) {
      await write(directory, Buffer.concat([before, last.subarray(0, end)]));
      const { log, told } = await open(directory);
      const whole = end === last.length - 1;
      expect(numbers(log)).toEqual(whole ? [1, 2, 3] : [1, 2]);
      await log.add(run(4));
      const isTorn = end > 0 && !whole;
      expect(told).toHaveLength(isTorn ? 1 : 0);
      expect(await readdir(directory)).toHaveLength(isTorn ? 2 : 1);
      if (isTorn) {
        expect(await readFile(path.join(directory, asideName))).toEqual(last.subarray(0, end));
        await rm(path.join(directory, asideName));
      }
      const again = await open(directory);
      expect(numbers(again.log)).toEqual(whole ? [1, 2, 3, 4] : [1, 2, 4]);
      expect([again.log.state().unreadable, again.told]).toEqual([0, []]);
    }
  });
});

describe('a disk that doesn’t take it', () => {
  /** A settings folder that can't be made, since a file stands in its way. */
  async function blocked(): Promise<{ directory: string; unblock: () => Promise<void> }> {
    const obstacle = path.join(await tempFolder(), 'settings');
    await writeFile(obstacle, '');
    return { directory: path.join(obstacle, 'Offbook'), unblock: () => rm(obstacle) };
  }

  test('leaves the run pending, which counts and is written after a while', async () => {
    const { directory, unblock } = await blocked();
    const { log, clock, told, over } = await open(directory);
    told.length = 0;
    expect(await log.add(run(1))).toBe(false);
    expect(await log.add(run(2))).toBe(false);
    expect(numbers(log)).toEqual([1, 2]);
    expect(log.state()).toMatchObject({ pending: 2, why: 'there is a file where its folder should be' });
    expect(told).toEqual([
      `error: Your runs can’t be saved in the practice log ${log.state().file}: there is a file where its folder should be. Offbook keeps them until it quits and will try again. Free some space or fix the folder.`,
    ]);
    await unblock();
    clock.pass(60_000);
    await log.refresh();
    expect(log.state()).toMatchObject({ runs: 2, pending: 0, why: null });
    expect(over).toContain('log-unsaved');
    expect(told.slice(1)).toEqual([`info: The practice log ${log.state().file} is up to date again.`]);
    expect(await onDisk(directory)).toBe(line(1) + line(2));
    expect(clock.waiting()).toBe(0);
  });

  test('says why in words: a file is where its folder should be', async () => {
    const directory = path.join(await tempFolder(), 'Offbook');
    await writeFile(directory, '');
    const { log } = await open(directory);
    await log.add(run(1));
    expect(log.state().why).toBe('there is a file where its folder should be');
  });

  test('is tried again with the next run, in order', async () => {
    const { directory, unblock } = await blocked();
    const { log } = await open(directory);
    await log.add(run(1));
    await unblock();
    expect(await log.add(run(2))).toBe(true);
    expect(await onDisk(directory)).toBe(line(1) + line(2));
  });

  test('is tried less and less often, told once, and tried a last time at the end', async () => {
    const { directory, unblock } = await blocked();
    const { log, clock, told } = await open(directory);
    told.length = 0;
    await log.add(run(1));
    let waitedMs = 0;
    for (let tries = 0; tries < 8; tries += 1) {
      const before = waitedMs;
      while (clock.waiting() > 0) {
        clock.pass(1000);
        waitedMs += 1000;
      }
      expect(waitedMs - before).toBe(Math.min(60_000, 2000 * 2 ** tries));
      await log.refresh();
    }
    expect(told.filter((text) => text.includes('can’t be saved'))).toHaveLength(1);
    expect(await log.close()).toEqual([run(1)]);
    expect(clock.waiting()).toBe(0);
    await unblock();
    const second = await open(directory);
    expect(numbers(second.log)).toEqual([]);
  });

  test.each([
    ['a folder', (file: string) => mkdir(file), 'it is a folder, not a file'],
    ['a named pipe', async (file: string) => void execFileSync('mkfifo', [file]), 'it isn’t a regular file'],
  ])('%s in the file’s place gets a message, and the runs wait', async (_, make, why) => {
    const directory = await tempFolder();
    await make(practiceLogFile(directory));
    const { log, clock, told, over } = await open(directory);
    expect(told).toEqual([
      `error: The practice log ${log.state().file} can’t be read: it isn’t a regular file. Earlier runs won’t show until it can be; new ones are added as soon as the disk takes them.`,
    ]);
    expect(await log.add(run(1))).toBe(false);
    expect(log.state().why).toBe(why);
    await rm(log.state().file, { recursive: true });
    await write(directory, line(2));
    clock.pass(60_000);
    await log.refresh();
    expect([numbers(log).toSorted((one, other) => one - other), log.state().why]).toEqual([[1, 2], null]);
    expect(over).toEqual(expect.arrayContaining(['log-unread', 'log-unsaved']));
  });

  test.skipIf(process.platform === 'win32')(
    'a read-only folder gets a message with the reason',
    { timeout: 30_000 },
    async () => {
      const directory = await tempFolder();
      await write(directory, line(1));
      const { uid } = withoutRights();
      await chmod(practiceLogFile(directory), 0o444);
      await chmod(directory, uid === undefined ? 0o555 : 0o755);
      const child = startChild('practice/log-child.ts', [directory, 'a', '1'], withoutRights());
      const said = await allOf(child);
      await chmod(directory, 0o755);
      expect(said).toContainEqual({ opened: 1 });
      expect(said).toContainEqual({ pending: 1, why: 'you don’t have permission to read or write it' });
      expect(said.at(-1)).toEqual({ left: 1 });
      expect(await onDisk(directory)).toBe(line(1));
    },
  );
});

test('25,000 runs are opened with a quarter of a second of the processor, or not much more', async () => {
  const directory = await tempFolder();
  await write(directory, Array.from({ length: 25_000 }, (_, number) => line(number)).join(''));
  const before = process.threadCpuUsage();
  const { log } = await open(directory);
  const { user, system } = process.threadCpuUsage(before);
  expect(log.state()).toMatchObject({ runs: 25_000, unreadable: 0 });
  expect((user + system) / 1000).toBeLessThan(650);
});
