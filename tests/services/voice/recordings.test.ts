import { spawn } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { setUpRecordings } from '../../../src/services/voice/recordings.ts';
import { startChild } from '../children.ts';
import { fakeClock } from '../fake-clock.ts';
import { tempFolder } from '../temp-folder.ts';

const sound = (words: string): Buffer => Buffer.from(words);
const recorded = (id: string) => ({ id, startMs: 250, durationMs: 2000, peaks: [1, 2, 3] });

async function open({ capBytes = 1_000_000 } = {}) {
  const directory = path.join(await tempFolder(), 'recordings');
  const clock = fakeClock();
  let changes = 0;
  const options = { directory, clock, changed: () => void (changes += 1) };
  const store = setUpRecordings({ ...options, capBytes: () => capBytes });
  return {
    directory,
    clock,
    store,
    changes: () => changes,
    another: () => setUpRecordings({ ...options, capBytes: () => capBytes }),
    /** A whole recording, a minute after the one before. */
    record: async (id: string, storyId = 'a', words = '12345') => {
      clock.pass(60_000);
      expect(await store.start(id, storyId)).toBeNull();
      expect(await store.append(id, 0, sound(words))).toBeNull();
      expect(await store.finish(recorded(id))).toBeNull();
    },
    ids: async () => (await store.list()).map(({ id }) => id),
    heard: (id: string) => readFile(path.join(directory, `${id}.webm`), 'utf8'),
  };
}

test('a recording grows slice by slice, and is kept with what belongs to it', async () => {
  const { store, heard, changes } = await open();
  expect(await store.start('one', 'my-story')).toBeNull();
  expect(await store.list()).toEqual([]);
  expect(await store.append('one', 0, sound('abc'))).toBeNull();
  expect(await store.append('one', 3, sound('de'))).toBeNull();
  expect(await heard('one')).toBe('abcde');
  const begun = { id: 'one', story: 'my-story', bytes: 5, starred: false, at: expect.any(String) as string };
  expect(await store.list()).toEqual([{ ...begun, recorded: null }]);
  expect(await store.finish(recorded('one'))).toBeNull();
  expect(await store.list()).toEqual([{ ...begun, recorded: recorded('one') }]);
  expect(changes()).toBe(2);
});

test('what is sent again is there only once, and nothing can be left out', async () => {
  const { store, heard } = await open();
  await store.start('one', 'a');
  await store.append('one', 0, sound('abc'));
  await store.start('one', 'a');
  expect(await store.append('one', 0, sound('abc'))).toBeNull();
  expect(await store.append('one', 2, sound('cde'))).toBeNull();
  expect(await heard('one')).toBe('abcde');
  expect(await store.append('one', 9, sound('x'))).toMatch(/^The run goes on, but its recording stopped: a part of it/);
  expect(await heard('one')).toBe('abcde');
});

test('slices that come at once stay in order', async () => {
  const { store, heard } = await open();
  void store.start('one', 'a');
  await Promise.all('abcdefgh'.split('').map((letter, place) => store.append('one', place, sound(letter))));
  expect(await heard('one')).toBe('abcdefgh');
});

test.skipIf(process.platform === 'win32')('only the owner can read them', async () => {
  const { directory, record } = await open();
  await mkdir(directory, { mode: 0o755 });
  await chmod(directory, 0o755);
  await record('one');
  expect((await stat(directory)).mode & 0o777).toBe(0o700);
  for (const name of await readdir(directory)) {
    expect((await stat(path.join(directory, name))).mode & 0o777, name).toBe(0o600);
  }
});

describe('the space', () => {
  test('the oldest are deleted when a recording begins and when it ends', async () => {
    const { record, ids } = await open({ capBytes: 22 });
    for (const id of ['1', '2', '3', '4']) await record(id);
    expect(await ids()).toEqual(['4', '3', '2', '1']);
    await record('5');
    expect(await ids()).toEqual(['5', '4', '3', '2']);
  });

  test('a star keeps a recording, even one that another program gave', async () => {
    const { record, ids, another } = await open({ capBytes: 15 });
    for (const id of ['1', '2', '3']) await record(id);
    await another().star('1', true);
    await record('4');
    expect(await ids()).toEqual(['4', '3', '2', '1']);
    await another().star('1', false);
    await record('5');
    expect(await ids()).toEqual(['5', '4', '3']);
  });

  test('other stories’ recordings aren’t in the way of the latest three', async () => {
    const { record, ids } = await open({ capBytes: 0 });
    for (const id of ['1', '2', '3', '4']) await record(id, 'a');
    await record('5', 'b');
    expect(await ids()).toEqual(['5', '4', '3', '2']);
  });
});

