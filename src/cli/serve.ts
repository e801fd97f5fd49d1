import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { startApp } from '../services/app/app.ts';
import { systemClock } from '../services/base/clock.ts';
import type { App } from '../services/base/program-types.ts';
import { reasonOf } from '../services/base/system-error.ts';
import { openOutside } from '../services/system/open-outside.ts';
import { settingsDirectory } from '../services/system/paths.ts';
import { removeRunning, writeRunning } from '../services/system/running-file.ts';
import { PortError, startServer, type WebServer } from '../web/server.ts';
import { browserShell } from '../web/shell.ts';
import { BuildError, ensureBuilt } from './build.ts';
import type { Io } from './io.ts';
import { openBrowser } from './open-browser.ts';
import { parseServeOptions, refuseOptions, type ServeOptions } from './options.ts';
import { projectRoot } from './project-root.ts';

/** `offbook serve`: the program in a browser on this computer. Gives the exit code; 2 for bad options. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const options = parseServeOptions(args, io.cwd);
  return typeof options === 'string' ? refuseOptions('serve', options, io) : serve(options, io);
}

/**
 * Serves until it is told to end (Ctrl+C, SIGTERM, or its terminal closed). Prints one line on stdout, the
 * address, when it is ready; whatever else there is to say goes to stderr. Gives the exit code: 0, or 1
 * when the program can't be built or its port can't be had.
 */
export async function serve(options: ServeOptions, io: Io): Promise<number> {
  const remark = (text: string) => io.stderr.write(`${text}\n`);
  try {
    await ensureBuilt(projectRoot, remark);
    if (options.stories !== null) await remarkMissing(options.stories, remark);
    const app = await openApp(options.stories, io);
    try {
      await serveApp(app, options, io, remark);
    } finally {
      for (const unsaved of await app.close()) remark(unsaved);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof BuildError || error instanceof PortError)) throw error;
    remark(error.message);
    return 1;
  }
}

async function serveApp(app: App, { port, open }: ServeOptions, io: Io, remark: (text: string) => void): Promise<void> {
  const server = await startServer({ app, rendererDir: path.join(projectRoot, 'out', 'renderer'), port });
  const ended = endAsked();
  const settingsDir = settingsPlace(io);
  await announce(settingsDir, server, remark);
  io.stdout.write(`Offbook: ${server.address}\n`);
  const { platform } = process;
  const closeBrowser = open
    ? await openBrowser(server, { platform, env: io.env, home: homedir(), settingsDir, remark })
    : async () => {};
  await ended;
  await closeBrowser();
  await removeRunning(settingsDir, server.token);
  await server.close();
}

async function openApp(stories: string | null, io: Io): Promise<App> {
  return startApp({
    shell: browserShell((target) => openOutside(process.platform, target), await programVersion()),
    clock: systemClock(),
    settingsDir: settingsPlace(io),
    samplesDir: path.join(projectRoot, 'stories'),
    folders: stories === null ? [] : [stories],
    parseWorker: new URL('../services/library/parse-worker.ts', import.meta.url),
    unexpected: (error) =>
      io.stderr.write(`An error of the program: ${error instanceof Error ? error.stack : reasonOf(error)}\n`),
  });
}

function settingsPlace(io: Io): string {
  return settingsDirectory(process.platform, io.env, homedir());
}

/** For `offbook --do`. Where it can't be written, everything else works all the same. */
async function announce(
  settingsDir: string,
  { port, token }: WebServer,
  remark: (text: string) => void,
): Promise<void> {
  await writeRunning(settingsDir, { port, token }).catch((error: unknown) =>
    remark(`"offbook --do" won't find this Offbook: ${settingsDir} can't be written: ${reasonOf(error)}.`),
  );
}

/** A folder that isn't there is no reason not to start: it may come back, and the page offers others. */
async function remarkMissing(stories: string, remark: (text: string) => void): Promise<void> {
  await stat(stories).catch((error: unknown) =>
    remark(`${stories} can't be read: ${reasonOf(error)}. Offbook shows the stories as soon as they are there.`),
  );
}

/** Resolves at the first signal to end; a second one then ends the process the hard way. */
function endAsked(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  return new Promise((resolve) => {
    const end = () => {
      for (const signal of signals) process.off(signal, end);
      resolve();
    };
    for (const signal of signals) process.on(signal, end);
  });
}

const manifest = v.object({ version: v.string() });

/** Offbook's own version, as package.json has it. Rejects where that can't be read: then nothing else is whole either. */
export async function programVersion(): Promise<string> {
  const text = await readFile(path.join(projectRoot, 'package.json'), 'utf8');
  return v.parse(manifest, JSON.parse(text)).version;
}
