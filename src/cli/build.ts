import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from '../services/base/system-error.ts';
import { withProgress, type Output } from './progress.ts';
import { runCaptured } from './run-captured.ts';

/** The last file that each part of the build writes. */
const outputs = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** What the build depends on. */
const inputs = [
  'electron.vite.config.ts',
  'package-lock.json',
  'src/cli',
  'src/core',
  'src/main',
  'src/preload',
  'src/renderer',
  'src/services',
  'src/web',
];

/** The build failed; the message includes what it printed. */
export class BuildError extends Error {}

/**
 * Builds Offbook below `root` unless its last build is newer than everything that it depends on. If another process is
 * building already, waits for that. Rejects with a BuildError.
 */
export async function ensureBuilt(root: string, output: Output): Promise<void> {
  if (await isBuilt(root)) return;
  const building = withLock(path.join(root, 'out', '.building'), async () => {
    if (await isBuilt(root)) return;
    output.write('Building Offbook. This takes a few seconds, and only after a change.\n');
    await build(root);
  });
  await withProgress(output, (seconds) => `Building Offbook: ${seconds} seconds so far.`, building);
}

/** Whether every output exists and none is older than an input. */
export async function isBuilt(root: string): Promise<boolean> {
  const built = await Promise.all(outputs.map((file) => changedMs(path.join(root, file))));
  const changed = await Promise.all(inputs.map((file) => newestMs(path.join(root, file))));
  return Math.min(...built) >= Math.max(...changed);
}

/** When a file or anything in a folder last changed. A folder's own time reveals deleted files. */
async function newestMs(fileOrFolder: string): Promise<number> {
  const entries = await readdir(fileOrFolder, { withFileTypes: true, recursive: true }).catch(noEntries);
  const paths = entries.map((entry) => path.join(entry.parentPath, entry.name));
  return Math.max(...(await Promise.all([fileOrFolder, ...paths].map(changedMs))));
}

/** 0 for a missing file: an output that is older than anything, or an input that needs no build. */
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
  if (code !== 0) throw new BuildError(`Offbook couldn’t be built. Run “npm ci” and try again.\n${output.trim()}`);
}

const lookAgainMs = 200;

/** An empty lock was just created, or its process died while creating it. */
const makingMs = 2000;

/**
 * Does some work while no other process does it. The lock is a file with the id of the process that has it; a lock
 * that a dead process left behind is taken over.
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
    // EPERM: it runs, but belongs to another user.
    return errorCode(error) === 'EPERM';
  }
}
