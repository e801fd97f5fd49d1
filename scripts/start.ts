/*
 * `npm start`: builds what is needed, then opens the desktop program; where Electron can't be had or can't
 * show a window, says so in one line and opens the browser shell instead.
 */
import path from 'node:path';
import { BuildError, ensureBuilt } from '../src/cli/build.ts';
import { processIo } from '../src/cli/io.ts';
import { parseServeOptions, usages, type ServeOptions } from '../src/cli/options.ts';
import { hasScreen } from '../src/cli/open-browser.ts';
import { projectRoot } from '../src/cli/project-root.ts';
import { serve } from '../src/cli/serve.ts';
import { chromiumSwitches, electronFailed, fetchFailed, reasonForBrowser } from './start/choose-shell.ts';
import { fetchElectron, findElectron } from './start/electron-runtime.ts';
import { runElectron, type ElectronRun } from './start/run-electron.ts';

const electronPackage = path.join(projectRoot, 'node_modules', 'electron');

/** A fetch that is still going on after this is worth a word; one that is refused ends before. */
const worthAWordMs = 2000;

const io = processIo();
process.exitCode = await start(parseServeOptions(process.argv.slice(2), io.cwd));

async function start(options: ServeOptions | string): Promise<number> {
  if (typeof options === 'string') {
    remark(`${options}\nUsage: npm start -- ${usages.serve}`);
    return 2;
  }
  const run = await tryElectron(options);
  if ('code' in run) return run.code;
  remark(run.failed);
  return serve(options, io);
}

/** Runs the desktop program to its end; a sentence where it can't be had here. */
async function tryElectron({ stories, open }: ServeOptions): Promise<ElectronRun> {
  const installed = findElectron(electronPackage, process.env);
  const screen = hasScreen(process.platform, process.env);
  const reason = reasonForBrowser({ runtime: installed !== null, screen, open });
  if (reason !== null) return { failed: reason };
  const executable = installed ?? (await fetched());
  if (typeof executable !== 'string') return executable;
  if (!(await built())) return { code: 1 };
  const switches = chromiumSwitches(process.platform, process.env);
  const words = stories === null ? [] : ['--stories', stories];
  const run = await runElectron(executable, [...switches, projectRoot, ...words], process.env);
  return 'failed' in run ? { failed: electronFailed(run.failed) } : run;
}

async function fetched(): Promise<string | { failed: string }> {
  const timer = setTimeout(() => remark("Fetching Electron's runtime, about 110 MB; this happens once."), worthAWordMs);
  const why = await fetchElectron(electronPackage, process.env);
  clearTimeout(timer);
  return findElectron(electronPackage, process.env) ?? { failed: fetchFailed(why ?? 'it is not where it should be') };
}

async function built(): Promise<boolean> {
  try {
    await ensureBuilt(projectRoot, remark);
    return true;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    remark(error.message);
    return false;
  }
}

function remark(text: string): void {
  io.stderr.write(`${text}\n`);
}
