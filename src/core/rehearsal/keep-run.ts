import { replacementOf, type RunRecord } from './record.ts';
import type { RunAction } from './reduce-run.ts';
import type { RunKeeper } from './current-rehearsal.ts';
import type { Now } from './question-run.ts';
import { actOnFlow, recordNow, withAnswer, type Flow } from './rehearsal-flow.ts';
import { nextAfter, type StateParts } from './rehearsal-state.ts';

/** Actions after which the draft is saved. Losing what happens in between is acceptable. */
const savedAfter: ReadonlySet<RunAction['type']> = new Set<RunAction['type']>([
  'nextSection',
  'undo',
  'pause',
  'sleep',
  'setLevel',
  'reach',
  'heard',
  'finishInSilence',
  'end',
  'finish',
  'setMissed',
  'rate',
]);

/** Saves a draft of the current run, or deletes it if the log wouldn’t get a line. Skips actions that aren’t worth it. */
export function saveRun(store: RunKeeper, of: Flow, action: RunAction | null, now: Now): void {
  if (action !== null && !savedAfter.has(action.type)) return;
  const record = recordNow(of, now);
  store.draft(record === null ? null : newLine(of, record));
}

/** What the log would get for an answer; null where it has that already. */
function newLine({ logged }: Flow, record: RunRecord): RunRecord | null {
  return logged === null ? record : replacementOf(logged, record);
}

/**
 * The flow with what a page heard of the current answer, or at last of the one before, whose line in the log is replaced.
 * Null if it heard another one.
 */
export function keepHeard(store: RunKeeper, of: Flow, action: RunAction, now: Now): Flow | null {
  const after = actOnFlow(of, action, now);
  if (after === of) return keepLateHeard(store, of, action, now);
  saveRun(store, after, action, now);
  return after;
}

function keepLateHeard(store: RunKeeper, of: Flow, action: RunAction, now: Now): Flow | null {
  const before = of.back;
  const after = before === null ? null : actOnFlow(before, action, now);
  const logged = before === null ? null : (of.answers[before.at]?.run ?? null);
  if (after === null || after === before || logged === null) return null;
  const record = recordNow(after, now);
  const line = record === null ? null : replacementOf(logged, { ...record, rating: logged.rating });
  if (line === null) return null;
  void store.keep(line);
  return { ...withAnswer(of, after.at, { run: line }), back: after };
}

/**
 * Ends the current run for good and logs it, even if it was left early. `kept` resolves when it is on disk, with whether
 * there was anything to log.
 */
export function keepRun(
  store: RunKeeper,
  of: Flow,
  parts: StateParts,
  now: Now,
): { left: Flow; kept: Promise<boolean> } {
  if (of.step.kind === 'sheet') return { left: of, kept: Promise.resolve(false) };
  const left = of.step.kind === 'answer' ? actOnFlow(of, { type: 'end' }, now) : of;
  const record = recordNow(left, now);
  const line = record === null ? null : newLine(left, record);
  if (record === null || line === null) {
    store.draft(null);
    return { left, kept: Promise.resolve(false) };
  }
  // Before it is logged: what is in the log counts as an earlier run.
  const before = left.answers[left.at]?.nextByRating ?? null;
  const next = left.logged === null ? nextAfter(record, parts) : before;
  return {
    left: withAnswer(left, left.at, { run: line, nextByRating: next }),
    kept: store.keep(line).then(() => true),
  };
}
