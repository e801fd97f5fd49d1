import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { runProgram } from '../program-process.ts';
import { saveStory } from './story-files.ts';

export { expect } from '@playwright/test';

export interface StartOptions {
  /**
   * The stories: files by their names, or a folder to copy; null starts without `--stories`, so that the
   * program shows its samples, or what a home from before remembers.
   */
  stories: Readonly<Record<string, string | Uint8Array>> | string | null;
  /** Settings and what else the program keeps; a fresh one unless given. Start a second one in it to see what lasts. */
  home?: string;
  /** The port; a free one unless given. */
  port?: string;
  /** Whether it opens the browser; not unless given. */
  open?: boolean;
  /** What is different in its environment. */
  env?: Readonly<Record<string, string>>;
}

/** The whole program, running as a process of its own over a folder of its own. */
export interface Offbook {
  /** `http://127.0.0.1:PORT/#token=…` */
  address: string;
  storiesDir: string;
  home: string;
  /** What it printed on stderr so far. */
  remarks: () => string;
  /** Opens the program in a page. */
  open: (page: Page) => Promise<void>;
  /** Writes a story as a careful editor saves it: to a new file, renamed over the old one. */
  write: (file: string, text: string | Uint8Array) => Promise<void>;
  /** Ends the program as Ctrl+C does; gives its exit code. The folders stay until the test is over. */
  stop: () => Promise<number | null>;
}

interface Fixtures {
  /** Starts the program; it is ended, and its folders removed, after the test. */
  startOffbook: (options: StartOptions) => Promise<Offbook>;
}

/** Playwright's `test` with the program at hand. */
export const test = base.extend<Fixtures>({
  // Playwright reads what a fixture needs out of this pattern, so it has to stand here though it is empty.
  // oxlint-disable-next-line no-empty-pattern
  startOffbook: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'offbook-e2e-'));
    const running: Offbook[] = [];
    await use(async (options) => {
      const offbook = await start(options, path.join(folder, String(running.length)));
      running.push(offbook);
      return offbook;
    });
    for (const offbook of running) await offbook.stop();
    await rm(folder, { recursive: true, force: true });
  },
});

async function start(options: StartOptions, folder: string): Promise<Offbook> {
  const { stories, home: given, port = '0', open = false, env = {} } = options;
  const storiesDir = path.join(folder, 'stories');
  const home = given ?? path.join(folder, 'home');
  const write = (file: string, text: string | Uint8Array) => saveStory(path.join(storiesDir, file), text);
  await mkdir(storiesDir, { recursive: true });
  if (typeof stories === 'string') await cp(stories, storiesDir, { recursive: true });
  else for (const [file, text] of Object.entries(stories ?? {})) await write(file, text);
  const words = [
    '--port',
    port,
    ...(stories === null ? [] : ['--stories', storiesDir]),
    ...(open ? [] : ['--no-open']),
  ];
  const program = runProgram(['src/cli/offbook.ts', 'serve', ...words], { OFFBOOK_HOME: home, ...env });
  const address = await program.address;
  return {
    address,
    storiesDir,
    home,
    remarks: program.stderr,
    open: async (page) => void (await page.goto(address)),
    write,
    stop: () => {
      program.kill('SIGINT');
      return program.exited;
    },
  };
}
