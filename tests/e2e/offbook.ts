import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { projectRoot } from '../../src/cli/project-root.ts';
import { startApp } from '../../src/services/app/app.ts';
import { createParser, type Parser } from '../../src/services/library/parse-pool.ts';
import { systemClock } from '../../src/services/base/clock.ts';
import { startServer } from '../../src/web/server.ts';
import { browserShell } from '../../src/web/shell.ts';
import { runProgram } from '../program-process.ts';
import { saveStory } from '../stories/story-files.ts';

export { expect } from '@playwright/test';

export interface StartOptions {
  /**
   * The stories: files by their names, or a folder to copy; null starts without `--stories`, so that the
   * program shows its samples, or what an earlier home remembers.
   */
  stories: Readonly<Record<string, string | Uint8Array>> | string | null;
  /** Everything that the program keeps; a new folder by default. Start a second program in it to see what lasts. */
  home?: string;
  /** The port of a process; a free one by default. */
  port?: string;
  /** Whether a process opens the browser; false by default. */
  open?: boolean;
  /** Changes to the environment of a process. */
  env?: Readonly<Record<string, string>>;
}

/** The whole program over a folder of its own. */
export interface Offbook {
  /** `http://127.0.0.1:PORT/#token=…` */
  address: string;
  storiesDir: string;
  home: string;
  /** Opens the program in a page. */
  open: (page: Page) => Promise<void>;
  /** Writes a story as a careful editor saves it: to a new file, renamed over the old one. */
  write: (file: string, text: string | Uint8Array) => Promise<void>;
  /** Stops the program as Ctrl+C does. The folders stay until the test is over. */
  stop: () => Promise<void>;
  /** Kills a process, which then saves nothing; a program in this process stops as usual. */
  kill: () => Promise<void>;
}

interface Fixtures {
  /**
   * Starts the program in this process, put together as `offbook serve` does: in a tenth of the time that a process of
   * its own takes. After the test it is stopped and its folders are removed.
   */
  startOffbook: (options: StartOptions) => Promise<Offbook>;
  /** The same in a process of its own, for what only that shows: the command line, and other programs that find it. */
  startProcess: (options: StartOptions) => Promise<Offbook>;
}

interface WorkerFixtures {
  /** Its worker takes a while to load, so that all programs in one process share it; it stays when they close. */
  parser: Parser;
}

/** Where the program runs: its address, and how to stop it. */
interface Started {
  address: string;
  stop: () => Promise<unknown>;
  kill?: () => Promise<unknown>;
}
type Start = (folders: string[], home: string, options: StartOptions) => Promise<Started>;

/** Playwright's `test`, able to start the program. */
export const test = base.extend<Fixtures & { folder: string }, WorkerFixtures>({
  parser: [
    // Playwright reads from this pattern what a fixture needs, so it has to be here even if it is empty.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      // The built one starts in a third of the time.
      const parser = createParser({ workerUrl: new URL('../../out/main/parse-worker.js', import.meta.url) });
      await use({ ...parser, close: () => Promise.resolve() });
      await parser.close();
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'offbook-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  startOffbook: ({ folder, parser }, use) => useStarts(inThisProcess(parser), path.join(folder, 'here'), use),
  startProcess: ({ folder }, use) => useStarts(asProcess, path.join(folder, 'process'), use),
});

async function useStarts(
  start: Start,
  folder: string,
  use: (starts: (options: StartOptions) => Promise<Offbook>) => Promise<void>,
): Promise<void> {
  const running: Offbook[] = [];
  await use(async (options) => {
    const offbook = await startOver(options, start, path.join(folder, String(running.length)));
    running.push(offbook);
    return offbook;
  });
  for (const offbook of running) await offbook.stop();
}

async function startOver(options: StartOptions, start: Start, folder: string): Promise<Offbook> {
  const { stories, home: given } = options;
  const storiesDir = path.join(folder, 'stories');
  const home = given ?? path.join(folder, 'home');
  const write = (file: string, text: string | Uint8Array) => saveStory(path.join(storiesDir, file), text);
  await mkdir(storiesDir, { recursive: true });
  if (typeof stories === 'string') await cp(stories, storiesDir, { recursive: true });
  else for (const [file, text] of Object.entries(stories ?? {})) await write(file, text);
  const { address, stop, kill = stop } = await start(stories === null ? [] : [storiesDir], home, options);
  let stopping: Promise<unknown> | null = null;
  return {
    address,
    storiesDir,
    home,
    open: async (page) => void (await page.goto(address)),
    write,
    stop: async () => void (await (stopping ??= stop())),
    kill: async () => void (await (stopping ??= kill())),
  };
}

function inThisProcess(parser: Parser): Start {
  return async (folders, home) => {
    const app = await startApp(parser, {
      shell: browserShell(() => Promise.resolve(), '0.0.0'),
      clock: systemClock(),
      settingsDir: home,
      samplesDir: path.join(projectRoot, 'stories'),
      folders,
      unexpected: (error) => {
        throw error;
      },
    });
    const server = await startServer({ app, rendererDir: path.join(projectRoot, 'out', 'renderer'), port: 0 });
    const stop = async () => {
      await server.close();
      await app.close();
    };
    return { address: server.address, stop };
  };
}

async function asProcess(folders: string[], home: string, options: StartOptions): Promise<Started> {
  const { port = '0', open = false, env = {} } = options;
  const words = ['--port', port, ...folders.flatMap((folder) => ['--stories', folder]), open ? '--tab' : '--no-open'];
  const program = runProgram(['src/cli/offbook.ts', 'serve', ...words], { OFFBOOK_HOME: home, ...env });
  const end = (signal: NodeJS.Signals) => () => {
    program.kill(signal);
    return program.exited;
  };
  return { address: await program.address, stop: end('SIGINT'), kill: end('SIGKILL') };
}
