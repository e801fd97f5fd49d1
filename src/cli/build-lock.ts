import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from '../services/base/system-error.ts';

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
