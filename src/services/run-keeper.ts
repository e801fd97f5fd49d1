import type { RunRecord } from '../core/rehearsal/record.ts';
import { reasonOf } from './error-code.ts';
import type { PracticeLog } from './practice-log.ts';
import { draftFile, removeDraft, writeDraft } from './run-drafts.ts';

/** Sees to it that a run is on disk from its first mark on, and in the log when it is over. */
export interface RunKeeper {
  /** This is what the present run would be logged as if it were cut off now; null where nothing is to be kept of it. */
  draft: (record: RunRecord | null) => void;
  /** The present run is over. It counts at once; resolves when the disk has it, or didn't take it yet. */
  keep: (record: RunRecord) => Promise<void>;
  /** So many entries of the log are not on disk. Where none is, drafts of runs that are over aren't needed. */
  logChanged: (pending: number) => void;
  /** A file for a draft of this process that no other draft has. */
  nextFile: () => string;
  /** Waits for the disk. */
  settled: () => Promise<void>;
}

export interface RunKeeperOptions {
  directory: string;
  log: () => Promise<PracticeLog>;
  pid: number;
  tell: (severity: 'info' | 'error', text: string) => void;
}

export function setUpRunKeeper({ directory, log, pid, tell }: RunKeeperOptions): RunKeeper {
  let number = 0;
  let present: Draft | null = null;
  /** Drafts of runs that are over, but not on disk in the log. */
  let waiting: Draft[] = [];
  const busy = new Set<Promise<void>>();
  let failing = false;

  function nextFile(): string {
    number += 1;
    return draftFile(directory, pid, number);
  }

  function openDraft(): Draft {
    return createDraft(nextFile(), (file, error) => {
      if (error === null) failing = false;
      else if (!failing) {
        failing = true;
        const why = reasonOf(error);
        tell('error', `The run that is under way can't be saved in ${file}: ${why}. It is logged when it ends.`);
      }
    });
  }

  async function follow(task: Promise<void>): Promise<void> {
    busy.add(task);
    await task;
    busy.delete(task);
  }

  async function logRun(record: RunRecord, draft: Draft): Promise<void> {
    // The draft says the same as the line, so that whoever finds both knows that it is one run.
    const saved = await (await log()).add(record, () => draft.write(record));
    if (saved) await draft.remove();
    else waiting.push(draft);
  }

  return {
    draft: (record) => {
      if (record === null) {
        const dropped = present;
        present = null;
        if (dropped !== null) void follow(dropped.remove());
        return;
      }
      present ??= openDraft();
      void follow(present.write(record));
    },
    keep: (record) => {
      const draft = present ?? openDraft();
      present = null;
      return follow(logRun(record, draft));
    },
    logChanged: (pending) => {
      if (pending > 0) return;
      const done = waiting;
      waiting = [];
      for (const draft of done) void follow(draft.remove());
    },
    nextFile,
    settled: async () => {
      while (busy.size > 0) await Promise.all(busy);
    },
  };
}

interface Draft {
  /** Resolves when this or a later one is on disk, or the disk refused. */
  write: (record: RunRecord) => Promise<void>;
  remove: () => Promise<void>;
}

/** One file; of what is to be written while it is being written, the last wins. `told` hears how it went. */
function createDraft(file: string, told: (file: string, error: unknown) => void): Draft {
  let wanted: RunRecord | null = null;
  let isRemoved = false;
  let working: Promise<void> | null = null;

  const isWanted = (): boolean => isRemoved || wanted !== null;

  async function work(): Promise<void> {
    while (isWanted()) {
      const removing = isRemoved;
      const record = wanted;
      wanted = null;
      try {
        if (removing) await removeDraft(file);
        else if (record !== null) await writeDraft(file, record);
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
  };
}
