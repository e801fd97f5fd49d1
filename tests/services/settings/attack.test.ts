import { execFileSync } from 'node:child_process';
import { chmod, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { defaultSettings } from '../../../src/core/settings/schema.ts';
import { openPracticeLog, practiceLogFile } from '../../../src/services/practice/log.ts';
import { openSettingsFile } from '../../../src/services/settings/settings-file.ts';
import { recordOf } from '../../core/rehearsal/records.ts';
import { kills } from '../../sizes.ts';
import { startChild } from '../children.ts';
import { fakeClock } from '../fake-clock.ts';
import { tempFolder } from '../temp-folder.ts';

/* The settings and the log on a disk that is full, with other things in their places, and killed again and again. */

vi.setConfig({ testTimeout: 120_000 });

async function openBoth(directory: string) {
  const told: string[] = [];
  const tell = (severity: string, text: string) => void told.push(`${severity}: ${text}`);
  const settings = await openSettingsFile({ directory, tell });
  const log = await openPracticeLog({ directory, clock: fakeClock(), tell });
  onTestFinished(async () => void (await log.close()));
  return { settings, log, told };
}

/** A disk of 64 kB; null where this user may not mount one. */
async function smallDisk(): Promise<string | null> {
  const folder = await tempFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}

test('on a full disk each change says so and stays, and all is saved once there is room', async ({ skip }) => {
  const disk = await smallDisk();
  if (disk === null) return skip('this user may not mount a disk');
  const { settings, log, told } = await openBoth(disk);
  settings.change({ textSize: 30 });
  expect(await settings.saved()).toBeNull();
  expect(await log.add(recordOf({ story: 'one' }))).toBe(true);
  const before = await readFile(settings.path, 'utf8');

  const filler = path.join(disk, 'filler');
  await writeFile(filler, Buffer.alloc(128 * 1024)).catch(() => undefined);
  settings.change({ textSize: 31 });
  expect(await settings.saved()).toContain('the disk is full');
  expect(settings.current().textSize).toBe(31);
  // The old file is whole.
  expect(await readFile(settings.path, 'utf8')).toBe(before);
  // A line may fit into the last page that the log has; many don't.
  for (let run = 0; run < 20; run += 1) await log.add(recordOf({ story: `more-${run}`, title: 'x'.repeat(1000) }));
  expect(log.state().pending).toBeGreaterThan(0);
  expect(log.state().runs).toBe(21);
  expect(told.filter((text) => text.startsWith('error: '))).toHaveLength(2);

  await rm(filler);
  settings.change({ countUp: true });
  expect(await settings.saved()).toBeNull();
  expect(JSON.parse(await readFile(settings.path, 'utf8'))).toMatchObject({ textSize: 31, countUp: true });
  expect(await log.close()).toEqual([]);
  // Where a line didn’t fit, blanks are left of it.
  const lines = (await readFile(practiceLogFile(disk), 'utf8')).split('\n').filter((line) => line.trim() !== '');
  expect(lines.map((line) => (JSON.parse(line) as { story: string }).story)).toEqual([
    'one',
    ...Array.from({ length: 20 }, (_, run) => `more-${run}`),
  ]);
});

describe.skipIf(process.platform === 'win32')('in place of the files', () => {
  const things: Record<string, (file: string) => Promise<unknown>> = {
    'a named pipe': (file) => Promise.resolve(execFileSync('mkfifo', [file])),
    'a device that never ends': (file) => symlink('/dev/zero', file),
    'a device that takes nothing': (file) => symlink('/dev/full', file),
    'a link to itself': (file) => symlink(file, file),
    'a link to nothing': (file) => symlink(`${file}-nowhere/at/all`, file),
  };

  test.each(Object.keys(things))(
    '%s: the program starts with a sentence, and what is changed isn’t lost',
    async (thing) => {
      const directory = await tempFolder();
      for (const name of ['settings.json', 'practice-log.jsonl']) await things[thing]?.(path.join(directory, name));
      const { settings, log, told } = await openBoth(directory);
      expect(settings.current()).toEqual(defaultSettings());
      settings.change({ textSize: 30 });
      const refusal = await settings.saved();
      await log.add(recordOf({ story: 'one' }));
      expect(settings.current().textSize).toBe(30);
      expect(log.state().runs).toBe(1);
      const isSaved = refusal === null && (JSON.parse(await readFile(settings.path, 'utf8')) as object);
      if (isSaved === false) expect(refusal).toContain(settings.path);
      else expect(isSaved).toMatchObject({ textSize: 30 });
      const isLogged = log.state().pending === 0;
      if (isLogged) expect(await readFile(practiceLogFile(directory), 'utf8')).toContain('"story":"one"');
      else expect(told.some((text) => text.startsWith('error: ') && text.includes('practice-log.jsonl'))).toBe(true);
      expect(told.join('\n')).not.toMatch(/undefined|\[object/u);
    },
  );
});

test.skipIf(process.platform === 'win32')(
  'killed at any moment, saved settings are those that were acknowledged, or later ones',
  async () => {
    const directory = await tempFolder();
    for (let kill = 0; kill < kills; kill += 1) {
      const child = startChild('settings/settings-child.ts', [directory, 'loop']);
      let acknowledged = -1;
      for await (const line of child.lines) {
        if (typeof line['saved'] === 'number') acknowledged = line['saved'];
        if (acknowledged >= (kill * 7) % 30) child.process.kill('SIGKILL');
      }
      const { settings, told } = await openBoth(directory);
      const length = settings.current().folders[0]?.length ?? 0;
      // The folder grows by a letter with each save, so it tells which save this is.
      expect(length - '/stories/'.length).toBeGreaterThanOrEqual(acknowledged);
      expect(told).toEqual([]);
      await chmod(directory, 0o700);
      expect((await stat(settings.path)).mode & 0o777).toBe(0o600);
    }
  },
);
