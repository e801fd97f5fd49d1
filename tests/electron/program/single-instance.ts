import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';

interface LaterStart {
  argv: string[];
  directory: string;
  data: unknown;
}

/** Gives the lock back. */
export let leaveSingleInstance = (): void => {};

/**
 * Whether this process is the only one with this user data folder: a lock file with its number says so, as
 * Chromium's does. A later one leaves its words in a folder beside it, which the first one watches. Where the
 * lock can't be written the answer is no, as Electron's is.
 */
export function takeSingleInstance(userData: string, data: unknown, onLater: (later: LaterStart) => void): boolean {
  const lock = path.join(userData, 'SingletonLock');
  const letters = path.join(userData, 'SingletonLetters');
  if (!takeLock(lock)) {
    if (holderOf(lock) !== null) post(letters, { argv: reordered(process.argv), directory: process.cwd(), data });
    return false;
  }
  mkdirSync(letters, { recursive: true });
  leaveSingleInstance = () => {
    leaveSingleInstance = () => {};
    rmSync(lock, { force: true });
  };
  process.on('exit', () => leaveSingleInstance());
  const read = (): void => {
    for (const name of readdirSync(letters)
      .filter((name) => name.endsWith('.json'))
      .sort()) {
      const file = path.join(letters, name);
      const later = JSON.parse(readFileSync(file, 'utf8')) as LaterStart;
      rmSync(file);
      onLater(later);
    }
  };
  watch(letters, read).unref();
  read();
  return true;
}

function takeLock(lock: string): boolean {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return true;
    } catch {
      if (holderOf(lock) !== null) return false;
      rmSync(lock, { force: true });
    }
  }
  return false;
}

/** The number of the process that holds the lock; null where there is none, or it is gone. */
function holderOf(lock: string): number | null {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    process.kill(holder, 0);
    return holder;
  } catch {
    return null;
  }
}

function post(letters: string, later: LaterStart): void {
  mkdirSync(letters, { recursive: true });
  const name = path.join(letters, `${process.hrtime.bigint()}-${process.pid}`);
  writeFileSync(name, JSON.stringify(later));
  renameSync(name, `${name}.json`);
}

/** Chromium hands the words over with the switches first and one of its own, so that their order says nothing. */
function reordered(argv: readonly string[]): string[] {
  const [executable = '', ...words] = argv;
  const switches = words.filter((word) => word.startsWith('--'));
  return [
    executable,
    ...switches,
    '--original-process-start-time=1',
    ...words.filter((word) => !switches.includes(word)),
  ];
}
