import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { keptPort } from '../kept-port.ts';
import { runProgram, type ProgramProcess } from '../program-process.ts';
import { openView } from '../web/serve-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const story = `# Ownership

## Moved the archive (2:00)

Tell me about a time you took something on.

> S: A store nobody watched
> A: Moved it in one night
> R: Nobody noticed

**Situation:** The archive ran on a computer under a desk.
**Action:** I moved it in one night.
**Result:** 0 hours of outage.
`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'offbook-serve-'));
  await writeFile(path.join(folder, 'stories.md'), story);
  onTestFinished(() => rm(folder, { recursive: true }));
});

/** Starts `offbook serve` with its own home folder; it is stopped after the test. */
function serve(...args: string[]): ProgramProcess {
  const program = runProgram(['src/cli/offbook.ts', 'serve', ...args], {
    OFFBOOK_HOME: path.join(folder, 'home'),
    CI: '1',
  });
  onTestFinished(async () => {
    program.kill('SIGKILL');
    await program.exited;
  });
  return program;
}

/** A view of the program; `ask` returns the value of a call. */
async function viewOf(address: string) {
  const { origin, hash } = new URL(address);
  const view = await openView({ origin, token: hash.replace('#token=', '') });
  let id = 0;
  const ask = async (call: string, input?: unknown): Promise<unknown> => {
    id += 1;
    view.send({ id, call, input });
    for (;;) {
      const message = (await view.next()) as { id?: number; result?: unknown };
      if (message.id === id) return message.result;
    }
  };
  return { ...view, ask };
}

/** The state once the library is read. */
async function readyState(address: string): Promise<unknown> {
  const { ask } = await viewOf(address);
  return vi.waitFor(
    async () => {
      const state = await ask('readState');
      expect(state).toMatchObject({ value: { library: { status: 'ready' } } });
      return state;
    },
    { timeout: 10_000 },
  );
}

test('prints one line, serves the page and the stories, and quits at once when asked to', async () => {
  const program = serve('--stories', folder, '--no-open');
  const address = await program.address;
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
  const page = await fetch(address);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<title>');
  expect(await readyState(address)).toMatchObject({
    ok: true,
    value: {
      library: {
        folders: [folder],
        samples: false,
        stories: [{ title: 'Moved the archive', group: 'Ownership' }],
        problems: [],
      },
      capabilities: { shell: 'browser' },
    },
  });
  await quitsSaved(program, 'SIGTERM');
  expect(program.stdout()).toBe(`Offbook: ${address}\n`);
});

/** Expects that the program, quit by a signal, does so at once and leaves a setting that was changed just before on disk. */
async function quitsSaved(program: ProgramProcess, signal: NodeJS.Signals): Promise<void> {
  const { ask, closed } = await viewOf(await program.address);
  expect(await ask('changeSettings', { textSize: 40 })).toEqual({ ok: true, value: null });
  const askedMs = performance.now();
  program.kill(signal);
  expect(await program.exited).toBe(0);
  expect(performance.now() - askedMs).toBeLessThan(5000);
  expect((await closed).code).toBe(1001);
  const settings: unknown = JSON.parse(await readFile(path.join(folder, 'home', 'settings.json'), 'utf8'));
  expect(JSON.stringify(settings)).toContain('"textSize":40');
}

test.each(['SIGINT', 'SIGHUP'] as const)('%s: a setting changed just before is on disk', async (signal) => {
  await quitsSaved(serve('--stories', folder, '--no-open'), signal);
});

test('one Ctrl+C that arrives twice, from the terminal and from npm, still saves', async () => {
  const program = serve('--stories', folder, '--no-open');
  const { ask } = await viewOf(await program.address);
  expect(await ask('changeSettings', { textSize: 40 })).toEqual({ ok: true, value: null });
  program.kill('SIGINT');
  await wait(5);
  program.kill('SIGINT');
  // Everything is on disk when the second one ends what is left of it.
  await program.exited;
  expect(await readFile(path.join(folder, 'home', 'settings.json'), 'utf8')).toMatch(/"textSize": ?40/u);
});

test('with a missing folder it starts, and both the terminal and the page say so', async () => {
  const missing = path.join(folder, 'not here');
  const program = serve('--stories', missing, '--no-open');
  const state = await readyState(await program.address);
  expect(program.stderr()).toContain(`${missing} can’t be read: it doesn’t exist.`);
  expect(state).toMatchObject({
    value: { library: { folders: [missing], stories: [], problems: [{ severity: 'error' }] } },
  });
});

test('two at once have different ports and tokens', async () => {
  const programs = [serve('--stories', folder, '--no-open'), serve('--stories', folder, '--no-open')];
  const [one, two] = await Promise.all(programs.map(({ address }) => address));
  expect(new URL(one!).port).not.toBe(new URL(two!).port);
  expect(new URL(one!).hash).not.toBe(new URL(two!).hash);
  for (const address of [one!, two!]) {
    expect(await readyState(address)).toMatchObject({
      value: { library: { stories: [{ title: 'Moved the archive' }] } },
    });
  }
});

test('what was answered is on disk, even if the program is killed at that moment', async () => {
  const program = serve('--stories', folder, '--no-open');
  const { ask } = await viewOf(await program.address);
  for (const textSize of [30, 31, 32]) {
    expect(await ask('changeSettings', { textSize })).toEqual({ ok: true, value: null });
  }
  program.kill('SIGKILL');
  expect(JSON.parse(await readFile(path.join(folder, 'home', 'settings.json'), 'utf8'))).toMatchObject({
    textSize: 32,
  });
  await program.exited;
});

test('uses the given port; one in use is a sentence', async () => {
  const port = await keptPort();
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  const refused = serve('--port', String(port), '--no-open');
  await expect(refused.address).rejects.toThrow();
  expect(await refused.exited).toBe(1);
  expect([refused.stdout(), refused.stderr()]).toEqual([
    '',
    `Port ${port} is in use by another program. Choose another with --port, or leave out --port to get a free one.\n`,
  ]);
  other.close();
  await once(other, 'close');
  expect(new URL(await serve('--port', String(port), '--no-open').address).port).toBe(String(port));
});

test('bad options are refused with the usage', async () => {
  const program = serve('--prot', '4000');
  await expect(program.address).rejects.toThrow();
  expect(await program.exited).toBe(2);
  expect(program.stdout()).toBe('');
  expect(program.stderr()).toMatch(
    /^.+\nUsage: offbook serve \[--stories DIR\] \[--port N\] \[--tab \| --no-open\]\n$/,
  );
});
