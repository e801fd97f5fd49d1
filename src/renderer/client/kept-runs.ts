import { isRunRecord, type RunRecord } from '../../core/rehearsal/record.ts';
import { parseJson } from '../../core/values.ts';

const prefix = 'offbook-run ';

/**
 * Runs that ended in a page without the program. They are in the browser’s storage for this address until the program
 * has logged them: closing the page loses none. Where the browser stores nothing, they last as long as the page.
 */
export function keptRuns(storage: () => Storage | null) {
  const unstored = new Map<string, RunRecord>();

  function all(): Map<string, RunRecord> {
    const stored = storage();
    const found = new Map(unstored);
    for (const key of stored === null ? [] : Object.keys(stored)) {
      const run = key.startsWith(prefix) ? parseJson(stored?.getItem(key) ?? '') : null;
      if (isRunRecord(run)) found.set(key, run);
    }
    return found;
  }

  return {
    keep: (run: RunRecord): void => {
      const key = `${prefix}${run.at} ${run.story}`;
      try {
        storage()?.setItem(key, JSON.stringify(run));
        if (storage() === null) unstored.set(key, run);
      } catch {
        // It is full.
        unstored.set(key, run);
      }
    },
    list: (): RunRecord[] => [...all().values()],
    /** The program has logged these. */
    logged: (runs: readonly RunRecord[]): void => {
      for (const { at, story } of runs) {
        const key = `${prefix}${at} ${story}`;
        unstored.delete(key);
        storage()?.removeItem(key);
      }
    },
  };
}
