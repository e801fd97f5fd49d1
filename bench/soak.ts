/*
 * `npm run soak [-- MINUTES]` (default: 10): what a long time of switching, saving, searching, rehearsing and connecting
 * does to the program and to a page. Prints what each holds in the first quarter and at the end, and how fast it grows
 * after that quarter. Fails for nothing: read it.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { WebSocket } from 'ws';
import { browserOptions } from '../scripts/browser-options.ts';
import { provideBrowser } from '../scripts/provide-browser.ts';
import { ensureBuilt } from '../src/cli/build.ts';
import { projectRoot } from '../src/cli/project-root.ts';
import { serveProcess } from '../src/cli/serve.ts';
import { defaultSetup } from '../src/core/rehearsal/questions.ts';
import { madeUpFile } from './made-up-stories.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const minutes = Number(positionals[0] ?? 10);
if (!(minutes > 0) || positionals.length > 1) {
  console.error('Usage: npm run soak [-- MINUTES]');
  process.exit(2);
}

const files = 50;
/** How often in a second of soak. */
const each = { switches: 8, searches: 6, sockets: 6 };
/** Every so many seconds. */
const every = { save: 1, settings: 3, rehearsal: 5 };
const samples = 20;

type Held = Record<string, number>;

await ensureBuilt(projectRoot, process.stderr);
const folder = await mkdtemp(path.join(tmpdir(), 'offbook-soak-'));
const stories = path.join(folder, 'stories');
await mkdir(stories);
for (let file = 0; file < files; file += 1) await writeFile(storyFile(file), madeUpFile(file + 1, 2));
// As `offbook serve` runs it; beside it, what says what it holds.
const program = fork(serveProcess.args.at(-1) ?? '', ['--stories', stories, '--no-open'], {
  execArgv: ['--expose-gc', '--import', import.meta.resolve('./soak-held.js'), ...serveProcess.args.slice(0, -1)],
  env: { ...process.env, ...serveProcess.env, OFFBOOK_HOME: path.join(folder, 'home') },
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});
const [line] = (await once(program.stdout ?? process.stdin, 'data')) as [Buffer];
const address = line.toString().trim().replace('Offbook: ', '');
const token = new URL(address).hash.replace('#token=', '');
const { origin } = new URL(address);
const browser = await chromium.launch(browserOptions(provideBrowser((text) => console.error(text))));
const page = await browser.newPage();
const devTools = await page.context().newCDPSession(page);
await devTools.send('Performance.enable');
await page.goto(address);
await page.getByRole('list', { name: 'Outline' }).waitFor();

const view = await connect();
const state = (await view.ask('readState')) as { library: { stories: { id: string }[] } };
const ids = state.library.stories.map(({ id }) => id);
const done = { switches: 0, saves: 0, searches: 0, settings: 0, rehearsals: 0, sockets: 0 };
const held: { atMinutes: number; held: Held }[] = [];
const start = performance.now();
const passed = (): number => (performance.now() - start) / 60_000;
for (let second = 0; passed() < minutes; second += 1) {
  const began = performance.now();
  await work(second);
  if (passed() >= (held.length * minutes) / samples) held.push({ atMinutes: passed(), held: await measure() });
  await wait(Math.max(0, 1000 - (performance.now() - began)));
}
held.push({ atMinutes: passed(), held: await measure() });
report();

view.close();
await browser.close();
program.kill();
await once(program, 'exit');
await rm(folder, { recursive: true });

function storyFile(file: number): string {
  return path.join(stories, `made-up-${file}.md`);
}

/** What people do in a second; all of it in a great hurry. */
async function work(second: number): Promise<void> {
  for (let turn = 0; turn < each.switches; turn += 1) {
    const id = ids[(second * each.switches + turn) % ids.length];
    await view.ask('openStory', { id, variant: null });
    done.switches += 1;
  }
  for (let turn = 0; turn < each.searches; turn += 1) {
    const words = ['late partner', 'budget risk', 'outgae desing', 'team'][(second + turn) % 4];
    await view.ask('findStories', { words: `${words} ${turn}` });
    done.searches += 1;
  }
  for (let turn = 0; turn < each.sockets; turn += 1) {
    (await connect()).close();
    done.sockets += 1;
  }
  if (second % every.save === 0) {
    // The same titles each time, so that the ids stay.
    await writeFile(storyFile(second % files), `${madeUpFile((second % files) + 1, 2)}\n<!-- ${second} -->\n`);
    done.saves += 1;
  }
  if (second % every.settings === 0) {
    await view.ask('changeSettings', { textSize: 20 + (second % 20) });
    done.settings += 1;
  }
  if (second % every.rehearsal === 0) {
    await view.ask('startRehearsal', { ...defaultSetup, stories: { which: 'all' }, thinkMs: 0 });
    await view.ask('actOnRun', { action: { type: 'nextSection' } });
    await view.ask('closeRehearsal');
    done.rehearsals += 1;
  }
}

async function connect() {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, 'offbook', {
    origin,
    headers: { authorization: `Bearer ${token}` },
  });
  await once(socket, 'open');
  let last = 0;
  const waiting = new Map<number, (result: unknown) => void>();
  socket.on('message', (data: Buffer) => {
    const { id, result } = JSON.parse(data.toString()) as { id?: number; result?: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  return {
    close: () => socket.close(),
    /** The call’s value. A call that is refused ends the soak: it proves nothing then. */
    ask: async (call: string, input?: unknown): Promise<unknown> => {
      last += 1;
      const { promise, resolve } = Promise.withResolvers<unknown>();
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, call, input }));
      const result = (await promise) as { ok: boolean; value?: unknown; error?: string };
      waiting.delete(last);
      if (!result.ok) throw new Error(`${call}: ${result.error}`);
      return result.value;
    },
  };
}

async function measure(): Promise<Held> {
  program.send('measure');
  const [ofProgram] = (await once(program, 'message')) as [Held];
  await devTools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devTools.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((found) => found.name === name)?.value ?? Number.NaN;
  return {
    'program: memory, MB': (ofProgram['rss'] ?? 0) / 1e6,
    'program: worker, MB': (ofProgram['worker'] ?? 0) / 1e6,
    'program: heap, MB': (ofProgram['heap'] ?? 0) / 1e6,
    'program: open files': await openFiles(),
    'program: handles': ofProgram['handles'] ?? 0,
    'program: messages shown': ((await view.ask('readState')) as { notices: unknown[] }).notices.length,
    'page: heap, MB': metric('JSHeapUsedSize') / 1e6,
    'page: elements': metric('Nodes'),
    'page: listeners': metric('JSEventListeners'),
  };
}

/** NaN where the system doesn’t say. */
async function openFiles(): Promise<number> {
  return readdir(`/proc/${program.pid}/fd`).then(
    (found) => found.length,
    () => Number.NaN,
  );
}

function report(): void {
  console.log(
    `${minutes} min: ${Object.entries(done)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}`,
  );
  console.log(`${''.padEnd(26)}${['after 1/4', 'at the end', 'a minute'].map((head) => head.padStart(12)).join('')}`);
  const later = held.filter(({ atMinutes }) => atMinutes >= minutes / 4);
  for (const name of Object.keys(held[0]?.held ?? {})) {
    const points = later.map((sample) => [sample.atMinutes, sample.held[name] ?? Number.NaN] as const);
    const figures = [points[0]?.[1], points.at(-1)?.[1], slope(points)].map((value) =>
      (value ?? Number.NaN).toFixed(2),
    );
    console.log(`${name.padEnd(26)}${figures.map((figure) => figure.padStart(12)).join('')}`);
  }
}

/** Of the straight line with the least squares. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
}
