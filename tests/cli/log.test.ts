import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/log.ts';
import { formatRecord, type RunRecord } from '../../src/core/rehearsal/record.ts';
import { csvHead } from '../../src/core/rehearsal/runs-csv.ts';
import { recordOf } from '../core/rehearsal/records.ts';
import { tempFolder } from '../services/temp-folder.ts';

/** Runs the command on a log with that content; null for no log. */
async function log(content: string | null, ...args: string[]) {
  const home = await tempFolder();
  const file = path.join(home, 'practice-log.jsonl');
  if (content !== null) await writeFile(file, content);
  const said = { out: '', err: '' };
  const code = await run(args, {
    stdout: { write: (text: string) => (said.out += text) },
    stderr: { write: (text: string) => (said.err += text) },
    env: { OFFBOOK_HOME: home },
    cwd: home,
  });
  if (content !== null) expect(await readFile(file, 'utf8')).toBe(content);
  return { code, out: said.out, err: said.err.replaceAll(file, 'LOG') };
}

const lines = (...runs: RunRecord[]) => runs.map((record) => `${formatRecord(record)}\n`).join('');
const early = recordOf({ at: '2026-11-19T07:05:59.000-05:00', title: 'Früh', group: null });
const late = recordOf({
  totalMs: 129_123,
  level: 'initials',
  questionKind: 'alternate',
  peeks: 2,
  missed: [{ id: 'a', text: 'x' }],
  finished: false,
  rating: null,
  variant: 'Shorter',
});

describe('offbook log', () => {
  test('prints each run in its own time zone, the oldest first, with its sections', async () => {
    expect(await log(lines(late, early))).toEqual({
      code: 0,
      out: [
        '2026-11-19 07:05  1:58 of 2:00  Früh  (outline, good)',
        '    situation 0:28/0:30  action 1:12/1:10  result 0:18/0:20',
        '2026-11-20 18:30  2:09 of 2:00  Ownership · The labels · Shorter  (9 s over, initials, by another question, peeks: 2, left out: 1, stopped early, not rated)',
        '    situation 0:28/0:30  action 1:12/1:10  result 0:18/0:20',
        '',
      ].join('\n'),
      err: '',
    });
  });

  test('a section without a time has a dash, and a single one has no line', async () => {
    const [first, second] = early.sections;
    const untimed = { ...early, sections: [first!, { ...second!, spokenMs: null }] };
    expect((await log(lines(untimed))).out).toContain('situation 0:28/0:30  action –/1:10\n');
    expect((await log(lines({ ...early, sections: [first!] }))).out.split('\n')).toHaveLength(2);
  });

  test('--json is a list of the runs', async () => {
    const { code, out, err } = await log(lines(late, early), '--json');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual([early, late]);
  });

  test('--csv is a table with a header', async () => {
    const { code, out, err } = await log(lines(late, early), '--csv');
    expect([code, err]).toEqual([0, '']);
    expect(out.startsWith(csvHead)).toBe(true);
    expect(out.split('\r\n')).toHaveLength(4);
  });

  test('text from a file can’t control the terminal', async () => {
    expect((await log(lines({ ...early, title: 'a\u001B[2Jb\nc' }))).out).toContain('a [2Jb c');
  });
});

describe('nothing to print', () => {
  test('without a log it says so, and that isn’t an error', async () => {
    const err = 'There are no runs in LOG yet. Rehearse a story to add one.\n';
    for (const content of [null, '']) {
      expect(await log(content)).toMatchObject({ code: 0, out: '' });
      expect(await log(content, '--json')).toMatchObject({ code: 0, out: '[]\n' });
      expect(await log(content, '--csv')).toMatchObject({ code: 0, out: csvHead });
    }
    expect((await log('')).err).toBe(err);
  });

  test('a log that can’t be opened is an error with its reason', async () => {
    const home = await tempFolder();
    await mkdir(path.join(home, 'practice-log.jsonl'));
    const said: string[] = [];
    const write = (text: string) => said.push(text);
    const code = await run([], { stdout: { write }, stderr: { write }, env: { OFFBOOK_HOME: home }, cwd: home });
    expect(code).toBe(1);
    expect(said.join('')).toBe(
      `The practice log ${path.join(home, 'practice-log.jsonl')} can’t be read: it isn’t a regular file.\n`,
    );
  });
});

describe('what is left out', () => {
  test('is reported with its line, and the file isn’t changed', async () => {
    const content = `${lines(early)}oops\n{"v":2}\n${lines(late)}{"v":1,"type":"run"`;
    const { code, out, err } = await log(content);
    expect(code).toBe(0);
    expect(out).toContain('Früh');
    expect(out).toContain('The labels');
    expect(err).toBe(
      [
        'LOG:2 This line of the practice log can’t be read: it is cut off or not a JSON object. It stays in the file but doesn’t count; correct or delete it.',
        'LOG: lines by a newer version of Offbook, left out here: 1.',
        'LOG: its last line is cut off. Offbook will set it aside at its next start.',
        '',
      ].join('\n'),
    );
  });

  test('only the first hundred of many bad lines are named', async () => {
    const { err } = await log('oops\n'.repeat(103));
    expect(err).toContain('LOG: more lines that can’t be read: 3.\n');
  });
});

test('options that make no sense are refused with the usage', async () => {
  expect(await log(null, '--json', '--csv')).toEqual({
    code: 2,
    out: '',
    err: 'Use either --json or --csv.\nUsage: offbook log [--json | --csv]\n',
  });
});
