import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseMoment } from '../../core/rehearsal/iso-time.ts';
import { parseRecord, isNews, type RunRecord } from '../../core/rehearsal/record.ts';
import type { Clock } from '../base/program.ts';
import { readRegular } from '../base/regular-file.ts';
import { errorCode, describeError } from '../base/system-error.ts';
import { draftOwner, isHalfWritten, type DraftOwner } from './run-drafts.ts';
import { setAside } from '../base/write-file.ts';
import type { Notifier } from '../../core/notices.ts';

/** As for settings: a new file that wasn’t renamed after this long belongs to a program that was killed. */
const abandonedMs = 60_000;

/**
 * Nobody can ask whether a process on another computer still runs. A run that somebody marks, pauses or forgets there is
 * saved within minutes, and nobody will finish yesterday’s.
 */
const elsewhereMs = 24 * 3_600_000;

/** Log a draft’s run, leave it for later, or drop it because the whole run is in the log. */
export type DraftFate = 'log' | 'leave' | 'drop';

/** The program and a page don’t date the same end to the millisecond. */
const sameEndMs = 1000;

/**
 * Whether a draft is an earlier state of a run that a page ended: saved while that was spoken, for the same question. In
 * an interview the person may have taken another story for it since.
 */
export function isDraftOf(draft: RunRecord, run: RunRecord): boolean {
  const [savedAt, endedAt] = [draft, run].map(({ at }) => parseMoment(at)?.epochMs ?? Number.NaN);
  if (savedAt === undefined || endedAt === undefined) return false;
  const isMeanwhile = savedAt > endedAt - run.totalMs && savedAt <= endedAt + sameEndMs;
  return isMeanwhile && draft.question === run.question;
}

export interface RecoveryOptions {
  directory: string;
  /** This process as a writer of drafts. */
  owner: DraftOwner;
  /** The runs in the log. */
  logged: () => readonly RunRecord[];
  fateOf: (run: RunRecord) => DraftFate;
  /** A name of this process’s own for a draft that it takes over. */
  nextFile: () => string;
  /** Logs the run in such a draft, and deletes the draft once the log is on disk. Resolves with whether it is. */
  keep: (file: string, run: RunRecord) => Promise<boolean>;
  clock: Clock;
  tell: Notifier['tell'];
}

/**
 * Logs the runs of programs that are gone, and deletes their drafts; returns how many runs it logged. A run that is in
 * the log already isn’t logged twice. A draft that can’t be read is moved aside. Never throws.
 */
export async function recoverDrafts(options: RecoveryOptions): Promise<number> {
  let kept = 0;
  for (const name of await namesIn(options)) if (await lookAt(name, options)) kept += 1;
  return kept;
}

async function namesIn({ directory, tell }: RecoveryOptions): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(errorCode(error))) {
      tell('error', `Offbook can’t look for interrupted runs in ${directory}: ${describeError(error)}.`);
    }
    return [];
  }
}

/** Whether the file held a run that is now in the log. */
async function lookAt(name: string, options: RecoveryOptions): Promise<boolean> {
  const file = path.join(options.directory, name);
  try {
    if (isHalfWritten(name)) await sweep(file, options.clock);
    const owner = draftOwner(name);
    return owner !== null && !(await isAlive(owner, file, options)) && (await recover(file, options));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    options.tell('error', `An interrupted run is saved in ${file} but can’t be logged: ${describeError(error)}.`);
    return false;
  }
}

async function recover(
  file: string,
  { logged, fateOf, tell, nextFile, keep, clock }: RecoveryOptions,
): Promise<boolean> {
  const line = parseRecord((await readRegular(file)).toString('utf8').trim());
  // Leave a newer program’s draft to that program.
  if (line.kind === 'unknown') return false;
  if (line.kind !== 'run') {
    const aside = await setAside(file, clock.wallTime());
    tell('error', `The interrupted run in ${file} can’t be read. It was moved to ${aside}.`);
    return false;
  }
  const { run } = line;
  const fate = fateOf(run);
  if (fate === 'leave') return false;
  // If two programs start at once, only one can rename it.
  const own = nextFile();
  await rename(file, own);
  if (fate === 'log' && isNews(run, logged())) return keep(own, run);
  await rm(own, { force: true });
  return false;
}

async function sweep(file: string, clock: Clock): Promise<void> {
  if ((await ageMs(file, clock)) > abandonedMs) await rm(file, { force: true });
}

/**
 * Whether the process that wrote a draft still runs. One from before the machine started doesn’t, whichever process has
 * its number now.
 */
async function isAlive({ host, pid, token }: DraftOwner, file: string, options: RecoveryOptions): Promise<boolean> {
  const { owner, clock } = options;
  if (host !== owner.host) return (await ageMs(file, clock)) < elsewhereMs;
  if (pid === owner.pid) return token === owner.token;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
  }
  return (await ageMs(file, clock)) <= clock.uptimeMs();
}

/** How long ago a file was written. */
async function ageMs(file: string, clock: Clock): Promise<number> {
  return clock.wallTime().getTime() - (await stat(file)).mtimeMs;
}
