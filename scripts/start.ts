/*
 * `npm start`: builds what is needed, then opens the desktop app. If Electron isn't available or can't show a window,
 * says so in one line and opens Offbook in the browser instead; with `--tab` at once.
 */
import path from 'node:path';
import { BuildError, ensureBuilt } from '../src/cli/build.ts';
import { findElectron } from '../src/cli/desktop-app.ts';
import { run as runCommand } from '../src/cli/do.ts';
import { processIo } from '../src/cli/io.ts';
import { parseServeOptions, usages, type ServeOptions } from '../src/cli/options.ts';
import { hasScreen } from '../src/cli/open-browser.ts';
import { withProgress } from '../src/cli/progress.ts';
import { projectRoot } from '../src/cli/project-root.ts';
import { serve } from '../src/cli/serve.ts';
import { chromiumSwitches } from '../src/main/desktop.ts';
import { electronFailed, fetchFailed, reasonForBrowser } from './start/choose-shell.ts';
import { fetchElectron, fetchSentence, proxyVariable, type FetchProgress } from './start/electron-runtime.ts';
import { runElectron, type ElectronRun } from './start/run-electron.ts';

const electronPackage = path.join(projectRoot, 'node_modules', 'electron');

const io = processIo();
const [first = '', ...more] = process.argv
  .slice(2)
  .flatMap((word) => (word.startsWith('--do=') ? ['--do', word.slice(5)] : [word]));
process.exitCode = first === '--do' ? await runCommand(more, io) : await start(process.argv.slice(2));

async function start(args: readonly string[]): Promise<number> {
  const options = parseServeOptions(args, io.cwd);
  if (typeof options === 'string') {
    remark(`${options}\nUsage: npm start -- ${usages.serve}`);
    return 2;
  }
  const run = await tryElectron(options);
  if ('code' in run) return run.code;
  remark(run.failed);
  return serve(args, io);
}

/** Runs the desktop app until it quits; a sentence if it can't run here. */
async function tryElectron({ stories, open, tab }: ServeOptions): Promise<ElectronRun> {
  const installed = findElectron(electronPackage, process.env);
  const screen = hasScreen(process.platform, process.env);
  const reason = reasonForBrowser({ runtime: installed !== null, screen, open, tab });
  if (reason !== null) return { failed: reason };
  const executable = installed ?? (await fetched());
  if (typeof executable !== 'string') return executable;
  if (!(await built())) return { code: 1 };
  // Virus scanners and macOS look through a new program before it may open a window.
  if (installed === null) remark('Opening Offbook. The first time takes a little longer.');
  const switches = chromiumSwitches(process.platform, process.env);
  const words = stories === null ? [] : ['--stories', stories];
  const run = await runElectron(executable, [...switches, projectRoot, ...words], process.env);
  return 'failed' in run ? { failed: electronFailed(run.failed) } : run;
}

async function fetched(): Promise<string | { failed: string }> {
  let progress: FetchProgress = { downloaded: 0, unpacked: 0, idleMs: 0 };
  const fetching = fetchElectron(electronPackage, process.env, (now) => (progress = now));
  const why = await withProgress(io.stderr, () => fetchSentence(progress), fetching);
  const electron = findElectron(electronPackage, process.env);
  if (electron !== null) return electron;
  return { failed: fetchFailed(why ?? 'it isn’t where it should be', proxyVariable(process.env)) };
}

async function built(): Promise<boolean> {
  try {
    await ensureBuilt(projectRoot, io.stderr);
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
