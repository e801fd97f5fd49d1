import { createHash, randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { formatRecord, type RunRecord } from '../../core/rehearsal/record.ts';
import { replaceFile } from '../base/write-file.ts';

/** Who writes a draft. */
export interface DraftOwner {
  /** The computer, in eight digits: several can share the disk of a settings folder. */
  host: string;
  pid: number;
  /** Random, in eight digits: a later process can have the same number. */
  token: string;
}

const draftName = /^run-([\da-f]{8})-(\d+)-([\da-f]{8})-\d+\.json$/u;
const halfWrittenName = /^run-[\da-f-]+\.json\.[\w-]+\.new$/u;

/** This process as a writer of drafts, different from any before it. */
export function newDraftOwner(): DraftOwner {
  const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  return { host, pid: process.pid, token: randomBytes(4).toString('hex') };
}

/** The path of a draft: the line that the log would get if the run stopped now. No two drafts share a name. */
export function draftFile(directory: string, { host, pid, token }: DraftOwner, number: number): string {
  return path.join(directory, `run-${host}-${pid}-${token}-${number}.json`);
}

/** Who wrote the draft with that name; null if it isn’t a draft. */
export function draftOwner(name: string): DraftOwner | null {
  const [, host, pid, token] = draftName.exec(name) ?? [];
  return host === undefined || pid === undefined || token === undefined ? null : { host, pid: Number(pid), token };
}

/** Whether that is a draft that was never written completely. */
export function isHalfWritten(name: string): boolean {
  return halfWrittenName.test(name);
}

export interface Draft {
  /** Resolves when this draft or a later one is on disk, or the disk refused. */
  write: (record: RunRecord) => Promise<void>;
  remove: () => Promise<void>;
  /** The file if it is on disk, even if the disk refused the latest version; else null. */
  savedAs: () => string | null;
}

/**
 * One file. While a version is being written, only the last of those that follow is kept. A crash leaves the old or the
 * new version. `told` hears how each write went. `isThere`: the file exists already.
 */
export function createDraft(file: string, isThere: boolean, told: (file: string, error: unknown) => void): Draft {
  let wanted: RunRecord | null = null;
  let isRemoved = false;
  let isSaved = isThere;
  let working: Promise<void> | null = null;

  const isWanted = (): boolean => isRemoved || wanted !== null;

  async function work(): Promise<void> {
    while (isWanted()) {
      const removing = isRemoved;
      const record = wanted;
      wanted = null;
      try {
        if (removing) await rm(file, { force: true });
        else if (record !== null) await replaceFile(file, `${formatRecord(record)}\n`);
        isSaved = !removing;
        told(file, null);
      } catch (error) {
        told(file, error);
      }
      if (removing) break;
    }
    working = null;
  }

  return {
    write: (record) => {
      wanted = record;
      return (working ??= work());
    },
    remove: () => {
      wanted = null;
      isRemoved = true;
      return (working ??= work());
    },
    savedAs: () => (isSaved ? file : null),
  };
}
