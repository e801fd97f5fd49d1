import { spawn } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openPracticeLog, practiceLogFile } from '../../../src/services/practice/log.ts';
import { kills } from '../../sizes.ts';
import { startChild } from '../children.ts';
import { fakeClock } from '../fake-clock.ts';
import { tempFolder } from '../temp-folder.ts';

function open(directory: string, told: string[] = []) {
  return openPracticeLog({ directory, clock: fakeClock(), tell: (_, sentence) => told.push(sentence) });
}

describe('killed while it writes', () => {
  test('again and again, at most the run in progress is lost each time', { timeout: 300_000 }, async () => {
    const directory = await tempFolder();
    let tornLines = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const name = `run-${kill}`;
      // Lines of many pages, since the system writes a short one in one go. Some are killed in their first write.
      const child = startChild('practice/log-child.ts', [directory, name, '1000000', String((kill % 4) * 90_000)]);
      const lastWanted = kill % 7;
      let acknowledged = -1;
      for await (const said of child.lines) {
        if ('severity' in said) tornLines += 1;
        if ('saved' in said) acknowledged = Number(said['saved']);
        if ('opened' in said || 'saved' in said) {
          if (acknowledged >= lastWanted - 1) child.process.kill('SIGKILL');
        }
      }
      const log = await open(directory);
      const written = log.runs().filter(({ story }) => story === name);
      // All that was acknowledged is there, and nothing is missing or doubled in between.
      expect(written.length).toBeGreaterThan(acknowledged);
      expect(written.map(({ totalMs }) => totalMs)).toEqual(written.map((_, index) => index));
      expect(log.state().unreadable).toBe(0);
      await log.close();
    }
    expect(new Set((await open(directory)).runs().map(({ story }) => story)).size).toBeGreaterThan(kills / 2);
    expect(tornLines).toBeLessThanOrEqual(kills);
  });
});

describe.skipIf(process.platform === 'win32')('a disk that fills up in the middle of a line', () => {
  /** Runs the program with a limit on the size of its files, in blocks of 512 bytes: a real disk's end. */
  async function runLimited(blocks: number, args: string[]): Promise<Record<string, unknown>[]> {
    const script = fileURLToPath(new URL('log-child.ts', import.meta.url));
    const shell = `ulimit -f ${blocks}; trap '' XFSZ; exec "$0" "$@"`;
    const child = spawn('sh', ['-c', shell, process.execPath, script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = (await text(child.stdout)).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  test('keeps the whole lines, leaves no torn one, and goes on when there is room', { timeout: 60_000 }, async () => {
    const directory = await tempFolder();
    const said = await runLimited(20, [directory, 'a', '12', '1500']);
    const saved = said.filter((line) => 'saved' in line).length;
    const pending = said.filter((line) => 'pending' in line);
    expect(saved).toBeGreaterThan(2);
    expect(pending.length).toBe(12 - saved);
    expect(pending[0]).toEqual({
      pending: 1,
      why: 'only a part of the line could be written, as when the disk is full',
    });
    expect(said.filter((line) => line['severity'] === 'error')).toHaveLength(1);
    expect(said.at(-1)).toEqual({ left: 12 - saved });
    expect((await stat(practiceLogFile(directory))).size).toBe(20 * 512);

    const told: string[] = [];
    const log = await open(directory, told);
    expect(log.state()).toMatchObject({ runs: saved, unreadable: 0 });
    await log.add({ ...log.runs()[0]!, story: 'b' });
    // What was written of the other line was blanked at once, so no message says that it was moved aside.
    expect(told).toEqual([]);
    const content = await readFile(practiceLogFile(directory), 'utf8');
    expect(content.trimEnd().split('\n').at(-1)).toContain('"story":"b"');
    expect((await open(directory)).state()).toMatchObject({ runs: saved + 1, unreadable: 0 });
    expect(path.basename(log.state().file)).toBe('practice-log.jsonl');
  });
});
