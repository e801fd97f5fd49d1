/*
 * Benchmarks: prints each figure with its median, and never fails for being slow.
 * `npm run bench [-- NAME…] [--json] [--markdown]`; all of them without names. `--markdown` also writes the figures into
 * docs/performance.md, those of voice into docs/voice.md, which says what `--tellings` and `--story` are for.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../src/cli/project-root.ts';
import { bundle } from './bundle.ts';
import type { Benchmark, Figure } from './figure.ts';
import { find } from './find.ts';
import { library } from './library.ts';
import { libraryView } from './library-view.ts';
import { log } from './log.ts';
import { paused } from './paused.ts';
import { progressView } from './progress-view.ts';
import { outline } from './outline.ts';
import { read } from './read.ts';
import { scroll } from './scroll.ts';
import { storySwitch } from './switch.ts';
import { withFigures } from './table.ts';
import { voice } from './voice.ts';

const benchmarks: Benchmark[] = [
  outline,
  read,
  library,
  find,
  storySwitch,
  scroll,
  paused,
  bundle,
  libraryView,
  log,
  progressView,
  voice,
];

const names = benchmarks.map(({ name }) => name).join(', ');
const usage = `Usage: npm run bench [-- NAME…] [--json] [--markdown]\n       npm run bench -- voice --tellings FOLDER --story FILE [--id STORY] [--record FOLDER]\nThe benchmarks are: ${names}.`;
const { values, positionals } = readArguments();
if (values.help === true) {
  console.log(usage);
  process.exit(0);
}
const unknown = positionals.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  console.error(`Unknown benchmark: ${unknown.join(', ')}. Choose from: ${names}.`);
  process.exit(2);
}

const figures: Figure[] = [];
const pages = new Map<string, Figure[]>();
for (const benchmark of benchmarks) {
  if (positionals.length > 0 && !positionals.includes(benchmark.name)) continue;
  const own = await benchmark.run(values);
  figures.push(...own);
  if (values.json !== true) for (const figure of own) console.log(line(figure));
  const page = benchmark.page ?? 'performance.md';
  pages.set(page, [...(pages.get(page) ?? []), ...own]);
}
if (values.json === true) console.log(JSON.stringify(figures, null, 2));
if (values.markdown === true) {
  for (const [name, own] of pages) {
    const page = path.join(projectRoot, 'docs', name);
    await writeFile(page, withFigures(await readFile(page, 'utf8'), own));
  }
}

function readArguments() {
  const flag = { type: 'boolean' } as const;
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      options: { json: flag, markdown: flag, help: flag, tellings: text, story: text, id: text, record: text },
      allowPositionals: true,
    });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
}

function line({ name, value, unit, limit, how }: Figure): string {
  const figure = `${Number(value.toFixed(unit === 'bytes' ? 0 : 2))} ${unit}`;
  const against = limit === undefined ? '' : ` (at most ${limit})`;
  return `${name.padEnd(34)} ${figure.padStart(14)}${against.padEnd(16)}  ${how}`;
}
