import type { Plan } from '../prompter/plan.ts';
import { hasSpoken } from './run-times.ts';
import type { RehearsalRun } from './run.ts';

/**
 * Ids of the outline's items that a run never came to: those of the sections after the one in which it was left. None
 * for a run that was finished, marked or not. What of the last section was said isn't known, so it counts as said.
 */
export function neverReached({ rows }: Pick<Plan, 'rows'>, run: RehearsalRun): string[] {
  if (run.phase !== 'ended' || run.finished || !hasSpoken(run)) return [];
  const section = run.sections[run.marksMs.length];
  return section === undefined ? [] : rows.filter(({ startMs }) => startMs >= section.endMs).map(({ id }) => id);
}
