import { rowStep } from '../prompter/cursor.ts';
import type { Plan } from '../prompter/plan.ts';
import { elapsedMs } from '../prompter/session.ts';
import type { SectionKind } from '../stories/model.ts';
import type { ToldRow } from '../voice/heard.ts';
import { summaryOf, type HeardSummary, type SpokenSpan } from '../voice/heard-summary.ts';
import type { RunAction } from './reduce-run.ts';
import type { EndedRun, RehearsalRun, SpeakingRun } from './run.ts';
import type { RehearsalState } from './state.ts';

/** The run of a step that has one. */
export function runOf(rehearsal: RehearsalState | null): RehearsalRun | null {
  return rehearsal === null || rehearsal.step === 'sheet' ? null : rehearsal.run;
}

/** A section’s time in a run, planned and spoken, in whole milliseconds. */
export interface SectionTime {
  kind: SectionKind;
  label: string;
  plannedMs: number;
  /** Null if unknown: not reached, or never marked. */
  spokenMs: number | null;
  state: 'done' | 'now' | 'later';
}

/** Time spoken so far, in whole milliseconds; 0 while thinking. Takes what `runAt` returns. */
export function spokenSoFarMs(run: RehearsalRun, nowMs: number): number {
  if (!hasSpoken(run)) return 0;
  // A clock that was set back removes no mark.
  return Math.round(Math.max(elapsedMs(run.clock, nowMs), run.marksMs.at(-1) ?? 0));
}

/** Nobody says anything in less than this: the run began by a slip of the finger. */
export const shortestRunMs = 1000;

/** Whether the person said enough for a line in the log. Takes what `runAt` returns. */
export function isWorthLogging(run: RehearsalRun, nowMs: number): boolean {
  return spokenSoFarMs(run, nowMs) >= shortestRunMs;
}

/** Whether the answer began, rather than only the think time. */
export function hasSpoken(run: RehearsalRun): boolean {
  return (run.phase === 'ended' ? run.beforeEnd : run).phase === 'speaking';
}

/**
 * Each section’s time. If every section is marked, they add up to the time spoken. In a run that was finished without
 * marking its later sections, the time of the first unmarked one is unknown. Takes what `runAt` returns.
 */
export function sectionTimes(run: RehearsalRun, nowMs: number): SectionTime[] {
  const begun = hasSpoken(run) ? run.marksMs.length : -1;
  const lastUnknown = run.phase === 'ended' && run.finished && begun < run.sections.length - 1;
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

/** Where each section is on the clock of the run, in whole milliseconds; null where that isn’t known. */
export function sectionSpans(run: RehearsalRun, nowMs: number): (SpokenSpan | null)[] {
  let startMs = 0;
  return sectionTimes(run, nowMs).map(({ spokenMs }) => {
    if (spokenMs === null) return null;
    const span = { startMs, endMs: startMs + spokenMs };
    startMs = span.endMs;
    return span;
  });
}

/**
 * How far the speaker is off the plan, above zero when ahead: zero while the clock is within the current section’s
 * time, else how far it is outside. `driftWords` in cursor.ts puts it into words.
 */
export function runDriftMs(run: RehearsalRun, nowMs: number): number {
  const section = run.sections[Math.min(run.marksMs.length, run.sections.length - 1)];
  if (run.phase === 'thinking' || section === undefined) return 0;
  const clockMs = spokenSoFarMs(run, nowMs);
  if (clockMs < section.startMs) return section.startMs - clockMs;
  return Math.min(0, section.endMs - clockMs);
}

/**
 * What the keys for the next and previous row mean while speaking: another row of the current section, a mark after its
 * last row, and the last mark taken back before its first. `plan` is the run’s own. Takes what `runAt` returns.
 */
export function rowAction(run: SpeakingRun, plan: Plan, step: 1 | -1): RunAction {
  const section = run.sections[run.marksMs.length];
  const atMs = run.clock.cursorMs;
  const toMs = rowStep(plan, atMs, step);
  const isInside = section !== undefined && toMs !== null && toMs >= section.startMs && toMs < section.endMs;
  if (isInside) return { type: 'moveCursor', cursorMs: toMs };
  return { type: step === 1 ? 'nextSection' : 'undo' };
}

/**
 * What the stage’s keys that go on and back mean while speaking: the next section, and the last mark taken back. An answer
 * in one piece goes by rows, as on the prompter: else the first press would end it.
 */
export function stageAction(run: SpeakingRun, plan: Plan, step: 1 | -1): RunAction {
  if (run.sections.length === 1) return rowAction(run, plan, step);
  return { type: step === 1 ? 'nextSection' : 'undo' };
}

/** A page that listens says what it heard more often than that, and again at the end. */
const unheardMs = 6000;

/**
 * The rows told; null unless all of the answer was heard, and some of it understood: a recogniser that understands nothing of
 * a voice says nothing about the answer. Takes what `runAt` returns.
 */
export function toldRows(run: RehearsalRun, nowMs: number): ToldRow[] | null {
  const { untilMs = 0, told = null } = run.heard ?? {};
  const isWhole = spokenSoFarMs(run, nowMs) - untilMs < unheardMs;
  return isWhole && told !== null && told.length > 0 ? told : null;
}

/** What the log keeps of what was heard; undefined where nobody listened. Takes what `runAt` returns. */
export function heardSummaryOf(run: RehearsalRun, nowMs: number): HeardSummary | undefined {
  if (run.heard === null) return undefined;
  return summaryOf({ ...run.heard, told: toldRows(run, nowMs) }, sectionSpans(run, nowMs));
}

/**
 * Ids of the outline items that were left out, as far as anybody knows: those never reached, and where rows were followed,
 * those that weren’t heard.
 */
export function leftOutItems(plan: Pick<Plan, 'rows'>, run: EndedRun): string[] {
  const unreached = unreachedItems(plan, run);
  const told = toldRows(run, run.endedAtMs);
  if (told === null) return unreached;
  const heardIds = new Set(told.map(({ id }) => id));
  return plan.rows.map(({ id }) => id).filter((id) => !heardIds.has(id) || unreached.includes(id));
}

/**
 * Ids of the outline items that a run never reached: those after the section in which it stopped. None if the run was
 * finished, marked or not. Nobody knows how much of that last section the person said, so all of it counts.
 */
export function unreachedItems({ rows }: Pick<Plan, 'rows'>, run: EndedRun): string[] {
  if (run.finished || !hasSpoken(run)) return [];
  const section = run.sections[run.marksMs.length];
  return section === undefined ? [] : rows.filter(({ startMs }) => startMs >= section.endMs).map(({ id }) => id);
}
