import { rowStep } from '../prompter/cursor.ts';
import type { Plan } from '../prompter/plan.ts';
import type { RunAction } from './reduce-run.ts';
import type { RehearsalRun } from './run.ts';

/**
 * What the next or previous row means in a run that speaks: to another row of the present section, past its last
 * row a mark, and before its first row one mark back. `plan` is the run's own. Takes what `runAt` gives.
 */
export function rowAction(run: RehearsalRun, plan: Plan, step: 1 | -1): RunAction {
  const section = run.sections[run.marksMs.length];
  const atMs = run.clock.cursorMs;
  const toMs = rowStep(plan, atMs, step);
  const isInside = section !== undefined && toMs !== null && toMs >= section.startMs && toMs < section.endMs;
  if (isInside) return { type: 'moveCursor', cursorMs: toMs };
  return { type: step === 1 ? 'nextSection' : 'undo' };
}
