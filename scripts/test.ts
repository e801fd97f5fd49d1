/*
 * The tests: those of the modules (Vitest), and those of the whole program in a real browser (Playwright), both at the
 * same time. Gets a browser and a build first. `--full` adds what takes long, and tries more of the rest;
 * `--full --after "N passed, N failed"` runs no more than that, and adds it up with what a run before it said. Says in
 * which shells the flows were run, and why not in Electron where they weren't. The last line sums up all; the exit
 * code is 1 unless everything passed.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { BuildError, ensureBuilt } from '../src/cli/build.ts';
import { projectRoot } from '../src/cli/project-root.ts';
import { errorCode } from '../src/services/base/system-error.ts';
import { electronForTests } from './electron-for-tests.ts';
import { flowLines } from './flow-report.ts';
import { NoBrowserError, provideBrowser } from './provide-browser.ts';
import {
  countsBefore,
  judgeRun,
  notRun,
  playwrightCounts,
  summaryLines,
  vitestCounts,
  type Counts,
} from './test-counts.ts';

interface Runner {
  name: string;
  args: (report: string) => string[];
  env: (report: string) => Record<string, string>;
  counts: (report: unknown) => Counts;
  /** What else is to be said of a report, a line each. */
  lines: (report: unknown) => string[];
}

const { full, after } = parseArgs({ options: { full: { type: 'boolean' }, after: { type: 'string' } } }).values;
const isRest = full === true && after !== undefined;

/** The groups of vitest.config.ts. */
const projects = isRest ? ['properties', 'kills', 'long'] : full === true ? ['*'] : ['!long'];
/** What tests/sizes.ts reads. */
const sizes: Record<string, string> =
  full === true ? { KILLS: '100', PROPERTY_TIMES: '10', CUT_EVERY: '1', ATTACKS: '10', CHANGES: '20' } : {};

const vitest: Runner = {
  name: 'Vitest',
  args: (report) => [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  env: () => ({}),
  counts: vitestCounts,
  lines: () => [],
};

const playwright: Runner = {
  name: 'Playwright',
  args: () => ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
  env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  counts: playwrightCounts,
  lines: (report) => flowLines(report, electronForTests()),
};

/** Node keeps what it compiled there: the tests start the program some hundred times. */
const compileCache = path.join(projectRoot, 'node_modules', '.cache', 'compile');

const ready =
  (await isReady(() => ensureBuilt(projectRoot, process.stderr))) && (await isReady(() => provideBrowser(remark)));
const runners = [vitest, ...(ready && !isRest ? [playwright] : [])];
const runs = [
  ...(await Promise.all(runners.map(runTests))),
  ...(ready ? [] : [notRun]),
  ...(after === undefined ? [] : [countsBefore(after)]),
];
for (const line of summaryLines(runs)) console.log(line);
process.exitCode = runs.some(({ failed }) => failed > 0) ? 1 : 0;

/** Whether everything that the tests of the whole program need is available. If it isn't, prints what to do. */
async function isReady(prepare: () => unknown): Promise<boolean> {
  try {
    await prepare();
    return true;
  } catch (error) {
    if (!(error instanceof BuildError || error instanceof NoBrowserError)) throw error;
    remark(error.message);
    return false;
  }
}

async function runTests({ name, args, env, counts, lines }: Runner): Promise<Counts> {
  const folder = await mkdtemp(path.join(tmpdir(), 'offbook-report-'));
  const report = path.join(folder, 'report.json');
  const child = spawn(process.execPath, args(report), {
    cwd: projectRoot,
    env: { NODE_COMPILE_CACHE: compileCache, ...sizes, ...process.env, ...env(report) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on('error', reject);
  child.on('close', resolve);
  const [, , code] = await Promise.all([
    passOn(name, child.stdout, process.stdout),
    passOn(name, child.stderr, process.stderr),
    promise,
  ]);
  const written = await readReport(report);
  await rm(folder, { recursive: true });
  const judged = judgeRun(name, code, written === null ? null : counts(written));
  if (judged.remark !== null) remark(judged.remark);
  for (const line of written === null ? [] : lines(written)) console.log(line);
  return judged;
}

/** Passes on what a runner says, line by line and with its name: two of them talk at the same time. */
async function passOn(name: string, from: Readable, to: Writable): Promise<void> {
  for await (const line of createInterface({ input: from })) to.write(`${name} | ${line}\n`);
}

async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

function remark(text: string): void {
  console.error(text);
}
