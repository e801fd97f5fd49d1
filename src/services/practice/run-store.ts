import type { RunRecord } from '../../core/rehearsal/record.ts';
import { describeError } from '../base/system-error.ts';
import type { PracticeLog } from './log.ts';
import { createDraft, draftFile, type Draft, type DraftOwner } from './run-drafts.ts';
import type { Notifier } from '../../core/notices.ts';

/** Keeps a run on disk from its first mark on, and adds it to the log when it is over. */
export interface RunStore {
  /** Saves what the log would get if the current run stopped now; null deletes its draft. */
  draft: (record: RunRecord | null) => void;
  /** Logs the current run, which counts at once. Resolves when it is on disk, or the disk didn’t take it yet. */
  keep: (record: RunRecord) => Promise<void>;
  /** Logs a run whose draft is that file; resolves likewise, with whether it is on disk. */
  keepFrom: (file: string, record: RunRecord) => Promise<boolean>;
  /** Tells how many log entries aren’t on disk yet. With none left, drafts of runs that are over are deleted. */
  logChanged: (pending: number) => void;
  /** A new name for a draft of this process. */
  nextFile: () => string;
  /** The draft of a run that is over but not in the log; null if the disk didn’t take that either. */
  draftOf: (record: RunRecord) => string | null;
  /** Waits for the writes under way. Resolves with a sentence if a run is neither in the log nor saved as a draft. */
  saved: () => Promise<string | null>;
  /** Waits for the disk. */
  settled: () => Promise<void>;
}

export interface RunStoreOptions extends Notifier {
  directory: string;
  /** The log, once it is read. */
  log: () => Promise<PracticeLog>;
  owner: DraftOwner;
}

export function setUpRunStore({ directory, log, owner, tell, over }: RunStoreOptions): RunStore {
  let number = 0;
  let present: Draft | null = null;
  /** Drafts of runs that are over but not in the log on disk. */
  const waiting = new Map<RunRecord, Draft>();
  const busy = new Set<Promise<unknown>>();
  /** Why the current run can’t be saved, as the person was told; null if it can. */
  let refused: string | null = null;

  function nextFile(): string {
    number += 1;
    return draftFile(directory, owner, number);
  }

  function openDraft(taken: string | null = null): Draft {
    return createDraft(taken ?? nextFile(), taken !== null, (file, error) => {
      if (error === null) {
        refused = null;
        over('draft-unsaved');
      } else if (refused === null) {
        refused = `The current run can’t be saved in ${file}: ${describeError(error)}. Offbook will log it when it ends.`;
        tell('error', refused, 'draft-unsaved');
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
    // The draft equals the line, so that whoever finds both knows that they are one run.
    const isSaved = await (await log()).add(record, () => draft.write(record));
    if (isSaved) await draft.remove();
    else waiting.set(record, draft);
    return isSaved;
  }

  async function settled(): Promise<void> {
    while (busy.size > 0) await Promise.all(busy);
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
    saved: async () => {
      if (busy.size === 0) return null;
      await settled();
      return refused;
    },
    settled,
  };
}
