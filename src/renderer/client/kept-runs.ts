import { formatRecord, isRunRecord, type RunRecord } from '../../core/rehearsal/record.ts';
import { parseJson } from '../../core/values.ts';

const prefix = 'offbook-run ';

function keyOf({ at, story }: RunRecord): string {
  return `${prefix}${at} ${story}`;
}

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

  function forget(key: string): void {
    unstored.delete(key);
    storage()?.removeItem(key);
  }

  return {
    keep: (run: RunRecord): void => {
      const key = keyOf(run);
      // One that it replaces and that the program hasn’t logged needn’t be; after this one, it would count beside it.
      for (const [other, { at }] of all()) if (other !== key && at === run.replaces) forget(other);
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
      const present = all();
      for (const run of runs) {
        const kept = present.get(keyOf(run));
        // Rated another way meanwhile, it is news to the program.
        if (kept !== undefined && formatRecord(kept) === formatRecord(run)) forget(keyOf(run));
      }
    },
  };
}
