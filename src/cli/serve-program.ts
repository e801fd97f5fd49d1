/*
 * The server of `offbook serve` and `npm start`: a program of its own, which the build makes into out/main/serve.js and
 * serve.ts starts.
 */
import { randomInt } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { startApp } from '../services/app/app.ts';
import { systemClock } from '../services/base/clock.ts';
import type { OffbookApp } from '../services/base/program.ts';
import { describeError } from '../services/base/system-error.ts';
import { createParser } from '../services/library/parse-pool.ts';
import { openOutside } from '../services/system/open-outside.ts';
import { readReturns, writeReturns, type Returns } from '../services/system/return-file.ts';
import { readRunning, removeRunning, writeRunning, type Running } from '../services/system/running-file.ts';
import { PortError, startServer, type WebServer } from '../web/server.ts';
import { browserShell } from '../web/shell.ts';
import { processIo, settingsDirOf, type Io } from './io.ts';
import { askRunning } from './do.ts';
import { openBrowser } from './open-browser.ts';
import { parseServeOptions, refuseOptions, type ServeOptions } from './options.ts';
import { projectRoot } from './project-root.ts';
import { onQuitSignals } from './quit-signals.ts';

/**
 * Serves until Ctrl+C, SIGTERM, or the terminal closes. Once it is ready, it prints one line on stdout, the address;
 * everything else goes to stderr. Returns the exit code: 0, 1 if its port isn't available, or 2 for bad options.
 */
async function serveUntilQuit(args: readonly string[], io: Io): Promise<number> {
  const options = parseServeOptions(args, io.cwd);
  if (typeof options === 'string') return refuseOptions('serve', options, io);
  const remark = (text: string) => io.stderr.write(`${text}\n`);
  try {
    if (options.stories !== null) await remarkMissing(options.stories, remark);
    const app = await openApp(options.stories, io);
    try {
      await serveApp(app, options, io, remark);
    } finally {
      for (const unsaved of await app.close()) remark(unsaved);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    remark(error.message);
    return 1;
  }
}

async function serveApp(
  app: OffbookApp,
  { port, open, tab }: ServeOptions,
  io: Io,
  remark: (text: string) => void,
): Promise<void> {
  const settingsDir = settingsDirOf(io);
  const server = await startAgain(app, port, await readReturns(settingsDir).catch(() => null));
  const quitting = quitRequested();
  const other = await otherRunning(settingsDir);
  // Without it, pages need the new address after the next start.
  await writeReturns(settingsDir, { port: server.port, entries: [...server.entries] }).catch(() => undefined);
  await announce(settingsDir, server, remark);
  io.stdout.write(`Offbook: ${server.address}\n`);
  if (other !== null) {
    remark(
      `Another Offbook is running with these settings, on port ${other.port}. Until this one quits, “offbook --do” reaches this one.`,
    );
  }
  const { platform } = process;
  const closeBrowser = open
    ? await openBrowser(server, { platform, env: io.env, home: homedir(), settingsDir, tab, remark })
    : async () => {};
  await quitting;
  await closeBrowser();
  await removeRunning(settingsDir, server.token);
  if (other !== null) await giveBack(settingsDir, other);
  await server.close();
}

/** Below those that systems give to connections for a moment: nobody else takes such a port while Offbook isn’t running. */
const lastingPorts = [10_000, 32_000] as const;

/** On the given port, else on that of the last start, where pages find their way back; if that is taken, on any other. */
async function startAgain(app: OffbookApp, port: number | null, earlier: Returns | null): Promise<WebServer> {
  const options = { app, rendererDir: path.join(projectRoot, 'out', 'renderer'), earlier };
  if (port !== null) return startServer({ ...options, port });
  try {
    return await startServer({ ...options, port: earlier?.port ?? randomInt(...lastingPorts) });
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    return startServer({ ...options, port: 0 });
  }
}

async function openApp(stories: string | null, io: Io): Promise<OffbookApp> {
  const workerUrl = pathToFileURL(path.join(projectRoot, 'out', 'main', 'parse-worker.js'));
  return startApp(createParser({ workerUrl }), {
    shell: browserShell((target) => openOutside(process.platform, target), await programVersion()),
    clock: systemClock(),
    settingsDir: settingsDirOf(io),
    samplesDir: path.join(projectRoot, 'stories'),
    folders: stories === null ? [] : [stories],
    // Pages try again at least every five seconds.
    recoverAfterMs: 10_000,
    unexpected: (error) =>
      io.stderr.write(`Uncaught error: ${error instanceof Error ? error.stack : describeError(error)}\n`),
  });
}

/** For `offbook --do`. If the file can't be written, everything else still works. */
async function announce(
  settingsDir: string,
  { port, token }: WebServer,
  remark: (text: string) => void,
): Promise<void> {
  await writeRunning(settingsDir, { port, token }).catch((error: unknown) =>
    remark(`“offbook --do” won’t find this Offbook: ${settingsDir} can’t be written: ${describeError(error)}.`),
  );
}

/** The program that `offbook --do` reaches now; null if it has quit or doesn’t answer. */
async function otherRunning(settingsDir: string): Promise<Running | null> {
  try {
    const running = await readRunning(settingsDir);
    return running !== null && (await askRunning(running, 'readClock', undefined)) !== null ? running : null;
  } catch {
    return null;
  }
}

/** `offbook --do` reaches the other program again, if that still runs and no third one has started. */
async function giveBack(settingsDir: string, other: Running): Promise<void> {
  const isThere = (await askRunning(other, 'readClock', undefined).catch(() => null)) !== null;
  if (!isThere || (await readRunning(settingsDir).catch(() => null)) !== null) return;
  await writeRunning(settingsDir, other).catch(() => undefined);
}

/** A missing folder doesn't prevent the start: it may come back, and the page offers others. */
async function remarkMissing(stories: string, remark: (text: string) => void): Promise<void> {
  await stat(stories).catch((error: unknown) =>
    remark(`${stories} can’t be read: ${describeError(error)}. Offbook will show its stories as soon as it can.`),
  );
}

/** Resolves at the first signal to quit; a later one kills the process. */
function quitRequested(): Promise<void> {
  return new Promise((resolve) => {
    const stop = onQuitSignals(resolve, (signal) => {
      stop();
      process.kill(process.pid, signal);
    });
  });
}

const manifest = v.object({ version: v.string() });

/** Offbook's version, from package.json. Rejects if that can't be read: then nothing else would work either. */
async function programVersion(): Promise<string> {
  const text = await readFile(path.join(projectRoot, 'package.json'), 'utf8');
  return v.parse(manifest, JSON.parse(text)).version;
}

// For this process alone, not for the browser and the editor that it opens.
delete process.env['MALLOC_ARENA_MAX'];
process.exitCode = await serveUntilQuit(process.argv.slice(2), processIo());
