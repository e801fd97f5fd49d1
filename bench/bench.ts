/*
 * Benchmarks: prints each figure with its median, and never fails for being slow.
 * `npm run bench [-- NAME…] [--json]`; all of them without names.
 */
import { parseArgs } from 'node:util';
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
];

const names = benchmarks.map(({ name }) => name).join(', ');
const { values, positionals } = readWords();
if (values.help === true) {
  console.log(`npm run bench [-- NAME… [--json]]\nWithout names it runs all of them: ${names}.`);
  process.exit();
}
const unknown = positionals.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) refuse(`Unknown benchmark: ${unknown.join(', ')}.`);

const figures: Figure[] = [];
for (const benchmark of benchmarks) {
  if (positionals.length > 0 && !positionals.includes(benchmark.name)) continue;
  for (const figure of await benchmark.run()) {
    figures.push(figure);
    if (values.json !== true) console.log(line(figure));
  }
}
if (values.json === true) console.log(JSON.stringify(figures, null, 2));

function readWords() {
  try {
    return parseArgs({ options: { json: { type: 'boolean' }, help: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    // What follows its first sentence is about words after `--`.
    return refuse(
      `${
        String(error)
          .replace(/^TypeError.*?: /, '')
          .split('. ')[0]
      }.`,
    );
  }
}

function refuse(why: string): never {
  console.error(`${why} Choose from: ${names}, and --json or --help.`);
  process.exit(2);
}

function line({ name, value, unit, limit, how }: Figure): string {
  const figure = `${Number(value.toFixed(unit === 'bytes' ? 0 : 2))} ${unit}`;
  const against = limit === undefined ? '' : ` (at most ${limit})`;
  return `${name.padEnd(28)} ${figure.padStart(14)}${against.padEnd(16)}  ${how}`;
}