describe('deleting', () => {
  test('takes both files away, and one that is gone already does no harm', async () => {
    const { store, record, directory, ids } = await open();
    await record('1');
    await record('2');
    await store.remove('1');
    await store.remove('1');
    expect(await ids()).toEqual(['2']);
    expect((await readdir(directory)).toSorted()).toEqual(['2.json', '2.webm']);
    await expect(store.star('1', true)).rejects.toThrow('The recording can’t get a star: somebody deleted it.');
  });

  test('all, those with a star too, and nothing else in the folder', async () => {
    const { store, record, directory } = await open();
    await record('1');
    await record('2');
    await store.star('2', true);
    await writeFile(path.join(directory, 'letter.txt'), 'mine');
    await store.removeAll();
    expect(await readdir(directory)).toEqual(['letter.txt']);
    expect(await store.list()).toEqual([]);
  });

  test('while it is recorded, ends it with a sentence', async () => {
    const { store } = await open();
    await store.start('one', 'a');
    await store.append('one', 0, sound('abc'));
    await store.removeAll();
    expect(await store.append('one', 3, sound('de'))).toBe(
      'The run goes on, but its recording stopped: somebody deleted it.',
    );
    expect(await store.append('one', 0, sound('abc'))).toContain('somebody deleted it');
    expect(await store.finish(recorded('one'))).toBeNull();
    expect(await store.list()).toEqual([]);
  });
});

describe('what a killed or careless program leaves', () => {
  test('sound without its note is listed, so that it can be deleted', async () => {
    const { store, record, directory } = await open();
    await record('1');
    await rm(path.join(directory, '1.json'));
    expect(await store.list()).toMatchObject([{ id: '1', story: '', bytes: 5, recorded: null }]);
    await writeFile(path.join(directory, '1.json'), '{"story": 5');
    expect(await store.list()).toMatchObject([{ id: '1', story: '' }]);
  });

  test('a note without sound isn’t listed, and goes after a day', async () => {
    const { store, record, directory, clock } = await open();
    await record('1');
    await rm(path.join(directory, '1.webm'));
    const written = clock.wallTime();
    for (const name of ['1.json', '1.json.123-ab.new']) {
      await writeFile(path.join(directory, name), '{}');
      await utimes(path.join(directory, name), written, written);
    }
    await record('2');
    expect(await store.list()).toHaveLength(1);
    expect(await readdir(directory)).toContain('1.json');
    clock.pass(25 * 3_600_000);
    await record('3');
    expect((await readdir(directory)).toSorted()).toEqual(['2.json', '2.webm', '3.json', '3.webm']);
  });

  test.skipIf(process.platform === 'win32')('nothing is written into what isn’t a regular file', async () => {
    const { store, directory } = await open();
    await store.start('one', 'a');
    await symlink('/dev/null', path.join(directory, 'one.webm'));
    expect(await store.append('one', 0, sound('abc'))).toBe(
      `The run goes on, but its recording stopped in ${directory}: it isn’t a regular file.`,
    );
  });

  test('a file where the folder should be is a sentence', async () => {
    const { store, directory } = await open();
    await writeFile(directory, '');
    expect(await store.start('one', 'a')).toMatch(/^This run can’t be recorded in .*recordings: /);
  });
});

test('two programs record at once, each its own', async () => {
  const { store, another, heard, ids } = await open();
  const other = another();
  await Promise.all([store.start('1', 'a'), other.start('2', 'a')]);
  await Promise.all([store.append('1', 0, sound('one')), other.append('2', 0, sound('two'))]);
  // A page that lost one program goes on with the other.
  await other.append('1', 3, sound('!'));
  expect([await heard('1'), await heard('2')]).toEqual(['one!', 'two']);
  expect((await ids()).toSorted()).toEqual(['1', '2']);
});

test('a program that is killed leaves all that was acknowledged', async () => {
  const { directory, store } = await open();
  const child = startChild('voice/recordings-child.ts', [directory, 'one', '1000']);
  let acknowledged = 0;
  for await (const { bytes } of child.lines) {
    acknowledged = Number(bytes);
    if (acknowledged >= 30) child.process.kill('SIGKILL');
  }
  const [left] = await store.list();
  expect(left).toMatchObject({ id: 'one', recorded: null });
  expect(left?.bytes).toBeGreaterThanOrEqual(acknowledged);
  // The page sends what it hasn’t heard about again, to the next program.
  expect(await store.append('one', acknowledged, sound('x'.repeat(10)))).toBeNull();
  expect(await readFile(path.join(directory, 'one.webm'), 'utf8')).toMatch(/^(?:\d{3})+x*$/);
});

test.skipIf(process.platform === 'win32')('a full disk ends the recording, and keeps what it took', async () => {
  const directory = path.join(await tempFolder(), 'recordings');
  const script = fileURLToPath(new URL('recordings-child.ts', import.meta.url));
  const shell = `ulimit -f 2; trap '' XFSZ; exec "$0" "$@"`;
  const args = ['-c', shell, process.execPath, script, directory, 'one', '400'];
  const lines = (await text(spawn('sh', args, { stdio: ['ignore', 'pipe', 'inherit'] }).stdout)).trim().split('\n');
  const last = JSON.parse(lines.at(-1) ?? '') as { refused?: string };
  expect(last.refused).toMatch(/^The run goes on, but its recording stopped in .*recordings: /);
  expect((await stat(path.join(directory, 'one.webm'))).size).toBe(1024);
});
