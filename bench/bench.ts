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

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const unknown = positionals.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  const names = benchmarks.map(({ name }) => name).join(', ');
  console.error(`Unknown benchmark: ${unknown.join(', ')}. Choose from: ${names}.`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const benchmark of benchmarks) {
  if (positionals.length > 0 && !positionals.includes(benchmark.name)) continue;
  for (const figure of await benchmark.run()) {
    figures.push(figure);
    if (values.json !== true) console.log(line(figure));
  }
}
if (values.json === true) console.log(JSON.stringify(figures, null, 2));

function line({ name, value, unit, limit, how }: Figure): string {
  const figure = `${Number(value.toFixed(unit === 'bytes' ? 0 : 2))} ${unit}`;
  const against = limit === undefined ? '' : ` (at most ${limit})`;
  return `${name.padEnd(28)} ${figure.padStart(14)}${against.padEnd(16)}  ${how}`;
}
