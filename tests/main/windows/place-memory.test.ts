import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPlaceMemories } from '../../../src/main/windows/place-memory.ts';

let folder: string;
let file: string;
let logged: string[];
const log = (line: string) => logged.push(line);
const place = { x: 10, y: 20, width: 460, height: 260, maximized: false };

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'offbook-places-'));
  file = path.join(folder, 'windows.json');
  logged = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a place is found by its set of displays, after a restart too', async () => {
  const memory = await openPlaceMemories(file, log);
  expect(memory.prompter.find('desk')).toBeNull();
  memory.prompter.remember('desk', place);
  memory.prompter.remember('train', { ...place, x: 99 });
  memory.prompter.remember('desk', { ...place, y: 30 });
  expect(memory.prompter.find('desk')).toEqual({ ...place, y: 30 });
  await memory.flush();

  const next = await openPlaceMemories(file, log);
  expect(next.prompter.find('desk')).toEqual({ ...place, y: 30 });
  expect(next.prompter.find('train')).toEqual({ ...place, x: 99 });
  expect(next.prompter.find('else')).toBeNull();
  expect(logged).toEqual([]);
});

test('after twenty sets of displays, the one unused for longest is forgotten', async () => {
  const memory = await openPlaceMemories(file, log);
  for (let desk = 0; desk < 20; desk += 1) memory.prompter.remember(`desk ${desk}`, place);
  memory.prompter.remember('desk 0', place);
  memory.prompter.remember('desk 20', place);
  expect(memory.prompter.find('desk 1')).toBeNull();
  expect(memory.prompter.find('desk 0')).toEqual(place);
  expect(memory.prompter.find('desk 20')).toEqual(place);
  await memory.flush();
});

test('only whole pixels are written, whatever else an object contains', async () => {
  const memory = await openPlaceMemories(file, log);
  memory.prompter.remember('desk', { ...place, x: 9.6, width: 460.4, extra: 'x' } as typeof place);
  await memory.flush();
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    version: 1,
    prompter: [{ displays: 'desk', ...place }],
    library: [],
  });
});

test('an invalid place doesn’t affect the others', async () => {
  const desk = { displays: 'desk', ...place };
  const bad = [null, 'text', {}, { ...desk, width: 1 }, { ...desk, x: '10' }, { ...desk, y: 1.5 }];
  await writeFile(file, JSON.stringify({ version: 1, prompter: [...bad, { ...desk, displays: 'train' }] }));
  const memory = await openPlaceMemories(file, log);
  expect(memory.prompter.find('desk')).toBeNull();
  expect(memory.prompter.find('train')).toEqual(place);
});

test('each window has its own places and its own minimum size', async () => {
  const memory = await openPlaceMemories(file, log);
  const large = { x: 0, y: 0, width: 1120, height: 720, maximized: true };
  memory.library.remember('desk', large);
  expect(memory.prompter.find('desk')).toBeNull();
  memory.prompter.remember('desk', place);
  await memory.flush();
  const next = await openPlaceMemories(file, log);
  expect([next.prompter.find('desk'), next.library.find('desk')]).toEqual([place, large]);

  const small = { displays: 'desk', ...place };
  await writeFile(file, JSON.stringify({ version: 1, prompter: [small], library: [small] }));
  const again = await openPlaceMemories(file, log);
  expect([again.prompter.find('desk'), again.library.find('desk')]).toEqual([place, null]);
});

test('an older file without the library keeps the prompter’s places', async () => {
  const { maximized: _unknown, ...before } = place;
  await writeFile(file, JSON.stringify({ version: 1, prompter: [{ displays: 'desk', ...before }] }));
  const memory = await openPlaceMemories(file, log);
  expect(memory.prompter.find('desk')).toEqual(place);
  expect(memory.library.find('desk')).toBeNull();
  expect(logged).toEqual([]);
});

describe('a file that can’t be used', () => {
  test.each([
    ['empty', ''],
    ['cut', '{"version":1,"prompter":[{"disp'],
    ['NUL-filled', '\0'.repeat(200)],
    ['of another version', '{"version":2,"prompter":[]}'],
    ['a list', '[]'],
    ['without a list of places', '{"version":1,"prompter":{}}'],
  ])('%s: is replaced', async (_what, content) => {
    await writeFile(file, content);
    const memory = await openPlaceMemories(file, log);
    expect(memory.prompter.find('desk')).toBeNull();
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain(file);
    memory.prompter.remember('desk', place);
    await memory.flush();
    expect((await openPlaceMemories(file, log)).prompter.find('desk')).toEqual(place);
  });

  test('a folder instead of the file costs only the places', async () => {
    const memory = await openPlaceMemories(folder, log);
    memory.prompter.remember('desk', place);
    await memory.flush();
    expect(memory.prompter.find('desk')).toEqual(place);
    expect(logged).toHaveLength(2);
    expect(logged[1]).toContain("couldn't be saved");
  });
});
