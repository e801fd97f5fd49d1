import { elapsedMs } from '../prompter/session.ts';
import type { SectionKind } from '../stories/model.ts';
import type { RehearsalRun } from './run.ts';
import { rowStep } from '../prompter/cursor.ts';
import type { Plan } from '../prompter/plan.ts';
import type { RunAction } from './reduce-run.ts';

/** A section's time in a run: what the plan gives it and what was spoken, in whole milliseconds. */
export interface SectionTime {
  kind: SectionKind;
  label: string;
  plannedMs: number;
  /** Null where it isn't known: not reached, or never marked. */
  spokenMs: number | null;
  state: 'done' | 'now' | 'later';
}

/** Time spoken so far, in whole milliseconds; 0 while thinking. Takes what `runAt` gives. */
export function spokenSoFarMs(run: RehearsalRun, nowMs: number): number {
  if (!hasSpoken(run)) return 0;
  // A clock that was set back takes no mark away.
  return Math.round(Math.max(elapsedMs(run.clock, nowMs), run.marksMs.at(-1) ?? 0));
}

/** In less than this nobody says anything: the run was begun by a slip of the finger. */
export const shortestRunMs = 1000;

/** Whether the answer was begun: a run that was left while thinking is nothing to keep. */
export function hasSpoken(run: RehearsalRun): boolean {
  return (run.beforeEnd ?? run).phase === 'speaking';
}

/**
 * Each section's time. Where all is marked they add up to the time spoken. A run that was finished without
 * marking its later sections doesn't know how long the last marked one took, and says so. Takes what `runAt` gives.
 */
export function sectionTimes(run: RehearsalRun, nowMs: number): SectionTime[] {
  const begun = hasSpoken(run) ? run.marksMs.length : -1;
  const lastUnknown = run.finished && begun < run.sections.length - 1;
  // Marks are rounded, not lengths, so that the parts add up.
  const bounds = [0, ...run.marksMs.map(Math.round), spokenSoFarMs(run, nowMs)];
  return run.sections.map(({ kind, label, startMs, endMs }, index) => {
    const known = index < begun || (index === begun && !lastUnknown);
    const spokenMs = known ? Math.max(0, (bounds[index + 1] ?? 0) - (bounds[index] ?? 0)) : null;
    const isNow = index === begun && run.phase === 'speaking';
    const state = isNow ? 'now' : index <= begun ? 'done' : 'later';
    return { kind, label, plannedMs: endMs - startMs, spokenMs, state };
  });
}

/**
 * How far the speaker is off the plan, above zero when ahead: nothing while the clock is within the present
 * section's time, else how far it is outside. `describeDrift` of cursor.ts says it in words.
 */
export function runDriftMs(run: RehearsalRun, nowMs: number): number {
  const section = run.sections[Math.min(run.marksMs.length, run.sections.length - 1)];
  if (run.phase === 'thinking' || section === undefined) return 0;
  const clockMs = spokenSoFarMs(run, nowMs);
  if (clockMs < section.startMs) return section.startMs - clockMs;
  return Math.min(0, section.endMs - clockMs);
}

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

/**
 * Ids of the outline's items that a run never came to: those of the sections after the one in which it was left. None
 * for a run that was finished, marked or not. What of the last section was said isn't known, so it counts as said.
 */
export function neverReached({ rows }: Pick<Plan, 'rows'>, run: RehearsalRun): string[] {
  if (run.phase !== 'ended' || run.finished || !hasSpoken(run)) return [];
  const section = run.sections[run.marksMs.length];
  return section === undefined ? [] : rows.filter(({ startMs }) => startMs >= section.endMs).map(({ id }) => id);
}
