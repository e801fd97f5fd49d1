import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BuildError, ensureBuilt } from './build.ts';
import type { Io } from './io.ts';
import { parseServeOptions, refuseOptions } from './options.ts';
import { projectRoot } from './project-root.ts';

/** The build of serve-program.ts. */
const program = path.join(projectRoot, 'out', 'main', 'serve.js');

/**
 * How Node runs it: with little memory, since Offbook runs beside a call. V8’s young generation stays small, and glibc’s
 * threads share two heaps (other systems ignore that).
 */
export const serveProcess = {
  args: ['--max-semi-space-size=2', program],
  env: { MALLOC_ARENA_MAX: '2' },
} as const;

/** `offbook serve`: Offbook in a browser on this computer. Returns the exit code; 2 for bad options. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const options = parseServeOptions(args, io.cwd);
  return typeof options === 'string' ? refuseOptions('serve', options, io) : serve(args, io);
}

/**
 * Builds what is needed, and becomes the server: the built one starts faster, and takes less memory than the sources and
 * what strips their types (see docs/decisions/0057). Returns an exit code only if Offbook can’t be built (1), and on
 * Windows, where a process can’t become another: there the server runs in this one.
 */
export async function serve(args: readonly string[], io: Io): Promise<number> {
  try {
    await ensureBuilt(projectRoot, io.stderr);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 1;
  }
  if (process.platform !== 'win32' && process.execve !== undefined) {
    const words = [process.execPath, ...process.execArgv, ...serveProcess.args, ...args];
    process.execve(process.execPath, words, { ...process.env, ...serveProcess.env });
  }
  process.argv = [process.execPath, program, ...args];
  await import(pathToFileURL(program).href);
  return Number(process.exitCode ?? 0);
}
