import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { formatRecord, parseRecord, type RunRecord } from '../core/rehearsal/record.ts';
import type { Clock } from './app-types.ts';
import { errorCode, reasonOf } from './error-code.ts';
import type { PracticeLog } from './practice-log.ts';
import { setAside } from './settings-store.ts';
import { replaceFile } from './write-file.ts';

const draftName = /^run-(\d+)(?:-\d+)?\.json$/u;
const halfWrittenName = /^run-[\d-]+\.json\.[\w-]+\.new$/u;
/** As for settings: a new file that wasn't renamed after this long belongs to a program that was killed. */
const abandonedMs = 60_000;

/** Where the draft of a process's run lies: the line that would be logged if it were cut off now. */
export function draftFile(directory: string, pid: number, number: number): string {
  return path.join(directory, number === 1 ? `run-${pid}.json` : `run-${pid}-${number}.json`);
}

/** Writes a draft so that a crash leaves either the old one or the new one. Throws what the disk says. */
export async function writeDraft(file: string, record: RunRecord): Promise<void> {
  await replaceFile(file, `${formatRecord(record)}\n`);
}

export async function removeDraft(file: string): Promise<void> {
  await rm(file, { force: true });
}

export interface RecoveryOptions {
  directory: string;
  log: PracticeLog;
  clock: Clock;
  tell: (severity: 'info' | 'error', text: string) => void;
  /** A file of this process's own, for a draft that it takes over. */
  nextFile: () => string;
}

/**
 * Logs what programs that are gone were rehearsing, and removes their drafts; gives how many runs that were. A run
 * that is in the log already isn't logged twice. What can't be read as a draft is set aside; never throws.
 */
export async function recoverDrafts(options: RecoveryOptions): Promise<number> {
  const { directory, tell } = options;
  let kept = 0;
  try {
    for (const name of await readdir(directory)) {
      if (halfWrittenName.test(name)) await sweep(path.join(directory, name), options.clock);
      const pid = Number(draftName.exec(name)?.[1]);
      if (Number.isNaN(pid) || (await isAlive(pid, path.join(directory, name), options.clock))) continue;
      if (await recover(path.join(directory, name), options)) kept += 1;
    }
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(errorCode(error))) {
      tell('error', `Runs that were cut off can't be looked for in ${directory}: ${reasonOf(error)}.`);
    }
  }
  return kept;
}

async function recover(file: string, { log, tell, nextFile, clock }: RecoveryOptions): Promise<boolean> {
  const own = nextFile();
  try {
    const line = parseRecord((await readFile(file, 'utf8')).trim());
    // A later program's draft is for that program.
    if (line.kind === 'unknown') return false;
    if (line.kind !== 'run') {
      const aside = await setAside(file, clock.wallTime());
      tell('error', `What was kept of a run in ${file} can't be read. It now lies at ${aside}.`);
      return false;
    }
    // Of two programs that start at once, one gets it.
    await rename(file, own);
    const { run } = line;
    const isLogged = log.runs().some(({ at, story }) => at === run.at && story === run.story);
    // What the disk doesn't take now has its draft until the next start.
    if (isLogged || (await log.add(run))) await removeDraft(own);
    return !isLogged;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    tell('error', `A run that was cut off lies in ${file} and can't be logged: ${reasonOf(error)}.`);
    return false;
  }
}

async function sweep(file: string, clock: Clock): Promise<void> {
  try {
    if (clock.wallTime().getTime() - (await stat(file)).mtimeMs > abandonedMs) await removeDraft(file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/** Whether the process that wrote a draft still runs. One of before the machine started doesn't, whoever has its number now. */
async function isAlive(pid: number, file: string, clock: Clock): Promise<boolean> {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
  }
  try {
    const startedAtMs = clock.wallTime().getTime() - clock.uptimeMs();
    return (await stat(file)).mtimeMs >= startedAtMs;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return true;
  }
}
