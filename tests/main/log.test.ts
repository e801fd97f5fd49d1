import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLog } from '../../src/main/log.ts';

let folder: string;
let file: string;
const nowMs = () => Date.UTC(2026, 10, 22, 20, 15);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'offbook-log-'));
  file = path.join(folder, 'offbook.log');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('each entry has its time and stays one line', async () => {
  const log = openLog(file, nowMs);
  log('first');
  log('second\nand more');
  expect(await readFile(file, 'utf8')).toBe(
    '2026-11-22T20:15:00.000Z first\n2026-11-22T20:15:00.000Z second and more\n',
  );
});

test('a file that has grown too large is set aside', async () => {
  await writeFile(file, 'x'.repeat(1024 * 1024 + 1));
  openLog(file, nowMs)('fresh');
  expect(await readFile(file, 'utf8')).toBe('2026-11-22T20:15:00.000Z fresh\n');
  expect((await readFile(`${file}.old`, 'utf8')).length).toBe(1024 * 1024 + 1);
});

test('a line that can’t be written goes to the console, with the name of the file', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  openLog(path.join(folder, 'missing', 'offbook.log'), nowMs)('lost');
  expect(said).toHaveBeenCalledOnce();
  expect(said.mock.calls[0]?.[0]).toContain('lost');
  expect(said.mock.calls[0]?.[0]).toContain('offbook.log');
});
