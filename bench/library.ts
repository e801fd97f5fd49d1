import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readStories } from '../src/core/stories/reader.ts';
import { systemClock } from '../src/services/base/clock.ts';
import { openLibrary, type LibraryChange } from '../src/services/library/library.ts';
import { createParser } from '../src/services/library/parse-pool.ts';
import { median } from '../src/core/values.ts';
import type { Benchmark } from './figure.ts';
import { madeUpFile } from './made-up-stories.ts';

const fileCount = 5000;
const openings = 3;
const saves = 20;

/** A folder of 5,000 files: how long until all are read, and from a save to the event for it. */
export const library: Benchmark = {
  name: 'library',
  run: async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'offbook-bench-'));
    await fillFolder(folder);
    const readyMs: number[] = [];
    let saveMs: number[] = [];
    for (let opening = 1; opening <= openings; opening += 1) {
      const start = performance.now();
      const open = openFolder(folder);
      await open.library.read;
      readyMs.push(performance.now() - start);
      if (opening === openings) saveMs = await measureSaves(folder, open);
      await open.close();
    }
    const oneByOneMs = await readOneByOne(folder);
    await rm(folder, { recursive: true });
    const ready = median(readyMs);
    return [
      { name: 'library.ready', value: ready, unit: 'ms', how: `${fileCount} files, median of ${openings}` },
      { name: 'library.oneByOne', value: oneByOneMs, unit: 'ms', how: 'the same files, read one after the other' },
      { name: 'library.ratio', value: ready / oneByOneMs, unit: '×', limit: 1.2, how: 'ready / one after the other' },
      { name: 'library.save', value: median(saveMs), unit: 'ms', limit: 500, how: `save to event, median of ${saves}` },
    ];
  },
};

/** What reading and understanding the files takes without a program around it, the second time. */
async function readOneByOne(folder: string): Promise<number> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md'));
  let ms = 0;
  for (let round = 1; round <= 2; round += 1) {
    const start = performance.now();
    for (const name of names) readStories(await readFile(path.join(folder, name), 'utf8'), name);
    ms = performance.now() - start;
  }
  return ms;
}

async function fillFolder(folder: string): Promise<void> {
  for (let index = 0; index < fileCount; index += 1) {
    const place = path.join(folder, `group-${index % 50}`);
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, `story-${index}.md`), madeUpFile(index, 1));
  }
}

function openFolder(folder: string) {
  const parser = createParser({ workerUrl: new URL('../src/services/library/parse-worker.ts', import.meta.url) });
  let listener: (change: LibraryChange) => void = () => undefined;
  const opened = openLibrary({
    roots: [folder],
    parser,
    clock: systemClock(),
    changed: (change) => listener(change),
  });
  return {
    library: opened,
    nextChange: () => new Promise<LibraryChange>((resolve) => (listener = resolve)),
    close: async () => {
      await opened.close();
      await parser.close();
    },
  };
}

async function measureSaves(folder: string, open: ReturnType<typeof openFolder>): Promise<number[]> {
  await open.library.watching;
  const times: number[] = [];
  for (let save = 1; save <= saves; save += 1) {
    const told = open.nextChange();
    const start = performance.now();
    await writeFile(path.join(folder, 'group-7', 'story-7.md'), madeUpFile(fileCount + save, 1));
    await told;
    times.push(performance.now() - start);
  }
  return times;
}
