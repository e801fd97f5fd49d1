import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { join, type Remote } from '../link.ts';
import { optionsVariable } from '../program/options.ts';
import type { Entry, ProgramSide, StandInOptions, TestSide } from '../sides.ts';
import { laptop } from './displays.ts';
import { openBlankPage } from './blank-page.ts';
import { pageCode } from './page-code.ts';
import { openWindowPage, type LoadedPage, type WindowPage } from './window-page.ts';

export interface ProgramOptions extends Partial<StandInOptions> {
  /** As `copyProgram` makes it. */
  appDir: string;
  /** A folder for everything that the program may write. */
  home: string;
  /** Where its windows' pages are; null: they are loaded, and nowhere to be seen. */
  browser: Browser | null;
  /** The words of its command line. */
  words?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** More folders that it may read, such as those of stories. */
  readable?: readonly string[];
  /** Pages of other sites, by their addresses. */
  elsewhere?: Readonly<Record<string, string>>;
  /** Runs the program as another user; only root can. */
  user?: number;
}

/** The built program, running under the stand-in. */
export interface Running {
  home: string;
  /** All that it did to Electron so far, in order. */
  entries: readonly Entry[];
  /** Calls what a person, the system or other programs would do. */
  act: Remote<ProgramSide>;
  /** Ends the process of a window's page. */
  crash: (window: number) => void;
  /** The pages of its windows in the browser, the oldest first. */
  pages: () => WindowPage[];
  stderr: () => string;
  /** Its exit code, when it has ended; null where a signal ended it. */
  exited: Promise<number | null>;
  /** Ends it by force, where it hasn't ended by itself, and closes its pages. */
  dispose: () => Promise<void>;
}

const standIn = path.dirname(fileURLToPath(new URL('.', import.meta.url)));
const child = path.join(standIn, 'program', 'electron-child.ts');
const guard = new URL('../program/bundle-guard.ts', import.meta.url).href;

/** Starts the program in a process of its own, with its windows as pages of the browser. */
export async function startProgram(options: ProgramOptions): Promise<Running> {
  const dark = options.dark ?? true;
  // The first time it takes long, which is nobody's wait for a window.
  if (options.browser !== null) await pageCode();
  const context = await options.browser?.newContext({ colorScheme: dark ? 'dark' : 'light' });
  const entries: Entry[] = [];
  const pages = new Map<number, LoadedPage | WindowPage>();
  const inBrowser = () => [...pages.values()].filter((page): page is WindowPage => 'page' in page);
  let opening: Promise<unknown> = Promise.resolve();

  const pageOf = async (contents: number): Promise<LoadedPage> => {
    await opening;
    const found = pages.get(contents);
    if (found === undefined) throw new Error(`Contents ${contents} have no page.`);
    return found;
  };
  const side: TestSide = {
    record: (entry) => void entries.push(entry),
    openPage: (pageOptions) => {
      const before = opening;
      const open = async (): Promise<void> => {
        await before;
        const { contents } = pageOptions;
        const surroundings = { program: act, elsewhere: options.elsewhere ?? {} };
        pages.set(
          contents,
          context === undefined
            ? openBlankPage(contents, act)
            : await openWindowPage(pageOptions, { context, ...surroundings }),
        );
      };
      const opened = open();
      opening = opened.catch(() => undefined);
      return opened;
    },
    load: async (contents, url) => (await pageOf(contents)).load(url),
    reload: async (contents) => (await pageOf(contents)).reload(),
    crash: async (contents) => (await pageOf(contents)).crash(),
    deliver: (contents, channel, args) => pages.get(contents)?.deliver(channel, args),
    resize: async (contents, width, height) => (await pageOf(contents)).resize(width, height),
    closePage: async (contents) => {
      const page = await pageOf(contents);
      pages.delete(contents);
      await page.close();
    },
    setDarkPages: async (dark) => {
      for (const { page } of inBrowser()) await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    },
  };

  const program = forkProgram({ ...options, dark });
  const act = join<ProgramSide>(
    {
      // One that just ended doesn't take it any more; that it ended comes by itself.
      send: (message) => void (program.connected && program.send(message as object, undefined, {}, () => undefined)),
      listen: (receive) => program.on('message', receive),
      onEnd: (ended) => program.once('disconnect', ended),
    },
    side,
  );
  let printed = '';
  program.stderr?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const exited = once(program, 'close').then(([code]) => code as number | null);
  return {
    home: options.home,
    entries,
    act,
    crash: (window) => pages.get(window)?.crash(),
    pages: inBrowser,
    stderr: () => printed,
    exited,
    dispose: async () => {
      program.kill('SIGKILL');
      await exited;
      await context?.close();
    },
  };
}

/** Node's permissions keep the program from files that it wouldn't have when it is installed. */
function forkProgram(options: ProgramOptions) {
  const { appDir, home, words = [], env = {}, readable = [], user } = options;
  const standInOptions: StandInOptions = {
    appDir,
    platform: options.platform ?? 'linux',
    packaged: options.packaged ?? false,
    displays: options.displays ?? [laptop],
    dark: options.dark === true,
    heldElsewhere: options.heldElsewhere ?? [],
  };
  // What the programs before it compiled: a quarter of its start.
  const compileCache = process.env['NODE_COMPILE_CACHE'];
  const caches = compileCache === undefined ? [] : [compileCache];
  const folders = (option: string, names: readonly string[]) =>
    names.flatMap((name) => [`${option}=${name}`, `${option}=${name}/*`]);
  return fork(child, words, {
    cwd: home,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [
      '--permission',
      '--allow-worker',
      '--disable-warning=PERM0006',
      ...folders('--allow-fs-read', [appDir, home, standIn, ...caches, ...readable]),
      ...folders('--allow-fs-write', [home, ...caches]),
      `--import=${guard}`,
    ],
    env: {
      ...systemVariables(),
      ...(compileCache === undefined ? {} : { NODE_COMPILE_CACHE: compileCache }),
      HOME: home,
      TMPDIR: home,
      TEMP: home,
      OFFBOOK_HOME: path.join(home, 'Offbook'),
      ...env,
      [optionsVariable]: JSON.stringify(standInOptions),
    },
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
}

/** What a process needs of the environment on any system; of the rest the program sees nothing. */
function systemVariables(): Record<string, string> {
  const needed = ['PATH', 'SystemRoot', 'LANG'];
  return Object.fromEntries(needed.map((name) => [name, process.env[name] ?? '']));
}
