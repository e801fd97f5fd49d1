import { createHash, randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { formatRecord, type RunRecord } from '../../core/rehearsal/record.ts';
import { replaceFile } from '../base/write-file.ts';

/** Who writes a draft. */
export interface DraftOwner {
  /** Of the computer, in eight digits: a settings folder can lie on a disk that several share. */
  host: string;
  pid: number;
  /** By chance, in eight digits: a later process can have the same number. */
  token: string;
}

const draftName = /^run-([\da-f]{8})-(\d+)-([\da-f]{8})-\d+\.json$/u;
const halfWrittenName = /^run-[\da-f-]+\.json\.[\w-]+\.new$/u;

/** This process as a writer of drafts, other than any before it. */
export function newDraftOwner(): DraftOwner {
  const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  return { host, pid: process.pid, token: randomBytes(4).toString('hex') };
}

/** Where a draft lies: the line that would be logged if the run were cut off now. No two drafts share a name. */
export function draftFile(directory: string, { host, pid, token }: DraftOwner, number: number): string {
  return path.join(directory, `run-${host}-${pid}-${token}-${number}.json`);
}

/** Who wrote the draft with that name; null where it is none. */
export function draftOwner(name: string): DraftOwner | null {
  const [, host, pid, token] = draftName.exec(name) ?? [];
  return host === undefined || pid === undefined || token === undefined ? null : { host, pid: Number(pid), token };
}

/** Whether that is a draft that was being written and never got its name. */
export function isHalfWritten(name: string): boolean {
  return halfWrittenName.test(name);
}

export interface Draft {
  /** Resolves when this or a later one is on disk, or the disk refused. */
  write: (record: RunRecord) => Promise<void>;
  remove: () => Promise<void>;
  /** The file, where it is on disk, though the disk may have refused the latest of it; else null. */
  savedAs: () => string | null;
}

/**
 * One file; of what is to be written while it is being written, the last wins. A crash leaves the old one or the new
 * one. `told` hears how each went. `isThere`: the file is there already.
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
