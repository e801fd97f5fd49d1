import type { RunRecord } from '../../core/rehearsal/record.ts';
import { describeError } from '../base/system-error.ts';
import type { PracticeLog } from './log.ts';
import { createDraft, draftFile, type Draft, type DraftOwner } from './run-drafts.ts';
import type { Notifier } from '../base/notices.ts';

/** Sees to it that a run is on disk from its first mark on, and in the log when it is over. */
export interface RunKeeper {
  /** This is what the present run would be logged as if it were cut off now; null where nothing is to be kept of it. */
  draft: (record: RunRecord | null) => void;
  /** The present run is over. It counts at once; resolves when the disk has it, or didn't take it yet. */
  keep: (record: RunRecord) => Promise<void>;
  /** Logs a run whose draft lies in such a file; resolves likewise, with whether the disk has it. */
  keepFrom: (file: string, record: RunRecord) => Promise<boolean>;
  /** So many entries of the log are not on disk. Where none is, drafts of runs that are over aren't needed. */
  logChanged: (pending: number) => void;
  /** A file for a draft of this process that no other draft has. */
  nextFile: () => string;
  /** Where the draft of a run lies that is over and not in the log; null where the disk didn't take that either. */
  draftOf: (record: RunRecord) => string | null;
  /** Waits for the disk. */
  settled: () => Promise<void>;
}

export interface RunKeeperOptions extends Notifier {
  directory: string;
  /** The log, when it was read. */
  log: () => Promise<PracticeLog>;
  owner: DraftOwner;
}

export function setUpRunKeeper({ directory, log, owner, tell, over }: RunKeeperOptions): RunKeeper {
  let number = 0;
  let present: Draft | null = null;
  /** Drafts of runs that are over, but not on disk in the log. */
  const waiting = new Map<RunRecord, Draft>();
  const busy = new Set<Promise<unknown>>();
  let failing = false;

  function nextFile(): string {
    number += 1;
    return draftFile(directory, owner, number);
  }

  function openDraft(taken: string | null = null): Draft {
    return createDraft(taken ?? nextFile(), taken !== null, (file, error) => {
      if (error === null) {
        failing = false;
        over('draft-unsaved');
      } else if (!failing) {
        failing = true;
        const text = `The run that is under way can't be saved in ${file}: ${describeError(error)}. It is logged when it ends.`;
        tell('error', text, 'draft-unsaved');
      }
    });
  }

  async function follow<Value>(task: Promise<Value>): Promise<Value> {
    busy.add(task);
    try {
      return await task;
    } finally {
      busy.delete(task);
    }
  }

  async function logRun(record: RunRecord, draft: Draft): Promise<boolean> {
    // The draft says the same as the line, so that whoever finds both knows that it is one run.
    const isSaved = await (await log()).add(record, () => draft.write(record));
    if (isSaved) await draft.remove();
    else waiting.set(record, draft);
    return isSaved;
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
    keep: async (record) => {
      const draft = present ?? openDraft();
      present = null;
      await follow(logRun(record, draft));
    },
    keepFrom: (file, record) => follow(logRun(record, openDraft(file))),
    logChanged: (pending) => {
      if (pending > 0) return;
      for (const draft of waiting.values()) void follow(draft.remove());
      waiting.clear();
    },
    nextFile,
    draftOf: (record) => waiting.get(record)?.savedAs() ?? null,
    settled: async () => {
      while (busy.size > 0) await Promise.all(busy);
    },
  };
}
