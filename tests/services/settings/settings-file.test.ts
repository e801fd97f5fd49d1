import { chmod, mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../../src/core/settings/schema.ts';
import { openSettingsFile } from '../../../src/services/settings/settings-file.ts';
import { allLines, startChild, withoutRights } from '../children.ts';
import { tempFolder } from '../temp-folder.ts';

vi.setConfig({ testTimeout: 30_000 });

const savedAt = new Date(2026, 10, 22, 20, 15, 7);
const asideName = 'settings.broken-2026-11-22T201507.json';

async function open(directory: string) {
  const told: string[] = [];
  const file = await openSettingsFile({
    directory,
    tell: (severity, text) => told.push(`${severity}: ${text}`),
    wallTime: () => savedAt,
  });
  return { file, told };
}

async function onDisk(directory: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(path.join(directory, 'settings.json'), 'utf8')) as Record<string, unknown>;
}

async function write(directory: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path.join(directory, 'settings.json'), content);
}

describe('loading', () => {
  test('without a file or even a folder, uses the defaults without a message and writes nothing', async () => {
    const directory = path.join(await tempFolder(), 'not', 'there');
    const { file, told } = await open(directory);
    expect(file.current()).toEqual(defaultSettings());
    await file.flush();
    expect(told).toEqual([]);
    await expect(readdir(directory)).rejects.toThrow('ENOENT');
  });

  test('what was saved holds at the next start', async () => {
    const directory = await tempFolder();
    const first = await open(directory);
    first.file.change({ textSize: 30, folders: ['/my stories/für mich'] });
    await first.file.flush();
    const second = await open(directory);
    expect(second.file.current()).toEqual({ ...defaultSettings(), textSize: 30, folders: ['/my stories/für mich'] });
    expect(second.told).toEqual([]);
    expect(await readdir(directory)).toEqual(['settings.json']);
  });

  test('a byte order mark, as Notepad writes it, is fine', async () => {
    const directory = await tempFolder();
    await write(directory, '\uFEFF{"textSize": 30}');
    const { file, told } = await open(directory);
    expect(file.current().textSize).toBe(30);
    expect(told).toEqual([]);
  });

  test.each([
    ['empty', ''],
    ['blank', ' \n'],
    ['full of NULs', new Uint8Array(200)],
    ['NULs after a good start', '{"textSize": 30}\0\0\0'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['not JSON', 'textSize = 30'],
    ['not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['deeply nested', '['.repeat(300_000)],
    ['nested 10,000 deep', `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
    ['huge', `{"a":"${'x'.repeat(1_100_000)}"}`],
  ])('a file that is %s is set aside with its date, and the message says where', async (_, content) => {
    const directory = await tempFolder();
    await write(directory, content);
    const { file, told } = await open(directory);
    expect(file.current()).toEqual(defaultSettings());
    expect(await readdir(directory)).toEqual([asideName]);
    expect(await readFile(path.join(directory, asideName))).toEqual(Buffer.from(content as string));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(path.join(directory, 'settings.json'));
    expect(told[0]).toContain(path.join(directory, asideName));
  });

  test('cut at any byte, the file never throws and never gets lost', async () => {
    const directory = await tempFolder();
    const { file } = await open(directory);
    file.change({ textSize: 30, theme: 'dark' });
    await file.flush();
    const whole = await readFile(path.join(directory, 'settings.json'));
    for (let length = 0; length < whole.length; length += 1) {
      const cut = whole.subarray(0, length);
      await write(directory, cut);
      const { file: reopened, told } = await open(directory);
      if (length === whole.length - 1) {
        expect(reopened.current().textSize).toBe(30); // only the last line's end is missing
      } else {
        expect(reopened.current()).toEqual(defaultSettings());
        expect(told).toHaveLength(1);
        expect(await readFile(path.join(directory, asideName))).toEqual(cut);
        await rm(path.join(directory, asideName));
      }
    }
  });

  test('two files set aside in the same second are both kept', async () => {
    const directory = await tempFolder();
    for (const content of ['one', 'two', 'three']) {
      await write(directory, content);
      await open(directory);
    }
    const kept = await Promise.all(
      (await readdir(directory)).map((name) => readFile(path.join(directory, name), 'utf8')),
    );
    expect(kept.sort()).toEqual(['one', 'three', 'two']);
  });

  test('a folder in its place is moved away like a broken file', async () => {
    const directory = await tempFolder();
    await mkdir(path.join(directory, 'settings.json'));
    const { file, told } = await open(directory);
    expect(told[0]).toContain('isn’t a file');
    file.change({ textSize: 30 });
    await file.flush();
    expect(await onDisk(directory)).toEqual({ version: 1, textSize: 30 });
  });

  test('a single bad value gets its default and a message, and is copied before it is replaced', async () => {
    const directory = await tempFolder();
    const content = '{"textSize": "big", "theme": "dark", "speed": 99}';
    await write(directory, content);
    const { file, told } = await open(directory);
    expect(file.current()).toEqual({ ...defaultSettings(), theme: 'dark' });
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('"speed"');
    expect(told[1]).toContain('"textSize" must be pixels from 14 to 64');
    expect(told[1]).toContain(path.join(directory, 'settings.json'));
    expect(await readdir(directory)).toEqual(['settings.json']);

    file.change({ countUp: true });
    await file.flush();
    file.change({ countUp: false });
    await file.flush();
    expect(await readFile(path.join(directory, asideName), 'utf8')).toBe(content);
    expect(await onDisk(directory)).toEqual({ version: 1, theme: 'dark', countUp: false });
    expect(told).toHaveLength(3);
    expect(told[2]).toContain(asideName);
    expect(await readdir(directory)).toHaveLength(2);
  });
});

describe('saving', () => {
  test('holds at once and reaches the disk with what was changed last', async () => {
    const directory = await tempFolder();
    const { file } = await open(directory);
    for (let size = 14; size <= 64; size += 1) file.change({ textSize: size });
    expect(file.current().textSize).toBe(64);
    await file.flush();
    expect(await onDisk(directory)).toEqual({ version: 1, textSize: 64 });
  });

  test('keeps keys of other versions, and a newer version’s number', async () => {
    const directory = await tempFolder();
    await write(directory, '{"version": 4, "remote": {"port": 1}, "textSize": 30}');
    const { file, told } = await open(directory);
    file.change({ textSize: 32 });
    await file.flush();
    expect(told).toEqual([]);
    expect(await onDisk(directory)).toEqual({ version: 4, remote: { port: 1 }, textSize: 32 });
  });

  test('two programs don’t undo each other’s changes', async () => {
    const directory = await tempFolder();
    const [one, other] = [await open(directory), await open(directory)];
    one.file.change({ textSize: 30 });
    await one.file.flush();
    other.file.change({ theme: 'dark' });
    await other.file.flush();
    one.file.change({ countUp: true });
    await one.file.flush();
    expect(await onDisk(directory)).toEqual({ version: 1, textSize: 30, theme: 'dark', countUp: true });
  });

  test('of two programs that save different settings at once, both changes stay', async () => {
    const directory = await tempFolder();
    const [one, other] = [await open(directory), await open(directory)];
    for (let round = 0; round < 20; round += 1) {
      one.file.change({ textSize: 20 + round });
      other.file.change({ lineHeight: 1.2 + round / 100 });
      await Promise.all([one.file.flush(), other.file.flush()]);
      expect(await onDisk(directory)).toMatchObject({ textSize: 20 + round, lineHeight: 1.2 + round / 100 });
    }
    expect(await readdir(directory)).toEqual(['settings.json']);
  });

  test('a lock that a killed program left holds nobody up', async () => {
    const directory = await tempFolder();
    const lock = path.join(directory, 'settings.json.lock');
    await writeFile(lock, '');
    await utimes(lock, savedAt, savedAt);
    const { file } = await open(directory);
    file.change({ textSize: 30 });
    expect(await file.saved()).toBeNull();
    expect(await onDisk(directory)).toEqual({ version: 1, textSize: 30 });
    expect(await readdir(directory)).toEqual(['settings.json']);
  });

  test('what is the same already is not written', async () => {
    const directory = await tempFolder();
    const { file } = await open(directory);
    file.change({ textSize: defaultSettings().textSize, theme: undefined });
    await file.flush();
    expect(await readdir(directory)).toEqual([]);
  });

  test('a file that was emptied meanwhile is set aside, and all current settings are saved again', async () => {
    const directory = await tempFolder();
    const { file, told } = await open(directory);
    file.change({ textSize: 30 });
    await file.flush();
    await write(directory, '');
    file.change({ theme: 'dark' });
    await file.flush();
    expect(await onDisk(directory)).toEqual({ version: 1, textSize: 30, theme: 'dark' });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(asideName);
  });

  test('a link to a file elsewhere stays a link', async () => {
    const [directory, elsewhere] = [await tempFolder(), await tempFolder()];
    await write(elsewhere, '{"textSize": 30}');
    await symlink(path.join(elsewhere, 'settings.json'), path.join(directory, 'settings.json'));
    const { file } = await open(directory);
    file.change({ theme: 'dark' });
    await file.flush();
    expect(await onDisk(elsewhere)).toEqual({ version: 1, textSize: 30, theme: 'dark' });
    expect(await readdir(elsewhere)).toEqual(['settings.json']);
  });

  test('what a killed program left half-written is cleared away; another program’s fresh file and a file of the person’s aren’t', async () => {
    const directory = await tempFolder();
    const yesterday = new Date(2026, 10, 22);
    const files = { 'settings.json.1-aa.new': yesterday, 'settings.json.2-bb.new': savedAt, 'stories.new': yesterday };
    for (const [name, time] of Object.entries(files)) {
      await writeFile(path.join(directory, name), '{');
      await utimes(path.join(directory, name), time, time);
    }
    const { told } = await open(directory);
    expect((await readdir(directory)).toSorted()).toEqual(['settings.json.2-bb.new', 'stories.new']);
    expect(told).toEqual([]);
  });
});

describe('a disk that refuses', () => {
  test('is reported once; the settings stay active, and are saved with the next change that works', async () => {
    const place = await tempFolder();
    const directory = path.join(place, 'Offbook');
    const { file, told } = await open(directory);
    await writeFile(directory, 'a file where the folder should be');
    file.change({ textSize: 30 });
    await file.flush();
    file.change({ theme: 'dark' });
    await file.flush();
    expect(file.current()).toMatchObject({ textSize: 30, theme: 'dark' });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^error: Your settings can’t be saved in .*settings\.json/u);

    await rm(directory);
    file.change({ countUp: true });
    await file.flush();
    expect(await onDisk(directory)).toEqual({ version: 1, textSize: 30, theme: 'dark', countUp: true });
    expect(told).toHaveLength(2);
    expect(told[1]).toMatch(/^info: Your settings are saved in .* again\.$/u);
  });

  test('saves the last of several changes to a setting, even one made while another isn’t saved', async () => {
    const directory = path.join(await tempFolder(), 'Offbook');
    const { file } = await open(directory);
    await writeFile(directory, '');
    for (let size = 30; size <= 34; size += 1) file.change({ textSize: size });
    await file.flush();
    await rm(directory);
    await file.flush();
    expect(await onDisk(directory)).toEqual({ version: 1, textSize: 34 });
  });

  test('that failed at startup too reports the first change that isn’t saved', async () => {
    const directory = path.join(await tempFolder(), 'Offbook');
    await writeFile(directory, 'a file where the folder should be');
    const { file, told } = await open(directory);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('can’t be read');
    file.change({ textSize: 30 });
    await file.flush();
    file.change({ textSize: 32 });
    await file.flush();
    expect(told).toHaveLength(2);
    expect(told[1]).toMatch(/^error: Your settings can’t be saved in .*They stay active until you quit/u);
  });

  test('and when the program ends, saving is tried a last time', async () => {
    const place = await tempFolder();
    const directory = path.join(place, 'Offbook');
    const { file } = await open(directory);
    await writeFile(directory, '');
    file.change({ textSize: 30 });
    await file.flush();
    await rm(directory);
    await file.flush();
    expect(await onDisk(directory)).toEqual({ version: 1, textSize: 30 });
  });

  test.skipIf(process.platform === 'win32')(
    'a folder without write permission is reported with the reason',
    async () => {
      const directory = await tempFolder();
      await write(directory, '{"textSize": 30}');
      await chmod(directory, 0o555);
      const child = startChild('settings/settings-child.ts', [directory, 'set', 'theme', '"dark"'], withoutRights());
      const lines = await allLines(child);
      await chmod(directory, 0o755);
      expect(lines).toHaveLength(2);
      expect(lines[0]).toMatchObject({ severity: 'error' });
      expect(lines[0]?.['text']).toContain(path.join(directory, 'settings.json'));
      expect(lines[0]?.['text']).toContain('you don’t have permission');
      expect(lines[1]).toMatchObject({ settings: { textSize: 30, theme: 'dark' } });
      expect(await onDisk(directory)).toEqual({ textSize: 30 });
    },
  );

  test.skipIf(process.platform === 'win32')('a file without read permission is left alone and reported', async () => {
    const directory = await tempFolder();
    await write(directory, '{"textSize": 30}');
    await chmod(path.join(directory, 'settings.json'), 0o000);
    await chmod(directory, 0o777);
    const child = startChild('settings/settings-child.ts', [directory, 'set', 'theme', '"dark"'], withoutRights());
    const lines = await allLines(child);
    expect(lines).toHaveLength(3);
    expect(lines[0]?.['text']).toContain('you don’t have permission');
    expect(lines[1]?.['text']).toContain('can’t be saved');
    await chmod(path.join(directory, 'settings.json'), 0o600);
    expect(await onDisk(directory)).toEqual({ textSize: 30 });
    expect(await readdir(directory)).toEqual(['settings.json']);
  });
});
