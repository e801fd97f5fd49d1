import type { RunAction } from '../../core/rehearsal/reduce-run.ts';
import { recordNow, type Now } from './question-run.ts';
import { actOnFlow, withRecord, type Flow } from './rehearsal-flow.ts';
import type { RunKeeper } from '../practice/run-store.ts';

/** What a run is saved after; what lies between two of these is little. */
const savedAfter: ReadonlySet<RunAction['type']> = new Set<RunAction['type']>([
  'nextSection',
  'undo',
  'pause',
  'sleep',
  'setLevel',
  'end',
  'finish',
  'setMissed',
  'rate',
]);

/**
 * Saves the present run as it would be logged now, or drops its draft where nothing would be; after an action, where
 * that one is worth it.
 */
export function saveRun(keeper: RunKeeper, { asked }: Flow, action: RunAction | null, now: Now): void {
  if (action !== null && !savedAfter.has(action.type)) return;
  keeper.draft(recordNow(asked, now));
}

/**
 * The present run is over for good: whoever leaves it half-way has said what they have said. `kept` resolves when the
 * disk has it, with whether there was anything to keep.
 */
export function keepRun(keeper: RunKeeper, of: Flow, now: Now): { left: Flow; kept: Promise<boolean> } {
  if (of.step === 'sheet') return { left: of, kept: Promise.resolve(false) };
  const left = of.step === 'answer' ? actOnFlow(of, { type: 'leave' }, now) : of;
  const record = recordNow(left.asked, now);
  if (record !== null) return { left: withRecord(left, record), kept: keeper.keep(record).then(() => true) };
  keeper.draft(null);
  return { left, kept: Promise.resolve(false) };
}
