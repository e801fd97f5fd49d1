import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from '../services/base/system-error.ts';
import { runCaptured } from './run-captured.ts';

/** What the build makes, one file of each of its parts; the last one that each writes. */
const outputs = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** What goes into it. */
const inputs = [
  'electron.vite.config.ts',
  'package-lock.json',
  'src/core',
  'src/main',
  'src/preload',
  'src/renderer',
  'src/services',
];

/** A build that failed; the message holds what it printed. */
export class BuildError extends Error {}

/**
 * Builds the program below `root` unless its last build is newer than everything that goes into it.
 * Where another process is building already, waits for that one. Rejects with a BuildError.
 */
export async function ensureBuilt(root: string, remark: (text: string) => void): Promise<void> {
  if (await isBuilt(root)) return;
  await withLock(path.join(root, 'out', '.building'), async () => {
    if (await isBuilt(root)) return;
    remark('Building Offbook; this takes some seconds, and only after a change.');
    await build(root);
  });
}

/** Whether every output is there and none is older than an input. */
export async function isBuilt(root: string): Promise<boolean> {
  const built = await Promise.all(outputs.map((file) => changedMs(path.join(root, file))));
  const changed = await Promise.all(inputs.map((file) => newestMs(path.join(root, file))));
  return Math.min(...built) >= Math.max(...changed);
}

/** When a file or anything in a folder changed last. A folder's own time tells of files that were deleted. */
async function newestMs(fileOrFolder: string): Promise<number> {
  const entries = await readdir(fileOrFolder, { withFileTypes: true, recursive: true }).catch(noEntries);
  const paths = entries.map((entry) => path.join(entry.parentPath, entry.name));
  return Math.max(...(await Promise.all([fileOrFolder, ...paths].map(changedMs))));
}

/** 0 for a file that isn't there: as an output older than anything, as an input no reason to build. */
async function changedMs(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0;
    throw error;
  }
}

function noEntries(error: unknown): [] {
  if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return [];
  throw error;
}

async function build(root: string): Promise<void> {
  const tool = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code, output } = await runCaptured(process.execPath, [tool, 'build'], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (code !== 0) throw new BuildError(`Offbook could not be built. Run "npm ci" and try again.\n${output.trim()}`);
}

const lookAgainMs = 200;

/** A lock without a number in it was made this moment, or by a process that died making it. */
const makingMs = 2000;

/**
 * Does some work while no other process does it. The lock is a file with the number of the process that
 * holds it; one that was left by a process that is gone is taken over.
 */
export async function withLock(file: string, work: () => Promise<void>): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  while (!(await takeLock(file))) {
    if (await isHeld(file)) await wait(lookAgainMs);
    else await rm(file, { force: true });
  }
  try {
    await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function takeLock(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function isHeld(file: string): Promise<boolean> {
  try {
    const holder = await readFile(file, 'utf8');
    if (holder === '') return Date.now() - (await stat(file)).mtimeMs < makingMs;
    return isRunning(Number(holder));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

function isRunning(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else's.
    return errorCode(error) === 'EPERM';
  }
}
